"""Freeze the program with PyInstaller, and fail where it goes on without something it needs."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "build_spec" / "hcpcs_desktop.spec"
# PyInstaller only warns of these, although the program would not start on another machine.
FATAL = ("Library not found", "lib not found", "Hidden import")


def main() -> None:
    """Write ``dist/hcpcs-desktop``; exit 1 where PyInstaller fails or misses a library."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN"]
    folders = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    with subprocess.Popen(
        [*command, *folders, str(SPEC)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as freezing:
        missing = _follow(freezing)
    if freezing.returncode != 0:
        sys.exit(freezing.returncode)
    if missing:
        sys.exit("error: the frozen program lacks what these lines name:\n" + "".join(missing))


def _follow(freezing: subprocess.Popen[str]) -> list[str]:
    """Pass PyInstaller's lines on, and return those that tell of something missing."""
    missing: list[str] = []
    for line in freezing.stdout or ():
        sys.stdout.write(line)
        if any(sign in line for sign in FATAL):
            missing.append(line)
    return missing


if __name__ == "__main__":
    main()
