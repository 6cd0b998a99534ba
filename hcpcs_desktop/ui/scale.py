"""The grid and the type scale that everything is laid out by, and how far it is zoomed."""

import sys

from PySide6.QtGui import QFont

GRID = 8
"""The step of every margin and gap, in device-independent pixels."""

_FACTOR = 96 / 72 if sys.platform == "darwin" else 1.0
"""A point is a pixel on macOS and 96/72 of one elsewhere; text is to be equally large on both."""

BODY, LARGE, TITLE, CODE = (size * _FACTOR for size in (11, 13, 15, 20))
"""The type scale, in points at 100 %."""

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
"""How large text can be, in percent."""

USUAL_ZOOM = 100


def zoom_after(zoom: int, step: int) -> int:
    """The next larger (1) or smaller (-1) zoom; the last one stays."""
    larger = [each for each in ZOOMS if each > zoom]
    smaller = [each for each in ZOOMS if each < zoom]
    if step > 0:
        return min(larger, default=ZOOMS[-1])
    return max(smaller, default=ZOOMS[0])


def ratio_of(font: QFont) -> float:
    """How many times its usual size a body font has: a widget finds the zoom by its own font."""
    return font.pointSizeF() / BODY
