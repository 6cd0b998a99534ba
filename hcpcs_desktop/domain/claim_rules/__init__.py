"""The rules of the claim check that data alone cannot say, grouped by subject."""
