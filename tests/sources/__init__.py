"""Tests of ``hcpcs_desktop.sources``."""
