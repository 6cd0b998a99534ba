"""The containers of a dose: how many of which size were opened, and the NDC of each size."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.scale import GRID, ratio_of
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.units.entries import Container
from hcpcs_desktop.ui.units.field import mark, text_input

PARTS = ("count", "size", "ndc")
_TEXT_WIDTHS = {"count": 56, "size": 8 * GRID, "ndc": 14 * GRID + GRID // 2}
_AROUND = {"count": 4, "size": 3 * GRID, "ndc": 4 * GRID + GRID // 2}
"""What the widest text of a part takes at 100 %, and the room around it, which does not grow."""
_TIMES_WIDTH, _REMOVE_WIDTH = 2 * GRID, 20
_GAP = 6
_NAMES = {
    "count": ("How many were opened, size {}", "Empty for a size at hand."),
    "size": ("Size {} of a container", "Labelled content, such as 60 mg."),
    "ndc": ("NDC of size {}", "As on the package, with its hyphens."),
}
_HINT = "Leave the number empty for sizes at hand: the choice that opens least is then shown."


def part_width(part: str, font: QFont) -> int:
    """How wide a part is, with the text as large as it is."""
    return round(_TEXT_WIDTHS[part] * ratio_of(font)) + _AROUND[part]


def row_width(font: QFont) -> int:
    """What a row takes at least."""
    parts = sum(part_width(part, font) for part in PARTS)
    return parts + _TIMES_WIDTH + _REMOVE_WIDTH + 4 * _GAP


class ContainerRow(QWidget):
    """One size. Emits ``changed``, ``edited`` when a part is left, and ``remove_requested``."""

    changed = Signal()
    edited = Signal()
    remove_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self.inputs: dict[str, QLineEdit] = {
            "count": text_input(),
            "size": text_input("60 mg"),
            "ndc": text_input(fixed=True),
        }
        self.remove = QToolButton()
        self.remove.setText("×")
        self.remove.setProperty("type", "help")
        self.remove.clicked.connect(self._on_remove)
        policy = self.remove.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(policy)
        self.fit(self.font())
        row = _row(self)
        row.addWidget(self.inputs["count"])
        times = label("×", "muted")
        times.setFixedWidth(_TIMES_WIDTH)
        row.addWidget(times)
        row.addWidget(self.inputs["size"], 1)
        row.addWidget(self.inputs["ndc"])
        row.addWidget(self.remove)
        for each in self.inputs.values():
            each.textChanged.connect(self.changed)
            each.editingFinished.connect(self.edited)

    def fit(self, font: QFont) -> None:
        """Give the parts the room that their texts take."""
        for part in ("count", "ndc"):
            self.inputs[part].setFixedWidth(part_width(part, font))

    @property
    def container(self) -> Container:
        """What is typed."""
        return Container(**{part: each.text() for part, each in self.inputs.items()})

    def show_container(self, container: Container, number: int, *, removable: bool) -> None:
        """Show a container; ``number`` counts from one, for the names that a reader speaks."""
        for part, each in self.inputs.items():
            name, hint = _NAMES[part]
            name_input(each, name.format(number), hint)
            each.blockSignals(True)
            if each.text() != getattr(container, part):
                each.setText(getattr(container, part))
            each.blockSignals(False)
        self.remove.setAccessibleName(f"Remove size {number}")
        self.remove.setVisible(removable)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Frame the parts (``count``, ``size``, ``ndc``) that have a fault."""
        for part, each in self.inputs.items():
            mark(each, faults.get(part, ""), _NAMES[part][1])

    def _on_remove(self) -> None:
        self.remove_requested.emit(self)


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
        for button in (self._use, self._add):
            button.setProperty("type", "link")
            button.setAutoDefault(False)
        self._use.clicked.connect(self._on_use)
        self._add.clicked.connect(self._on_add)
        self._column = QVBoxLayout()
        self._column.setSpacing(_GAP)
        self._lay_out()
        self.set_containers((Container(),))
        self.show_suggestion({})
        self.show_faults({})

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
        self._put_in_tab_order()

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
        for row in self._rows:
            row.fit(self.font())

    def _made(self) -> ContainerRow:
        row = ContainerRow()
        row.changed.connect(self.changed)
        row.edited.connect(self.edited)
        row.remove_requested.connect(self._on_remove)
        self._column.addWidget(row)
        return row

    def _put_in_tab_order(self) -> None:
        """Row by row, then the links below."""
        order: list[QWidget] = []
        for row in self._rows:
            order += [*row.inputs.values(), row.remove]
        order += [self._add, self._use]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

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
        captions = _row(head)
        self._captions = {
            "count": label("Opened", "muted"),
            "ndc": label("NDC (optional)", "muted"),
        }
        captions.addWidget(self._captions["count"])
        captions.addSpacing(_TIMES_WIDTH)
        captions.addWidget(label("Size", "muted"), 1)
        captions.addWidget(self._captions["ndc"])
        self._fit()
        captions.addSpacing(_REMOVE_WIDTH)
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


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GAP)
    return row
