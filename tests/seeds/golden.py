"""Compares a text with the file that was found good; REWRITE_GOLDEN=1 writes it anew.

After rewriting, read the difference in git before keeping it.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, text: str) -> None:
    """Fail where the text is not what the golden file holds."""
    path = FOLDER / name
    if os.environ.get("REWRITE_GOLDEN"):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
