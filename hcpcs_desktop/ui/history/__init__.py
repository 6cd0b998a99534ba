"""The tab History: the life of a code."""
