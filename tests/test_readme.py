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


def test_the_shortcuts_are_those_of_the_window() -> None:
    known = {key for command in COMMANDS for key in command.keys}
    named = set(re.findall(r"Ctrl\+(?:Shift\+)?[A-Z0-9]|F1", README))
    assert named
    assert named <= known


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
