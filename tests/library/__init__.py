"""Tests of ``hcpcs_desktop.library``."""
