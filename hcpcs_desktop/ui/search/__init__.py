"""The search box and the list of what was found."""
