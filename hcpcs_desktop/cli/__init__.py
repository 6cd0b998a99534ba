"""The commands, one small file each; without one, the window opens."""
