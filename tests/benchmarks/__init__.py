"""Measures speed; run by ``make bench``."""
