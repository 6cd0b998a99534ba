"""The clinic's own checklist templates: taken in, shown as its own, shared, removed."""

import json
from pathlib import Path

from hcpcs_desktop.domain.checklist import Item, Template
from hcpcs_desktop.domain.clinic_template import ClinicTemplate, checked
from hcpcs_desktop.sources import template_file
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.templates.window import TemplatesWindow

from .fakes import FakeSession
from .reading import button, shown_text
from .test_accessibility import nameless
from .test_payers import choose_file

OURS = """
kind = "hcpcs-desktop checklist template"
version = 1
id = "our-suite"
title = "Our suite"
traits = ["drug"]
leave_out = ["diagnosis"]

[[item]]
id = "our-chair"
text = "Chair and nurse written down"
why = "Audits ask for it."
prevents = ["252"]
"""


def templates(window: MainWindow) -> TemplatesWindow:
    """The window, opened as a user does."""
    window.actions_by_name["templates"].trigger()
    return window.findChildren(TemplatesWindow)[0]


def open_checklist(window: MainWindow) -> None:
    """Show the checklist of J9043."""
    window.show_code("J9043")
    window.actions_by_name["tab_3"].trigger()


def test_a_file_is_taken_in_and_its_items_show_as_the_clinics(
    window: MainWindow, session: FakeSession, tmp_path: Path
) -> None:
    open_checklist(window)
    file = tmp_path / "ours.toml"
    file.write_text(OURS)
    shown = templates(window)
    assert nameless(shown) == []
    assert "No template of your own yet" in shown_text(shown)
    choose_file(shown, "Take in file", file)
    text = shown_text(window)
    assert "Chair and nurse written down" in text
    assert "Audits ask for it. (From your clinic's template Our suite.)" in text
    assert "Diagnosis that supports it" not in text
    button(shown, "Remove").click()
    assert "Chair and nurse written down" not in shown_text(window)
    button(shown, "Undo").click()
    assert "Chair and nurse written down" in shown_text(window)


def test_another_of_the_same_id_is_asked_about(
    window: MainWindow, session: FakeSession, tmp_path: Path
) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(OURS)
    session.notebook.templates.take_in(template_file.read(file))
    file.write_text(OURS.replace("Our suite", "Newer suite"))
    shown = templates(window)
    choose_file(shown, "Take in file", file)
    assert "Our suite has the id our-suite already. Replace it?" in shown_text(shown)
    button(shown, "Replace").click()
    assert [each.template.title for each in session.notebook.templates.all()] == ["Newer suite"]


def test_a_file_that_breaks_the_schema_is_refused_with_the_place(
    window: MainWindow, session: FakeSession, tmp_path: Path
) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(OURS.replace("text = ", "texts = "))
    shown = templates(window)
    choose_file(shown, "Take in file", file)
    assert "ours.toml was not taken: item 1: " in shown_text(shown)
    assert session.notebook.templates.all() == ()


def test_the_open_checklist_is_saved_changed_and_taken_in(
    window: MainWindow, session: FakeSession, tmp_path: Path
) -> None:
    shown = templates(window)
    button(shown, "Save open checklist as file").click()
    assert "Open a code first" in shown_text(shown)
    open_checklist(window)
    file = tmp_path / "begin.json"
    choose_file(shown, "Save open checklist as file", file)
    content = json.loads(file.read_text(encoding="utf-8"))
    assert content["codes"] == ["J9043"]
    content["item"][0]["text"] = "Order signed by our own rules"
    file.write_text(json.dumps(content))
    choose_file(shown, "Take in file", file)
    text = shown_text(window)
    assert "Order signed by our own rules" in text
    assert "Signed and dated order\n" not in text
    assert text.count("From your clinic's template") == 1


def test_a_template_goes_out_as_it_is(
    window: MainWindow, session: FakeSession, tmp_path: Path
) -> None:
    item = Item("our-chair", "Chair", "Why.", "", ("252", "N822"), ("medicaid",), ("asc",))
    template = Template("ours", 5, "Ours", ("J9000-J9999",), ("drug",), (item,), ("biosimilar",))
    kept = checked(ClinicTemplate(template, ("order",)))
    session.notebook.templates.take_in(kept)
    file = tmp_path / "out.json"
    choose_file(templates(window), "Save as file", file)
    assert template_file.read(file) == kept
