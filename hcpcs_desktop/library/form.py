"""The form of a library, apart from its tables: opening a library needs no more of them."""

VERSION = "17"
"""Changes with the tables and with how their rows are worked out.

A library of another version is built anew from the kept files.
"""
