"""One item of a worksheet: a box to tick, not applicable, a note, and what it prevents."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from hcpcs_desktop.domain.patient_data import hint
from hcpcs_desktop.domain.worksheet import Entry, State
from hcpcs_desktop.output import wording
from hcpcs_desktop.ui.checklist.item_row import ItemBox
from hcpcs_desktop.ui.code.note_editor import NoteEditor
from hcpcs_desktop.ui.row import Row
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import Type, label, retype
from hcpcs_desktop.ui.unfold import HelpButton

_DROPPED = "No longer in the checklist; kept for its tick or note. "


class EntryRow(Row):
    """Emits ``state_changed`` and ``note_changed``, each with the id of the item.

    It stays and is filled anew for the next worksheet; ``moved`` is that of its box.
    """

    state_changed = Signal(str, str)
    note_changed = Signal(str, str)
    moved = Signal(int)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Build it empty; ``today`` tells a birthday from a date of service."""
        super().__init__(parent)
        self._today = today
        self._id = ""
        self.box = ItemBox()
        self._text = label(wrap=True)
        self._why = label(type_="muted", wrap=True)
        self._codes = label(type_="muted")
        self._help = HelpButton("the source")
        self._out = _chip("Not applicable")
        self._noted = _chip("Note")
        self._note = NoteEditor()
        self._note.setProperty("type", "field")
        self._hint = label(type_="caution", wrap=True)
        self._grid = QGridLayout(self)
        self._lay_out()
        self.box.toggled.connect(self._on_ticked)
        self.box.moved.connect(self.moved)
        self._out.toggled.connect(self._on_out)
        self._noted.toggled.connect(self._on_noted)
        self._note.changed.connect(self.note_changed)
        self._note.textChanged.connect(self._on_note_typed)
        self._help.unfolded.connect(self._on_unfolded)

    @property
    def state(self) -> State:
        """What the user made of the item."""
        if self._out.isChecked():
            return "not_applicable"
        return "done" if self.box.isChecked() else "open"

    def show_entry(self, entry: Entry, read_only: str) -> None:
        """Show an item as it was saved; ``read_only`` says why nothing can be changed."""
        item = entry.item
        self._note.flush()
        self._id = item.id
        self._text.setText(item.text)
        self._why.setText(f"{_DROPPED if entry.dropped else ''}{wording.item_why(item)}")
        self._codes.setText(wording.adjustment_codes(item.prevents))
        self._help.set_subject(f"the source of: {item.text}")
        self._help.set_help(wording.item_source(item))
        self.box.setAccessibleName(item.text)
        self.box.setAccessibleDescription(item.why)
        self._out.setAccessibleName(f"Not applicable: {item.text}")
        self._noted.setAccessibleName(f"Note on: {item.text}")
        _check(self.box, entry.state == "done")
        _check(self._out, entry.state == "not_applicable")
        self._note.show_note(item.id, entry.note, read_only, item.text)
        self._show_note(shown=bool(entry.note))
        for each in (self.box, self._out):
            each.setEnabled(not read_only)
        self._dress()

    def flush(self) -> None:
        """Save a note that is being typed."""
        self._note.flush()

    def _on_ticked(self, ticked: bool) -> None:
        if ticked:
            _check(self._out, False)
        self._tell()

    def _on_out(self, out: bool) -> None:
        if out:
            _check(self.box, False)
        self._tell()

    def _tell(self) -> None:
        self._dress()
        self.state_changed.emit(self._id, self.state)

    def _dress(self) -> None:
        type_: Type = "muted" if self._out.isChecked() else "body"
        if self._text.property("type") != type_:
            retype(self._text, type_)

    def _on_noted(self, shown: bool) -> None:
        self._show_note(shown=shown)
        if shown:
            self._note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_note(self, *, shown: bool) -> None:
        _check(self._noted, shown)
        self._note.setVisible(shown)
        self._on_note_typed()

    def _on_note_typed(self) -> None:
        said = hint(self._note.toPlainText(), self._today())
        self._hint.setText(said)
        self._hint.setVisible(bool(said) and not self._note.isHidden())

    def _on_unfolded(self, text: QWidget) -> None:
        self._grid.addWidget(text, 4, 1, 1, 3)

    def _lay_out(self) -> None:
        grid = self._grid
        grid.setContentsMargins(0, 3 * GRID // 2, 0, 3 * GRID // 2)
        grid.setHorizontalSpacing(3 * GRID // 2)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        chips = QHBoxLayout()
        chips.setSpacing(GRID)
        chips.addWidget(self._out)
        chips.addWidget(self._noted)
        grid.addWidget(self.box, 0, 0, top)
        grid.addWidget(self._text, 0, 1)
        grid.addWidget(self._codes, 0, 2, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._help, 0, 3, top)
        grid.addWidget(self._why, 1, 1, top)
        grid.addLayout(chips, 1, 2, 1, 2, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._note, 2, 1, 1, 3)
        grid.addWidget(self._hint, 3, 1, 1, 3)


def _chip(text: str) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.setCheckable(True)
    made.setProperty("type", "chip")
    return made


def _check(button: QPushButton | ItemBox, checked: bool) -> None:
    """Check a button without telling the listeners."""
    button.blockSignals(True)
    button.setChecked(checked)
    button.blockSignals(False)
