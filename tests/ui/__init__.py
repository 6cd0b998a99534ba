"""Drives the window as a user does."""
