"""The window What's new: what changed between two releases of the library."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from hcpcs_desktop.domain.change_choice import chosen, counts
from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.domain.release_diff import Change, Comparison
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.output import change_rows, changes_html, spreadsheet
from hcpcs_desktop.output.counted import count
from hcpcs_desktop.ui import printing
from hcpcs_desktop.ui.first_size import first_size
from hcpcs_desktop.ui.news.changes_model import CODE, ChangesModel
from hcpcs_desktop.ui.news.detail import ChangeDetail
from hcpcs_desktop.ui.news.filters import Filters
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.save_dialog import TABLES, save_dialog
from hcpcs_desktop.ui.scale import GRID, ratio_of
from hcpcs_desktop.ui.table import Table
from hcpcs_desktop.ui.text import label

Compare = Callable[[str, str], Comparison]
_SIZE = (144 * GRID, 92 * GRID)
_LEFT = 34 * GRID
_HEIGHTS = (46 * GRID, 32 * GRID)


class NewsWindow(ReadingOrder, QDialog):
    """Compares, filters, prints and saves. Emits ``code_requested`` and ``said``."""

    code_requested = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        releases: tuple[str, ...],
        own: frozenset[str],
        compare: Compare,
        parent: QWidget | None = None,
    ) -> None:
        """Compare two of these releases, at first the last two; ``own`` are the user's codes."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("What’s new")
        self.resize(first_size(_SIZE, parent))
        self._compare = compare
        self._found: Comparison | None = None
        self._shown: tuple[Change, ...] = ()
        self._filters = Filters(releases, own)
        self._filters.releases_chosen.connect(self._on_releases_chosen)
        self._filters.changed.connect(self._fill)
        self._title = label(type_="title", wrap=True)
        self._count = label(type_="muted", wrap=True)
        self._untold = label(type_="caution", wrap=True)
        self._model = ChangesModel(self)
        self._table = Table(self._model, "Changed codes", "Enter opens the code")
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self._table.row_opened.connect(self._on_row_opened)
        self._detail = ChangeDetail()
        self._detail.code_requested.connect(self.code_requested)
        self._save_button = _button("Save table…", self._on_save)
        self._pdf_button = _button("Save as PDF…", self._on_pdf)
        self._print_button = _button("Print…", self._on_print)
        self._lay_out()
        self._on_releases_chosen()
        self._table.setFocus()

    def open_(self) -> None:
        """Bring it to the front, beside the main window."""
        self.show()
        self.activateWindow()

    def show_releases(self, releases: tuple[str, ...]) -> None:
        """Compare in a library that replaced the one before; close where it has not two."""
        if len(releases) < 2:
            self.said.emit("What’s new was closed: it needs two releases")
            self.close()
            return
        self._filters.offer_releases(releases)
        self._on_releases_chosen()

    def save_table(self, path: Path) -> None:
        """Save what is shown as xlsx or csv; raises UserError where it cannot be written."""
        if self._found is not None:
            rows = change_rows.rows(self._shown, self._found.descriptions)
            spreadsheet.write(path, change_rows.HEADINGS, rows)
            self.said.emit(f"Saved {path.name}")

    def save_pdf(self, path: Path) -> None:
        """Save what is shown as PDF; raises UserError where it cannot be written."""
        printing.write_pdf(self._html(), path)
        self.said.emit(f"Saved {path.name}")

    def changeEvent(self, event: QEvent) -> None:
        """Larger text takes more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._filters.setFixedWidth(round(_LEFT * ratio_of(self.font())))

    def _on_releases_chosen(self) -> None:
        old, new = self._filters.releases
        try:
            self._found = self._compare(old, new)
        except UserError:
            self._choose_shown()
            raise
        self._title.setText(f"What is new from {name_of(old)} to {name_of(new)}")
        self._filters.offer_sections(self._found.difference.changes)
        self._fill()

    def _choose_shown(self) -> None:
        """Have the boxes say what the table shows."""
        if self._found is not None:
            self._filters.choose_releases(self._found.difference.old, self._found.difference.new)

    def _fill(self) -> None:
        if self._found is None:
            return
        changes = self._found.difference.changes
        pool = chosen(changes, self._filters.without_kind)
        untold = self._found.difference.untold
        self._filters.show_counts(len(pool), counts(pool), untold)
        self._untold.setText(change_rows.untold_words(untold))
        self._untold.setVisible(bool(untold))
        self._shown = chosen(changes, self._filters.choice)
        self._model.set_rows(self._shown, self._found.descriptions)
        self._count.setText(self._said())
        for each in (self._save_button, self._pdf_button, self._print_button):
            each.setEnabled(bool(self._shown))
        self._detail.clear()
        if self._shown:
            self._table.setCurrentIndex(self._model.index(0, CODE))

    def _said(self) -> str:
        if not self._shown:
            return "No code changed that way. What a release does not print is no change."
        return f"{self._filters.words()}: {count(len(self._shown), 'code')}"

    def _on_row(self, current: QModelIndex) -> None:
        if self._found is not None and current.isValid():
            change = self._model.change(current.row())
            self._detail.show_change(change, self._found.descriptions.get(change.code, ""))

    def _on_row_opened(self, row: int) -> None:
        self.code_requested.emit(self._model.change(row).code)

    def _html(self) -> str:
        if self._found is None:
            return ""
        found, texts = self._found.difference, self._found.descriptions
        return changes_html.page(found, self._shown, texts, self._filters.words())

    def _on_print(self) -> None:
        printing.print_html(self._html(), self)

    def _on_save(self) -> None:
        dialog = self._file_dialog("Save table", TABLES, "xlsx")
        dialog.filterSelected.connect(self._on_filter_selected)
        dialog.fileSelected.connect(self._on_table_file)
        dialog.open()

    def _on_pdf(self) -> None:
        dialog = self._file_dialog("Save as PDF", "PDF (*.pdf)", "pdf")
        dialog.fileSelected.connect(self._on_pdf_file)
        dialog.open()

    def _on_filter_selected(self, chosen_filter: str) -> None:
        dialog = self.sender()
        if isinstance(dialog, QFileDialog):
            dialog.setDefaultSuffix("csv" if "csv" in chosen_filter else "xlsx")

    def _on_table_file(self, path: str) -> None:
        self.save_table(Path(path))

    def _on_pdf_file(self, path: str) -> None:
        self.save_pdf(Path(path))

    def _file_dialog(self, title: str, name_filter: str, suffix: str) -> QFileDialog:
        old, new = self._filters.releases
        return save_dialog(self, title, name_filter, f"HCPCS changes {old} to {new}.{suffix}")

    def _lay_out(self) -> None:
        self._fit()
        header = self._table.horizontalHeader()
        self._table.fit_columns(("X0000", "Long description, payment", ""))
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(6 * GRID)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self._count, 1)
        for each in (self._save_button, self._pdf_button, self._print_button):
            buttons.addWidget(each)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self._table)
        split.addWidget(self._detail)
        split.setSizes(_HEIGHTS)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(self._title)
        right.addLayout(buttons)
        right.addWidget(self._untold)
        right.addWidget(split, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        row.setSpacing(3 * GRID)
        row.addWidget(self._filters)
        row.addLayout(right, 1)


def _button(text: str, slot: Callable[[], None]) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.clicked.connect(slot)
    return made
