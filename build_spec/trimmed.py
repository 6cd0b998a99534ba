"""What a frozen program is made of, for the specs: the plugins of Qt that are kept, and no more."""

from pathlib import Path

from PyInstaller.utils.hooks.qt import pyside6_library_info as qt

# The plugins of Qt that are kept; the rest would bring along libraries that nobody uses here.
PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qico", "qsvg"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platforms": {"qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"xdg-shell"},
    "xcbglintegrations": {"qxcb-egl-integration", "qxcb-glx-integration"},
}
UNUSED_MODULES = ["PySide6.QtNetwork", "_pytest", "pip", "pytest", "setuptools", "tkinter"]

_collect_every_plugin = qt.collect_plugins


def keep_few_plugins() -> None:
    """Have PyInstaller collect the plugins that are named here."""
    qt.collect_plugins = _collect_plugins


def without_translations(entries: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The data of an analysis without Qt's translations; the program speaks English."""
    return [entry for entry in entries if Path(entry[0]).parent.name != "translations"]


def _collect_plugins(kind: str) -> list[tuple[str, str]]:
    """The plugins of a kind that are kept; put in the place of PyInstaller's own function."""
    kept = PLUGINS.get(kind, set())
    return [
        (source, folder)
        for source, folder in _collect_every_plugin(kind)
        if Path(source).stem.removeprefix("lib") in kept
    ]
