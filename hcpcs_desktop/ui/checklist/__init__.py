"""The documentation checklist of a code."""
