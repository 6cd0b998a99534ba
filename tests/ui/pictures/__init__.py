"""The pictures of the window: who takes them, and how the window poses for each."""
