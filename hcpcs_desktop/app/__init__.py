"""The composition root of the window: from paths to library and notebook to the main window."""
