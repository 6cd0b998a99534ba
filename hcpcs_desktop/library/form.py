"""The form of a library, apart from its tables: opening a library needs no more of them."""

VERSION = "16"
"""Changes with the tables; a library of another version is built anew from the kept files."""
