"""One item of a checklist: a box to tick, the text, why, and what it prevents."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from hcpcs_desktop.domain.checklist import Item
from hcpcs_desktop.output import wording
from hcpcs_desktop.ui.prose import Prose
from hcpcs_desktop.ui.row import Row
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.unfold import HelpButton

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ItemBox(QCheckBox):
    """The box of an item; emits ``moved`` (1 or -1) where an arrow leads to another item."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move between the boxes of the list."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)


class ItemRow(Row):
    """Emits ``ticked`` (item id, whether it is ticked) when the user changes it.

    It stays and is filled anew for the next checklist; ``moved`` is that of its box,
    ``code_requested`` is emitted when a link in its texts is followed: to a code, or to the page
    of a denial (``topic:``).
    """

    ticked = Signal(str, bool)
    moved = Signal(int)
    code_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._id = ""
        self.box = ItemBox()
        self.box.toggled.connect(self._on_toggled)
        self.box.moved.connect(self.moved)
        self._text = Prose(selectable=False)
        self._why = Prose("muted", selectable=False)
        self._codes = label(type_="muted")
        self._grid = QGridLayout(self)
        self._help = HelpButton("the source")
        self._help.unfolded.connect(self._on_unfolded)
        self._help.code_requested.connect(self.code_requested)
        for each in (self._text, self._why):
            each.code_requested.connect(self.code_requested)
            each.clicked.connect(self._on_clicked)
        self._lay_out()

    @property
    def item_id(self) -> str:
        """The id of the item that it shows."""
        return self._id

    def show_item(
        self, item: Item, known: Collection[str], *, ticked: bool, can_tick: bool
    ) -> None:
        """Show an item as it was saved; mentions of the ``known`` codes are links."""
        if item.id != self._id:
            self._help.setChecked(False)
        self._id = item.id
        self.show_tick(ticked)
        self.box.setEnabled(can_tick)
        self.box.setAccessibleName(item.text)
        self.box.setAccessibleDescription(item.why)
        self._text.set_text(item.text, known)
        self._why.set_text(wording.item_why(item), known)
        self._codes.setText(wording.adjustment_codes(item.prevents))
        self._help.set_subject(f"the source of: {item.text}")
        self._help.set_help(wording.item_origins(item), known, wording.item_prevents(item))

    def show_tick(self, ticked: bool) -> None:
        """Show it ticked, or not, without telling the listeners."""
        self.box.blockSignals(True)
        self.box.setChecked(ticked)
        self.box.blockSignals(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the row ticks it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._on_clicked()

    def _lay_out(self) -> None:
        grid = self._grid
        grid.setContentsMargins(0, 3 * GRID // 2, 0, 3 * GRID // 2)
        grid.setHorizontalSpacing(3 * GRID // 2)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.box, 0, 0, top)
        grid.addWidget(self._text, 0, 1)
        grid.addWidget(self._codes, 0, 2, top)
        grid.addWidget(self._help, 0, 3, top)
        grid.addWidget(self._why, 1, 1, 1, 3)

    def _on_unfolded(self, text: QWidget) -> None:
        self._grid.addWidget(text, 2, 1, 1, 3)

    def _on_clicked(self) -> None:
        if self.box.isEnabled():
            self.box.toggle()

    def _on_toggled(self, ticked: bool) -> None:
        self.ticked.emit(self._id, ticked)
