"""Palettes and type: how the application is dressed."""

from typing import Literal, get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from hcpcs_desktop.ui import style
from hcpcs_desktop.ui.scale import BODY, USUAL_ZOOM
from hcpcs_desktop.ui.tones import DARK, LIGHT, Tones

Mode = Literal["system", "light", "dark"]
MODES: tuple[Mode, ...] = get_args(Mode)


def palette_of(tones: Tones) -> QPalette:
    """The palette made from tones; Fusion and the style sheet paint with it."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(tones.raised))
    colours = {
        role.Window: tones.base,
        role.Base: tones.base,
        role.AlternateBase: tones.raised,
        role.Button: tones.base,
        role.ToolTipBase: tones.raised,
        role.WindowText: tones.text,
        role.Text: tones.text,
        role.ButtonText: tones.text,
        role.ToolTipText: tones.text,
        role.PlaceholderText: tones.muted,
        role.Mid: tones.line,
        role.Accent: tones.accent,
        role.Highlight: tones.accent,
        role.HighlightedText: tones.on_accent,
        role.Link: tones.accent,
        role.LinkVisited: tones.accent,
    }
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(tones.muted))
    return palette


def fixed_family() -> str:
    """The family of the system's fixed font, for codes and values."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()


def body_font(zoom: int = USUAL_ZOOM) -> QFont:
    """The system's own font at body size, with figures of equal width; ``zoom`` in percent."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPointSizeF(BODY * zoom / 100)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def fixed_font(points: float = BODY) -> QFont:
    """The system's fixed font."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(points)
    return font


def apply(app: QApplication, mode: Mode, zoom: int = USUAL_ZOOM) -> None:
    """Dress the application: our palette, our type at ``zoom`` percent.

    The old sheet is taken off first: over one that is still on, Qt would dress each widget as many
    times as there are widgets above it.
    """
    tones = _choose(app, mode)
    app.setStyleSheet("")
    app.setFont(body_font(zoom))
    app.setPalette(palette_of(tones))
    app.setStyleSheet(style.sheet(tones, fixed_family(), zoom))


def _choose(app: QApplication, mode: Mode) -> Tones:
    """The tones of a mode; the frame that the system draws around the window follows it."""
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    app.styleHints().setColorScheme(schemes.get(mode, Qt.ColorScheme.Unknown))
    if mode == "system":
        return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if mode == "dark" else LIGHT
