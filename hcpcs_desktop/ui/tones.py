"""The colours of the two palettes.

A widget finds its tones by its palette (``tones_of``), so it needs no global and follows a change.
"""

from typing import NamedTuple

from PySide6.QtGui import QPalette


class Tones(NamedTuple):
    """The colours of one palette, as ``#rrggbb``; each ``*_soft`` is the ground of its colour."""

    name: str
    base: str
    raised: str
    line: str
    field: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    accent_hover: str
    on_accent: str
    selected: str
    mark: str
    neutral: str
    neutral_soft: str
    good: str
    good_soft: str
    caution: str
    caution_soft: str
    bad: str
    bad_soft: str


LIGHT = Tones(
    name="light",
    base="#ffffff",
    raised="#f6f7f8",
    line="#e3e8ea",
    field="#ccd4d7",
    text="#1b2326",
    muted="#5b666a",
    accent="#0b6b6b",
    accent_soft="#e3f1f0",
    accent_hover="#095a5a",
    on_accent="#ffffff",
    selected="#dcefee",
    mark="#fff0b8",
    neutral="#566166",
    neutral_soft="#eef1f2",
    good="#1b6335",
    good_soft="#e5f3ea",
    caution="#7a4b00",
    caution_soft="#fdf1d6",
    bad="#a3191f",
    bad_soft="#fdeceb",
)
DARK = Tones(
    name="dark",
    base="#1c2326",
    raised="#151a1c",
    line="#2c363a",
    field="#46545a",
    text="#e8edee",
    muted="#9fabaf",
    accent="#5cc4bf",
    accent_soft="#16393a",
    accent_hover="#7cd3cf",
    on_accent="#0d1b1c",
    selected="#1d4142",
    mark="#5a4a12",
    neutral="#a7b3b7",
    neutral_soft="#273033",
    good="#86d69b",
    good_soft="#18351f",
    caution="#f0c36a",
    caution_soft="#3f3110",
    bad="#ffa79f",
    bad_soft="#4a2223",
)


def tones_of(palette: QPalette) -> Tones:
    """The tones that a palette was made from."""
    return DARK if palette.color(QPalette.ColorRole.Base).lightness() < 128 else LIGHT
