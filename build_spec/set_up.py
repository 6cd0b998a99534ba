"""Set-up with Python alone: the folder ``.venv`` with the program, its tools and its library.

``make`` calls this on Linux; elsewhere people run it themselves: ``py build_spec/set_up.py``.
It needs nothing but Python's standard library.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
OLDEST_PYTHON = (3, 11)


def main() -> None:
    """Make the environment, install what the lock file pins, then build the bundled library."""
    if sys.version_info < OLDEST_PYTHON:
        sys.exit("error: HCPCS Desktop needs Python 3.11 or newer")
    if not _works():
        _run(Path(sys.executable), "-m", "venv", "--clear", str(VENV))
    _pip("install", "--require-hashes", "-r", "requirements.lock")
    _pip("install", "--no-deps", "--no-build-isolation", "-e", ".")
    _run(PYTHON, "build_spec/bundle_library.py")


def _works() -> bool:
    """Whether the environment is there and whole."""
    if not PYTHON.exists():
        return False
    asked = subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False)
    return asked.returncode == 0


def _pip(*arguments: str) -> None:
    _run(PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments)


def _run(program: Path, *arguments: str) -> None:
    finished = subprocess.run([program, *arguments], cwd=ROOT, check=False)
    if finished.returncode != 0:
        sys.exit(finished.returncode)


if __name__ == "__main__":
    main()
