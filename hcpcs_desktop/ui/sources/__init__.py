"""The window Sources: what the library is made from, and the libraries before it."""
