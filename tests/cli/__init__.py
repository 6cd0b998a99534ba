"""Tests of ``hcpcs_desktop.cli``."""
