"""The containers of a dose: how many of which size were opened, and the NDC of each size."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.units.container_row import (
    GAP,
    PARTS,
    TIMES_WIDTH,
    ContainerRow,
    part_width,
    remove_width,
    row_of,
)
from hcpcs_desktop.ui.units.entries import Container, lacking, with_sizes

_HINT = "Leave the number empty for sizes at hand: the choice that opens least is then shown."
_MOST_NAMED = 24
"""Sizes whose names are longer than these characters are offered by their number."""


class ContainerRows(QWidget):
    """All sizes. Emits ``changed``, and ``edited`` when one of their inputs is left."""

    changed = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with one empty size."""
        super().__init__(parent)
        self._rows: list[ContainerRow] = []
        self._suggestion: Mapping[str, int] = {}
        self._fault = label(type_="bad", wrap=True, selectable=True)
        self._suggested = label(type_="muted", wrap=True)
        self._use = QPushButton("These were opened")
        self._add = QPushButton("Add a size")
        self._take = QPushButton()
        self._offered: tuple[Container, ...] = ()
        for button in (self._use, self._add, self._take):
            button.setProperty("type", "link")
            button.setAutoDefault(False)
        self._use.clicked.connect(self._on_use)
        self._take.clicked.connect(self._on_take)
        self.changed.connect(self._show_offer)
        self._add.clicked.connect(self._on_add)
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP)
        self._lay_out()
        self.set_containers((Container(),))
        self.show_suggestion({})
        self.show_faults({})
        self._show_offer()

    @property
    def containers(self) -> tuple[Container, ...]:
        """What is typed, size by size."""
        return tuple(row.container for row in self._rows)

    def set_containers(self, containers: tuple[Container, ...]) -> None:
        """Show these sizes; nothing is emitted."""
        while len(self._rows) > len(containers):
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(containers):
            self._rows.append(self._made())
        for index, (row, container) in enumerate(zip(self._rows, containers, strict=True)):
            row.show_container(container, index + 1, removable=len(containers) > 1)
        self._show_offer()

    def offer(self, sizes: tuple[Container, ...]) -> None:
        """Offer sizes that CMS lists, as sizes at hand."""
        self._offered = sizes
        self._show_offer()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Frame what has a fault, and say the first one below."""
        found = [faults["containers"]] if "containers" in faults else []
        for index, row in enumerate(self._rows):
            of_row = {part: faults.get(f"{part}_{index}", "") for part in PARTS}
            row.show_faults(of_row)
            found += [fault for fault in of_row.values() if fault]
        self._fault.setText(found[0] if found else "")
        self._fault.setVisible(bool(found))

    def show_suggestion(self, counts: Mapping[str, int]) -> None:
        """Say what opens least, by size as typed; empty where the user said what was opened."""
        self._suggestion = counts
        listed = " + ".join(f"{count} × {size}" for size, count in counts.items())
        self._suggested.setText(f"Least to open: {listed}." if counts else _HINT)
        told = any(row.container.count.strip() for row in self._rows)
        self._suggested.setVisible(bool(counts) or not told)
        self._use.setVisible(bool(counts))

    def changeEvent(self, event: QEvent) -> None:
        """Larger text takes more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        for part, caption in self._captions.items():
            caption.setMinimumWidth(part_width(part, self.font()))
        self._end.setFixedWidth(remove_width(self.font()))
        for row in self._rows:
            row.fit(self.font())

    def _made(self) -> ContainerRow:
        row = ContainerRow()
        row.changed.connect(self.changed)
        row.edited.connect(self.edited)
        row.remove_requested.connect(self._on_remove)
        self._column.addWidget(row)
        return row

    def _on_add(self) -> None:
        self.set_containers((*self.containers, Container()))
        self._focus(len(self._rows) - 1)
        self.changed.emit()

    def _on_remove(self, row: ContainerRow) -> None:
        at = self._rows.index(row)
        kept = self.containers
        self.set_containers((*kept[:at], *kept[at + 1 :]))
        self._focus(min(at, len(self._rows) - 1))
        self.changed.emit()

    def _show_offer(self) -> None:
        more = [each.size for each in lacking(self.containers, self._offered)]
        named = ", ".join(more)
        if len(named) > _MOST_NAMED:
            named = f"{len(more)} sizes"
        self._take.setText(f"From CMS's crosswalk: {named}")
        self._take.setVisible(bool(more))

    def _on_take(self) -> None:
        self.set_containers(with_sizes(self.containers, self._offered))
        self._focus(0)
        self.changed.emit()

    def _on_use(self) -> None:
        used = dict(self._suggestion)
        self.set_containers(
            tuple(
                Container(each.size, str(used.pop(each.size.strip(), "")), each.ndc)
                for each in self.containers
            )
        )
        self._focus(0)
        self.changed.emit()

    def _focus(self, index: int) -> None:
        self._rows[index].inputs["count"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        head = QWidget()
        captions = row_of(head)
        self._captions = {
            "count": label("Opened", "muted"),
            "ndc": label("NDC (optional)", "muted"),
        }
        captions.addWidget(self._captions["count"])
        captions.addSpacing(TIMES_WIDTH + GAP)
        captions.addWidget(label("Size", "muted"), 1)
        captions.addWidget(self._captions["ndc"])
        self._end = QWidget()
        captions.addWidget(self._end)
        self._fit()
        links = QHBoxLayout()
        links.setSpacing(2 * GRID)
        links.addWidget(self._add)
        links.addWidget(self._use)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(head)
        column.addLayout(self._column)
        column.addWidget(self._fault)
        column.addWidget(self._suggested)
        column.addLayout(links)
        column.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
