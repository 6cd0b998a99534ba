"""Start the frozen program as a user's machine would, without a screen, and see that it works.

Usage: ``smoke_test.py FOLDER``, the folder that holds the executables.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SECONDS = 120
WINDOW_PROGRAM = "HCPCS Desktop" if sys.platform == "win32" else "hcpcs-desktop-window"
CONSOLE_PROGRAM = "hcpcs-desktop"
SUFFIX = ".exe" if sys.platform == "win32" else ""

CMS_FILE = "HCPC2026_OCT_ANWEB.txt"
CODE = "A4206"
# A record of 320 bytes as CMS writes it: code, sequence number, descriptions, dates.
RECORD = "".join(
    (
        f"{CODE}001003",
        "Syringe with needle, sterile, 1 cc or less, each".ljust(80),
        "1 CC sterile syringe&needle".ljust(28),
        "".ljust(149),
        "19940101200501012".rjust(24, " "),
    )
)


class SmokeError(Exception):
    """The frozen program does not do what it should; the text says what."""


def main(folder: Path) -> None:
    """Run every check; exit 1 at the first that fails."""
    console = folder / (CONSOLE_PROGRAM + SUFFIX)
    window = folder / (WINDOW_PROGRAM + SUFFIX)
    with tempfile.TemporaryDirectory() as home:
        _search(console, home)
        _doctor(console, home)
        _self_test(console, home)
        _self_test(window, home)


def _search(program: Path, home: str) -> None:
    answer = json.loads(_run(program, home, "search", "J9043", "--json"))
    found = [hit["code"] for hit in answer["hits"]]
    if found[:1] != ["J9043"]:
        raise SmokeError(f"a search for J9043 finds {found}")
    print(f"ok: {program.name} finds J9043")


def _doctor(program: Path, home: str) -> None:
    answer = json.loads(_run(program, home, "doctor", "--json"))
    if not answer["ok"]:
        raise SmokeError(f"the doctor is not content: {answer['checks']}")
    print(f"ok: {program.name} is in good health")


def _self_test(program: Path, home: str) -> None:
    _run(program, home, "self-test")
    print(f"ok: {program.name} passes its self-test")


def _run(program: Path, home: str, *arguments: str) -> str:
    """What the program prints; it must end well and without a word on standard error."""
    ended = subprocess.run(
        [program, "--data-dir", home, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
        env=_environment(home),
    )
    if ended.returncode != 0 or ended.stderr:
        raise SmokeError(
            f"{program.name} {' '.join(arguments)} exits {ended.returncode} and says:\n"
            f"{ended.stdout}{ended.stderr}"
        )
    return ended.stdout


def _environment(home: str) -> dict[str, str]:
    """A machine without a screen, and without the Python that started this."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "VIRTUAL_ENV", "QT_"))
    }
    return kept | {"QT_QPA_PLATFORM": "offscreen", "HOME": home}


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]).resolve())
    except (SmokeError, OSError, subprocess.TimeoutExpired) as error:
        sys.exit(f"error: {error}")
