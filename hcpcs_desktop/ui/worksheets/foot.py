"""What can be done with a worksheet: print it, save it, put it away, delete it for good."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.ui.buttons import push_button
from hcpcs_desktop.ui.fitted import Fitted
from hcpcs_desktop.ui.pane_area import SIDE
from hcpcs_desktop.ui.scale import GRID, ratio_of
from hcpcs_desktop.ui.text import label, line

_QUESTION = "Delete it? It is gone for good, out of the backups too, and cannot be brought back."

_LARGE = 1.75
"""The size of text from which on one row has no room for all of it."""


class WorksheetFoot(Fitted):
    """Emits what is wanted; it asks before it lets a worksheet be deleted.

    ``archive_requested`` has whether the worksheet is to be put away.
    """

    print_requested = Signal()
    pdf_requested = Signal()
    save_requested = Signal()
    archive_requested = Signal(bool)
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it for a worksheet at work."""
        super().__init__(parent)
        self._archived = False
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.archive = push_button("Archive", self._on_archive)
        self._delete = push_button("Delete…", self._on_delete)
        self._question = label(_QUESTION, "caution", wrap=True)
        self._yes = push_button("Delete for good", self._on_yes)
        self._no = push_button("Keep it", self._on_no)
        self._papers = [
            push_button("Print…", self.print_requested.emit),
            push_button("PDF…", self.pdf_requested.emit),
            push_button("Text or Excel…", self.save_requested.emit),
        ]
        self._lay_out()
        self._fit()
        self._ask(False)

    def show_state(self, *, archived: bool, can_change: bool) -> None:
        """Offer what can be done with a worksheet."""
        self._archived = archived
        text = "Take out again" if archived else "Archive"
        self.archive.setText(text)
        self.archive.setAccessibleName(text)
        for each in (self.archive, self._delete):
            each.setEnabled(can_change)
        self._ask(False)

    def _on_archive(self) -> None:
        self.archive_requested.emit(not self._archived)

    def _on_delete(self) -> None:
        self._ask(True)
        self._no.setFocus()

    def _on_yes(self) -> None:
        self._ask(False)
        self.delete_requested.emit()

    def _on_no(self) -> None:
        self._ask(False)
        self._delete.setFocus()

    def _ask(self, asks: bool) -> None:
        asked = (self._question, self._yes, self._no)
        offered = (*self._papers, self.archive, self._delete)
        gone, there = (offered, asked) if asks else (asked, offered)
        for each in gone:  # first, or the window would grow to have room for all of them
            each.hide()
        for each in there:
            each.show()

    def _fit(self) -> None:
        """Two rows where text is large."""
        directions = QBoxLayout.Direction
        is_large = ratio_of(self.font()) >= _LARGE
        self._both.setDirection(directions.TopToBottom if is_large else directions.LeftToRight)

    def _lay_out(self) -> None:
        papers, deeds = QHBoxLayout(), QHBoxLayout()
        for each in self._papers:
            papers.addWidget(each)
        papers.addWidget(self._question, 1)
        papers.addStretch(0)
        deeds.addStretch(0)
        for each in (self.archive, self._delete, self._yes, self._no):
            deeds.addWidget(each)
        row = self._both
        row.setContentsMargins(SIDE, GRID, SIDE, 3 * GRID // 2)
        for part in (papers, deeds):
            part.setSpacing(GRID)
            row.addLayout(part)
        row.setSpacing(GRID)
        row.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line())
        column.addLayout(row)
