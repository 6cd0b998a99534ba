"""The billing guides of a code, and the codes that could be mistaken for it."""
