"""Readers, one file per family of input: a path in, domain objects out. No SQL, no Qt."""
