"""HCPCS Desktop: an offline desktop reference for HCPCS Level II codes."""

__version__ = "0.1.0"
