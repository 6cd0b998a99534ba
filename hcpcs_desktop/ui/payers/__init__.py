"""The window of the clinic's payers."""
