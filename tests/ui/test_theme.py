"""The two palettes: contrast, choice, and that they are kept."""

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from hcpcs_desktop.ui import theme
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.scale import BODY
from hcpcs_desktop.ui.tones import DARK, LIGHT, Tones, tones_of

from .conftest import Open
from .fakes import FakeSession

PAIRS = [
    (text, ground)
    for text in ("text", "muted")
    for ground in ("base", "raised", "selected", "accent_soft", "neutral_soft")
] + [
    ("accent", "base"),
    ("accent", "raised"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("text", "mark"),
    *((name, f"{name}_soft") for name in ("accent", "neutral", "good", "caution", "bad")),
    ("caution", "base"),
    ("bad", "base"),
    ("text", "caution_soft"),
]


def luminance(colour: QColor) -> float:
    """The relative luminance. Source: WCAG 2.1."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21. Source: WCAG 2.1."""
    light, dark = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_contrast_of_text_is_at_least_4_5(tones: Tones, text: str, ground: str) -> None:
    assert contrast(getattr(tones, text), getattr(tones, ground)) >= 4.5


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
def test_contrast_of_a_tick_box_and_of_the_focus_is_at_least_3(tones: Tones) -> None:
    assert contrast(tones.muted, tones.base) >= 3
    assert contrast(tones.accent, tones.base) >= 3


def test_a_palette_knows_its_tones() -> None:
    assert tones_of(theme.palette_of(LIGHT)) is LIGHT
    assert tones_of(theme.palette_of(DARK)) is DARK


def test_figures_are_equally_wide_and_text_has_body_size() -> None:
    font = theme.body_font()
    assert font.isFeatureSet(QFont.Tag("tnum"))
    assert font.pointSizeF() == BODY


def test_the_chosen_palette_is_used_and_comes_back(
    window: MainWindow, session: FakeSession, open_window: Open, qapp: QApplication
) -> None:
    window.actions_by_name["theme_dark"].trigger()
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(DARK.base)
    assert session.notebook.setting("theme") == "dark"
    again = open_window(session)
    assert again.actions_by_name["theme_dark"].isChecked()
    assert not again.actions_by_name["theme_light"].isChecked()
    window.actions_by_name["theme_light"].trigger()
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(LIGHT.base)


def test_the_palette_of_the_system_is_taken_unless_another_is_chosen(window: MainWindow) -> None:
    assert window.actions_by_name["theme_system"].isChecked()
    window.actions_by_name["theme_dark"].trigger()
    window.actions_by_name["theme_system"].trigger()
    assert tones_of(window.palette()) is LIGHT
