"""What the window gives out of the code that is open: to the clipboard, to the printer, as PDF."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.ui.desk import Slots
from hcpcs_desktop.ui.turns import Turns

if TYPE_CHECKING:
    from hcpcs_desktop.output.paper import Paper

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
        self._saving = Turns(self)
        self._saving.ended.connect(self._on_saved)
        self._saved = ""

    def show_page(self, page: CodePage) -> None:
        """Give out this code from now on."""
        self._page = page

    def slots(self) -> Slots:
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
        if self._page is not None:
            self._print(self._record(self._page))

    def print_checklist(self) -> None:
        """Print the checklist with its ticks on the printer that the user chooses."""
        if self._page is not None:
            self._print(self._checklist(self._page))

    def print_sheet(self, html: str) -> None:
        """Print a sheet of a tool."""
        self._print(_sheet(html))

    def save_record(self) -> None:
        """Save the record as PDF, where the user says."""
        if self._page is not None:
            self._save(self._record(self._page))

    def save_checklist(self) -> None:
        """Save the checklist with its ticks as PDF, where the user says."""
        if self._page is not None:
            self._save(self._checklist(self._page))

    def save_sheet(self, html: str, name: str) -> None:
        """Save a sheet of a tool as PDF, where the user says."""
        self._save(_sheet(html, name))

    def finish(self) -> None:
        """Save at once what is not yet saved."""
        self._saving.finish()

    def _print(self, paper: "Paper") -> None:
        from hcpcs_desktop.ui import printing

        printing.print_html(paper.html, self._window, paper.footer)

    def _save(self, paper: "Paper") -> None:
        from hcpcs_desktop.ui.save_dialog import save_dialog

        self._to_save = paper
        dialog = save_dialog(self._window, "Save as PDF", "PDF (*.pdf)", paper.file_name)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_file_selected(self, path: str) -> None:
        from hcpcs_desktop.ui import printing

        if self._to_save is not None:
            self.finish()
            self._saved = Path(path).name
            steps = printing.pdf_in_steps(self._to_save.html, Path(path), self._to_save.footer)
            self._saving.begin(steps)

    def _on_saved(self) -> None:
        self.said.emit(f"Saved {self._saved}")

    def _record(self, page: CodePage) -> "Paper":
        from hcpcs_desktop.output import paper

        return paper.record(page)

    def _checklist(self, page: CodePage) -> "Paper":
        from hcpcs_desktop.output import paper

        return paper.checklist(page, self._ticks(page.code))


def _sheet(html: str, name: str = "") -> "Paper":
    """The sheet of a tool; it says at its own foot what it rests on."""
    from hcpcs_desktop.output.paper import Paper

    return Paper(html, "", name)
