"""What the window gives out: the clipboard, and PDF."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.output import paper
from hcpcs_desktop.ui import papers, printing
from hcpcs_desktop.ui.main_window import MainWindow

from .fakes import FakeSession, code_page
from .reading import shown_text


def trigger(window: MainWindow, name: str) -> None:
    """Take a command of the menu."""
    window.actions_by_name[name].trigger()


def test_nothing_can_be_given_out_before_a_code_is_open(window: MainWindow) -> None:
    assert not any(window.actions_by_name[name].isEnabled() for name in papers.COMMANDS)
    window.show_code("J9043")
    assert all(window.actions_by_name[name].isEnabled() for name in papers.COMMANDS)


def test_the_checklist_is_copied_with_its_ticks(window: MainWindow, session: FakeSession) -> None:
    window.show_code("J9043")
    session.notebook.set_tick("J9043", "order", True)
    trigger(window, "copy_checklist")
    text = QGuiApplication.clipboard().text()
    assert "[x] Signed and dated order" in text
    assert "[ ] Diagnosis that supports it" in text
    assert "Copied the checklist of J9043" in shown_text(window)


def test_the_record_is_copied_as_text_and_as_html(window: MainWindow) -> None:
    window.show_code("S9327")
    trigger(window, "copy_record")
    data = QGuiApplication.clipboard().mimeData()
    assert "Code\tS9327\t\n" in data.text()
    assert "\t00\t" in data.text()
    assert "<td" in data.html()


def test_a_pdf_is_saved_with_its_suffix(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.show_code("J9043")
    trigger(window, "save_checklist")
    dialog = window.findChildren(QFileDialog)[0]
    assert dialog.defaultSuffix() == "pdf"
    dialog.fileSelected.emit(str(tmp_path / "list.pdf"))
    dialog.close()
    qtbot.waitUntil(lambda: "Saved list.pdf" in shown_text(window))
    assert whole(tmp_path / "list.pdf")


def test_a_pdf_is_whole_though_the_window_closes_at_once(
    window: MainWindow, tmp_path: Path
) -> None:
    window.show_code("J9043")
    for name in ("first.pdf", "second.pdf"):
        trigger(window, "save_record")
        dialog = window.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.close()
    assert whole(tmp_path / "first.pdf")
    window.close()
    assert whole(tmp_path / "second.pdf")


def whole(path: Path) -> bool:
    """Whether a PDF is written to its end."""
    written = path.read_bytes()
    return written.startswith(b"%PDF") and written.rstrip().endswith(b"%%EOF")


def test_a_place_that_cannot_be_written_is_told(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written"):
        printing.write_pdf("<p>text</p>", tmp_path)


def test_a_pdf_that_cannot_be_written_leaves_the_old_one(
    qapp: QApplication, tmp_path: Path
) -> None:
    old = tmp_path / "old.pdf"
    old.write_bytes(b"what stood there")
    (tmp_path / "old.pdf.partial").mkdir()
    with pytest.raises(UserError, match="cannot be written"):
        printing.write_pdf("<p>text</p>", old)
    assert old.read_bytes() == b"what stood there"


def test_a_usual_checklist_is_one_page_and_a_long_one_several(
    qapp: QApplication, tmp_path: Path
) -> None:
    def pages(rows: int) -> int:
        html = "<p>An item of the list</p>" * rows
        printing.write_pdf(html, tmp_path / "made.pdf", "footer")
        return (tmp_path / "made.pdf").read_bytes().count(b"/Type /Page\n")

    assert pages(3) == 1
    assert pages(200) > 1


def test_a_document_loads_nothing(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def load(document: QTextDocument, kind: int, name: QUrl | str) -> None:
        asked.append(str(name))

    monkeypatch.setattr(printing.SealedDocument, "loadResource", load)
    page = code_page(long='<img src="file:///etc/passwd"> & <b>bold</b>')
    for made in (paper.record(page), paper.checklist(page)):
        printing.write_pdf(made.html, tmp_path / "made.pdf", made.footer)
    assert asked == []
