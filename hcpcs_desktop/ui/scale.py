"""The grid and the type scale that everything is laid out by."""

import sys

GRID = 8
"""The step of every margin and gap, in device-independent pixels."""

_FACTOR = 96 / 72 if sys.platform == "darwin" else 1.0
"""A point is a pixel on macOS and 96/72 of one elsewhere; text is to be equally large on both."""

BODY, LARGE, TITLE, CODE = (size * _FACTOR for size in (11, 13, 15, 20))
"""The type scale, in points at 100 %."""
