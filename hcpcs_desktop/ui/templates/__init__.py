"""The window of the clinic's own checklist templates."""
