"""One worksheet at work: its head, what it says of patient data, its items."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hcpcs_desktop.domain.worksheet import Drift, State, Worksheet, progress
from hcpcs_desktop.output.counted import count
from hcpcs_desktop.output.worksheet import NO_PATIENT_DATA
from hcpcs_desktop.ui.notify import Banner
from hcpcs_desktop.ui.pane_area import SIDE, PaneArea
from hcpcs_desktop.ui.rows import Rows
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.worksheets.entry_row import EntryRow
from hcpcs_desktop.ui.worksheets.head import WorksheetHead


class SheetView(QWidget):
    """Emits what the user does: ``state_changed``, ``note_changed`` (item id, value), ``renamed``.

    ``update_requested`` where the library has other items by now, ``finished`` when the last item
    is settled, and ``code_requested``.
    """

    state_changed = Signal(str, str)
    note_changed = Signal(str, str)
    renamed = Signal(str)
    update_requested = Signal()
    finished = Signal()
    code_requested = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._today = today
        self._states: dict[str, State] = {}
        self.head = WorksheetHead(today)
        self._drift = Banner()
        self._reason = label(type_="caution", wrap=True)
        self._items = QVBoxLayout()
        self._rows = Rows(self._items, self._made_row, self)
        self._area = PaneArea()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._drift.acted.connect(self.update_requested)
        self.head.renamed.connect(self.renamed)
        self.head.code_requested.connect(self.code_requested)

    def show_worksheet(self, shown: Worksheet, drift: Drift, read_only: str) -> None:
        """Show a worksheet, and what today's checklist has otherwise."""
        self.flush()
        self.head.show_worksheet(shown, read_only)
        self._states = {entry.item.id: entry.state for entry in shown.entries}

        def show(index: int, row: EntryRow) -> None:
            row.show_entry(shown.entries[index], read_only)

        self._rows.fill(len(shown.entries), show)
        self._reason.setText(read_only)
        self._reason.setVisible(bool(read_only))
        self._drift.hide()
        if drift and not read_only:
            self._drift.say(_drift_words(drift), "caution", "Bring up to date")

    def scroll_to_top(self) -> None:
        """Begin at the first item."""
        self._area.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Put the focus on the first item."""
        if self._states:
            self._rows.filled[0].box.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save what is being typed."""
        self.head.flush()
        for row in self._rows.filled:
            row.flush()

    def _on_state_changed(self, item_id: str, state: State) -> None:
        self._states[item_id] = state
        found = progress(self._states.values())
        self.head.show_progress(found)
        self.state_changed.emit(item_id, state)
        if found.is_finished:
            self.finished.emit()

    def _on_moved(self, step: int) -> None:
        row = self.sender()
        if isinstance(row, EntryRow):
            target = self._rows.after(row, step).box
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(target, 0, 4 * GRID)

    def _made_row(self) -> EntryRow:
        row = EntryRow(self._today)
        row.state_changed.connect(self._on_state_changed)
        row.note_changed.connect(self.note_changed)
        row.moved.connect(self._on_moved)
        return row

    def _lay_out(self) -> None:
        self._area.column.addLayout(self._items)
        self._area.column.addStretch(1)
        strip = QWidget()
        strip.setProperty("type", "unfolded")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(strip)
        inner.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        inner.addWidget(label(NO_PATIENT_DATA, "caution", wrap=True))
        top = QVBoxLayout()
        top.setContentsMargins(SIDE, 2 * GRID, SIDE, GRID)
        top.setSpacing(3 * GRID // 2)
        top.addWidget(self.head)
        top.addWidget(strip)
        top.addWidget(self._reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._drift)
        column.addWidget(self._area, 1)


def _drift_words(drift: Drift) -> str:
    parts = (
        (drift.added, "new"),
        (drift.changed, "changed"),
        (drift.gone, "no longer there"),
    )
    told = ", ".join(f"{count(len(texts), 'item')} {word}" for texts, word in parts if texts)
    return f"The checklist has changed since: {told}. Your ticks and notes stay."
