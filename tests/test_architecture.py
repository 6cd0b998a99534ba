"""The house keeps its shape: what lies at the top, who imports what, what the lock file pins."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.library.importing import build_file

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "build_spec",
    "hcpcs_desktop",
    "pyproject.toml",
    "requirements.lock",
    "resources",
    "seeds",
    "tests",
}
SEARCH_WITHOUT_QT = """
import sys
from hcpcs_desktop.__main__ import main
try:
    main(["--library", sys.argv[1], "search", "J9043", "--json"])
except SystemExit as stop:
    assert not stop.code, stop.code
loaded = sorted(name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6"))
assert not loaded, loaded
"""


def test_only_permitted_names_lie_at_the_top() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is not a git working tree")
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert {line.split("/")[0] for line in listed.stdout.splitlines()} <= TOP_LEVEL


def test_domain_imports_only_the_standard_library() -> None:
    permitted = {"hcpcs_desktop.domain", *sys.stdlib_module_names}
    for path in sorted((ROOT / "hcpcs_desktop" / "domain").glob("*.py")):
        for name in _imported(path):
            top = name.split(".")[0]
            assert name.startswith("hcpcs_desktop.domain") or top in permitted, f"{path}: {name}"


def test_a_search_loads_no_qt(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    build_file(library, paths.seeds(), [], lambda *_: None)
    searched = subprocess.run(
        [sys.executable, "-c", SEARCH_WITHOUT_QT, str(library)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert searched.stderr == ""
    assert searched.returncode == 0
    assert "J9043" in searched.stdout


def test_every_pin_is_in_the_lock_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pins = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["dev"],
    ]
    locked = re.findall(r"^[a-z0-9.-]+==[^ ]+", _lock(), re.MULTILINE)
    assert {pin.lower() for pin in pins} <= set(locked)


def test_the_lock_file_names_no_host_and_no_folder() -> None:
    assert "//" not in _lock()
    assert not re.search(r"--(extra-)?index|--find-links|--trusted-host", _lock())


@pytest.mark.parametrize("name", ["colorama", "macholib", "pefile", "pywin32-ctypes"])
def test_the_lock_file_serves_other_systems(name: str) -> None:
    assert re.search(rf"^{name}==[^ ]+ ; sys_platform == ", _lock(), re.MULTILINE)


def _lock() -> str:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


def _imported(path: Path) -> list[str]:
    """The names of the modules that a file imports."""
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            names.append(node.module or "")
    return names
