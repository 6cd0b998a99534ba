"""Modifiers of a code: which matter, when each is used, and a check of those that are typed."""
