"""The window What's new: what changed between two releases of the library."""
