"""The window that shows two codes side by side."""
