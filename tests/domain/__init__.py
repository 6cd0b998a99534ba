"""Tests of ``hcpcs_desktop.domain``."""
