"""The window of the worksheets."""
