"""A code: its header and the panes below."""
