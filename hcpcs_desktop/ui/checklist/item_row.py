"""One item of a checklist: a box to tick, the text, why, and what it prevents."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from hcpcs_desktop.domain.checklist import Item
from hcpcs_desktop.output import wording
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label, line
from hcpcs_desktop.ui.unfold import HelpButton


class ItemBox(QCheckBox):
    """The box of an item; the arrows go to the next one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move between the boxes of the list."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        boxes = self.window().findChildren(ItemBox)
        if step is None or self not in boxes:
            super().keyPressEvent(event)
            return
        boxes[(boxes.index(self) + step) % len(boxes)].setFocus(Qt.FocusReason.TabFocusReason)


class ItemRow(QWidget):
    """Emits ``ticked`` (item id, whether it is ticked) when the user changes it."""

    ticked = Signal(str, bool)

    def __init__(self, item: Item, ticked: bool, parent: QWidget | None = None) -> None:
        """Show an item as it was saved."""
        super().__init__(parent)
        self.item = item
        self.box = ItemBox()
        self.box.setChecked(ticked)
        self.box.setAccessibleName(item.text)
        self.box.setAccessibleDescription(item.why)
        self.box.toggled.connect(self._on_toggled)
        self._help = HelpButton("the source of this item")
        self._help.set_help(f"Source: {item.source}.")
        self._lay_out()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the row ticks it."""
        if event.button() == Qt.MouseButton.LeftButton and self.box.isEnabled():
            self.box.toggle()

    def _lay_out(self) -> None:
        codes = label(wording.adjustment_codes(self.item.prevents), "muted")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 3 * GRID // 2, 0, 0)
        grid.setHorizontalSpacing(3 * GRID // 2)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.box, 0, 0, top)
        grid.addWidget(label(self.item.text, wrap=True), 0, 1)
        grid.addWidget(codes, 0, 2, top)
        grid.addWidget(self._help, 0, 3, top)
        grid.addWidget(label(self.item.why, "muted", wrap=True), 1, 1, 1, 3)
        grid.addWidget(self._help.text_label, 2, 1, 1, 3)
        grid.setRowMinimumHeight(3, 3 * GRID // 2 - 4)
        grid.addWidget(line(), 4, 0, 1, 4)

    def _on_toggled(self, ticked: bool) -> None:
        self.ticked.emit(self.item.id, ticked)
