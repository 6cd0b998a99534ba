"""What the window gives out of the code that is open: to the clipboard, to the printer, as PDF."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from hcpcs_desktop.domain.page import CodePage

if TYPE_CHECKING:
    from hcpcs_desktop.output.paper import Paper

Kind = Literal["record", "checklist"]
COMMANDS = (
    "print_record",
    "print_checklist",
    "save_record",
    "save_checklist",
    "copy_code",
    "copy_description",
    "copy_record",
    "copy_checklist",
)
"""The commands that need an open code."""


class Papers(QObject):
    """Emits ``said`` (what was done). Writing raises UserError where a file cannot be written."""

    said = Signal(str)

    def __init__(self, ticks: Callable[[str], Collection[str]], window: QWidget) -> None:
        """Take the ticks of a code from ``ticks``; dialogs open over the window."""
        super().__init__(window)
        self._ticks = ticks
        self._window = window
        self._page: CodePage | None = None
        self._to_save: Paper | None = None

    def show_page(self, page: CodePage) -> None:
        """Give out this code from now on."""
        self._page = page

    def slots(self) -> dict[str, Callable[[], object]]:
        """What each of ``COMMANDS`` does."""
        return {name: getattr(self, name) for name in COMMANDS}

    def copy_code(self) -> None:
        """The code alone."""
        if self._page is not None:
            self.copy(self._page.code, self._page.code)

    def copy_description(self) -> None:
        """The code and its long description, in one line."""
        if self._page is not None:
            words = f"{self._page.code} {self._page.long}".rstrip()
            self.copy(words, f"{self._page.code} and its description")

    def copy_record(self) -> None:
        """The record as a table that Excel and Word take as such."""
        from hcpcs_desktop.output import record_table

        if self._page is not None:
            data = QMimeData()
            data.setText(record_table.tabbed(self._page))
            data.setHtml(record_table.html(self._page))
            QGuiApplication.clipboard().setMimeData(data)
            self.said.emit(f"Copied the record of {self._page.code} as a table")

    def copy_checklist(self) -> None:
        """The checklist with its ticks, as text."""
        from hcpcs_desktop.output import text

        if self._page is not None:
            made = text.checklist(self._page, self._ticks(self._page.code))
            self.copy(made, f"the checklist of {self._page.code}")

    def copy(self, words: str, what: str) -> None:
        """Put a text on the clipboard and say so."""
        QGuiApplication.clipboard().setText(words)
        self.said.emit(f"Copied {what}")

    def print_record(self) -> None:
        """Print the record on the printer that the user chooses."""
        self._print("record")

    def print_checklist(self) -> None:
        """Print the checklist with its ticks on the printer that the user chooses."""
        self._print("checklist")

    def save_record(self) -> None:
        """Save the record as PDF, where the user says."""
        self._save("record")

    def save_checklist(self) -> None:
        """Save the checklist with its ticks as PDF, where the user says."""
        self._save("checklist")

    def _print(self, kind: Kind) -> None:
        from hcpcs_desktop.ui import printing

        if self._page is not None:
            made = self._paper(self._page, kind)
            printing.print_html(made.html, self._window, made.footer)

    def _save(self, kind: Kind) -> None:
        if self._page is None:
            return
        self._to_save = self._paper(self._page, kind)
        dialog = QFileDialog(self._window, "Save as PDF", str(Path.home()), "PDF (*.pdf)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._to_save.file_name)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_file_selected(self, path: str) -> None:
        from hcpcs_desktop.ui import printing

        if self._to_save is not None:
            printing.write_pdf(self._to_save.html, Path(path), self._to_save.footer)
            self.said.emit(f"Saved {Path(path).name}")

    def _paper(self, page: CodePage, kind: Kind) -> "Paper":
        from hcpcs_desktop.output import paper

        if kind == "record":
            return paper.record(page)
        return paper.checklist(page, self._ticks(page.code))
