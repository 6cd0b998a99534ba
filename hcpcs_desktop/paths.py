"""Where resources, the library and the notebook are: from source, installed, frozen, portable."""

import sys
from pathlib import Path

from platformdirs import user_data_path

APP_FOLDER = "hcpcs-desktop"
CONSOLE_PROGRAM = "hcpcs-desktop"
PORTABLE_FOLDER = "data"


def is_frozen() -> bool:
    """Whether this runs as a program made by PyInstaller."""
    return bool(getattr(sys, "frozen", False))


def _content_root() -> Path:
    """The folder that holds ``resources`` and ``seeds``."""
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is not None:
        return Path(unpacked)
    package = Path(__file__).resolve().parent
    return package if (package / "seeds").is_dir() else package.parent


def resources() -> Path:
    """The folder of the icons and of the bundled library."""
    return _content_root() / "resources"


def seeds() -> Path:
    """The folder of the facts that the program brings along, as TOML."""
    return _content_root() / "seeds"


def bundled_library_home() -> Path:
    """The folder of the library that the program brings along; absent until it has been built."""
    return resources() / "library"


def data_dir() -> Path:
    """The folder for the user's library and notebook; it need not exist yet.

    A frozen program that has a folder ``data`` beside it is portable and keeps everything there.
    """
    if is_frozen():
        portable = Path(sys.executable).with_name(PORTABLE_FOLDER)
        if portable.is_dir():
            return portable
    return user_data_path(APP_FOLDER, appauthor=False)


def library_home(data_dir: Path) -> Path:
    """The folder of the user's library inside the data folder."""
    return data_dir / "library"


def notebook(data_dir: Path) -> Path:
    """The user's notebook inside the data folder; it need not exist yet."""
    return data_dir / "notebook.db"


def console_command() -> list[str]:
    """The first arguments of a command that runs this program's command line."""
    if is_frozen():
        running = Path(sys.executable)
        suffix = ".exe" if sys.platform == "win32" else ""
        return [str(running.with_name(CONSOLE_PROGRAM + suffix))]
    return [sys.executable, "-m", "hcpcs_desktop"]
