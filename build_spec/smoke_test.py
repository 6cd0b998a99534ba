"""Start the frozen program as a user's machine would, without a screen, and see that it works.

Usage: ``smoke_test.py FOLDER``, the folder that holds the executables.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SECONDS = 180
WINDOW_PROGRAM = "HCPCS Desktop" if sys.platform == "win32" else "hcpcs-desktop-window"
CONSOLE_PROGRAM = "hcpcs-desktop"
SUFFIX = ".exe" if sys.platform == "win32" else ""

# What Qt's platform without a screen says of every window whose size has limits.
NO_SCREEN = "This plugin does not support propagateSizeHints()\n"

CMS_FILE = "HCPC2019_CONTR_ANWEB.txt"
CMS_CODE = "A4206"
CMS_RECORD = (
    "A4206001003"
    + "Syringe with needle, sterile, 1 cc or less, each".ljust(80)
    + "1 cc sterile syringe&needle".ljust(28)
    + "00      9".ljust(110)
    + "C".ljust(27)
    + "D1A S".ljust(12)
    + "1985010120080101"
    + "        N"
)
"""One line as CMS prints it, without the blanks at its end."""


class SmokeError(Exception):
    """The frozen program does not do what it should; the text says what."""


def main(folder: Path) -> None:
    """Run every check; raises SmokeError at the first that fails."""
    console = folder / (CONSOLE_PROGRAM + SUFFIX)
    window = folder / (WINDOW_PROGRAM + SUFFIX)
    for program in (console, window):
        with tempfile.TemporaryDirectory() as home:
            _check(program, console, Path(home))


def _check(program: Path, console: Path, home: Path) -> None:
    """Let a program test itself; then the library that it has imported must answer."""
    _expect_hit(console, home, "J9043")
    cms_file = home / CMS_FILE
    cms_file.write_text(CMS_RECORD + "\r\n", encoding="ascii", newline="")
    _run(program, home, "self-test", str(cms_file))
    _expect_hit(console, home, "J9043")
    _expect_hit(console, home, CMS_CODE)
    health = json.loads(_run(console, home, "doctor", "--json"))
    if not health["ok"]:
        raise SmokeError(f"the doctor is not content: {health['checks']}")
    print(f"ok: {program.name} opens, searches, imports")


def _expect_hit(console: Path, home: Path, code: str) -> None:
    answer = json.loads(_run(console, home, "search", code, "--json"))
    found = [hit["code"] for hit in answer["hits"]]
    if found[:1] != [code]:
        raise SmokeError(f"a search for {code} finds {found}")


def _run(program: Path, home: Path, *arguments: str) -> str:
    """What the program prints; it must end well and without a word on standard error."""
    ended = subprocess.run(
        [program, "--data-dir", home / "data", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
        env=_environment(home),
    )
    complaints = ended.stderr.replace(NO_SCREEN, "")
    if ended.returncode != 0 or complaints:
        raise SmokeError(
            f"{program.name} {' '.join(arguments)} exits {ended.returncode} and says:\n"
            f"{ended.stdout}{complaints}"
        )
    return ended.stdout


def _environment(home: Path) -> dict[str, str]:
    """A machine without a screen, and without the Python that started this."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "VIRTUAL_ENV", "QT_"))
    }
    return kept | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]).resolve())
    except (SmokeError, OSError, subprocess.TimeoutExpired) as error:
        sys.exit(f"error: {error}")
