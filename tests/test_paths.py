"""Where things are: from source, installed, frozen, portable."""

import sys
from pathlib import Path

import pytest

from hcpcs_desktop import paths

ROOT = Path(__file__).resolve().parent.parent
EXE = ".exe" if sys.platform == "win32" else ""


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a frozen program that runs its window."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / f"hcpcs-desktop-window{EXE}"))
    return tmp_path


def test_from_source_the_content_lies_beside_the_package() -> None:
    assert paths.resources() == ROOT / "resources"
    assert paths.seeds() == ROOT / "seeds"
    assert paths.bundled_library_home() == ROOT / "resources" / "library"


def test_installed_the_content_lies_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "hcpcs_desktop"
    (package / "seeds").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.seeds() == package / "seeds"
    assert paths.resources() == package / "resources"


def test_frozen_the_content_lies_where_it_was_unpacked(frozen: Path) -> None:
    assert paths.resources() == frozen / "_internal" / "resources"
    assert paths.seeds() == frozen / "_internal" / "seeds"


def test_data_are_kept_in_a_folder_of_the_user() -> None:
    assert paths.data_dir().name == "hcpcs-desktop"
    assert ROOT not in paths.data_dir().parents


def test_a_frozen_program_keeps_data_with_the_user_too(frozen: Path) -> None:
    assert frozen not in paths.data_dir().parents


def test_a_folder_data_beside_a_frozen_program_makes_it_portable(frozen: Path) -> None:
    (frozen / "data").mkdir()
    assert paths.data_dir() == frozen / "data"


def test_the_command_line_is_this_python_from_source() -> None:
    assert paths.console_command() == [sys.executable, "-m", "hcpcs_desktop"]


def test_the_command_line_is_the_console_executable_when_frozen(frozen: Path) -> None:
    assert paths.console_command() == [str(frozen / f"hcpcs-desktop{EXE}")]
