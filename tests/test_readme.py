"""The README names what there is: every command, every shortcut, every target it tells to make."""

import re
from pathlib import Path

import pytest

from hcpcs_desktop.__main__ import main
from hcpcs_desktop.ui.actions import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_is_described(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = re.findall(r"^    ([a-z][a-z-]+) ", capsys.readouterr().out, re.MULTILINE)
    assert commands
    assert [name for name in commands if f"| `{name}" not in README] == []


KEYS = r"\b(?:(?:(?:Ctrl|Shift|Alt)\+)+(?:F[0-9]+|Left|Right|[A-Z0-9]|[+=-])|F[0-9]+)"


def test_every_shortcut_of_the_window_is_told_and_no_other() -> None:
    known = {key for command in COMMANDS for key in command.keys} - {"/", "Esc"}
    assert {"Ctrl+K", "F1"} <= known
    assert _told() == known
    assert "Ctrl+K or /" in README
    assert "Esc" in README


def _told() -> set[str]:
    """The keys of the README, as Qt writes them; a span of keys with those between its ends."""
    text = README
    for word, key in (("Ctrl+plus", "Ctrl++"), ("Ctrl+minus", "Ctrl+-")):
        text = text.replace(word, key)
    text = text.replace("Alt+←", "Alt+Left").replace("Alt+→", "Alt+Right")
    told = set(re.findall(KEYS, text))
    for head, first, last in re.findall(r"((?:Ctrl\+|F))([0-9]+) to (?:Ctrl\+|F)([0-9]+)", text):
        told |= {f"{head}{number}" for number in range(int(first), int(last) + 1)}
    return told


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_the_targets_named_can_be_made(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE))
    assert named
    assert named <= targets


def test_the_files_linked_are_there() -> None:
    linked = re.findall(r"\]\(([a-z][^):]*)\)", README)
    assert [name for name in linked if not (ROOT / name).exists()] == []
