"""One container size: how many of it were opened, and its NDC."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.scale import GRID, ratio_of
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.units.entries import Container
from hcpcs_desktop.ui.units.field import mark, text_input

PARTS = ("count", "size", "ndc")
_TEXT_WIDTHS = {"count": 56, "size": 7 * GRID, "ndc": 14 * GRID}
_AROUND = {"count": 4, "size": 3 * GRID, "ndc": 4 * GRID + GRID // 2}
"""What the widest text of a part takes at 100 %, and the room around it, which does not grow."""
TIMES_WIDTH, _HALF_REMOVE = 2 * GRID, 9
GAP = 6
_NAMES = {
    "count": ("How many were opened, size {}", "Empty for a size at hand."),
    "size": ("Size {} of a container", "Labeled content, such as 60 mg."),
    "ndc": ("NDC of size {}", "As on the package, with its hyphens."),
}


def part_width(part: str, font: QFont) -> int:
    """How wide a part is, with the text as large as it is."""
    return round(_TEXT_WIDTHS[part] * ratio_of(font)) + _AROUND[part]


def remove_width(font: QFont) -> int:
    """How wide the style makes the button at the end of a row, with its frame."""
    return 2 * round(_HALF_REMOVE * ratio_of(font)) + 2


def row_width(font: QFont) -> int:
    """What a row takes at least."""
    parts = sum(part_width(part, font) for part in PARTS)
    return parts + TIMES_WIDTH + remove_width(font) + 4 * GAP


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
        row = row_of(self)
        row.addWidget(self.inputs["count"])
        times = label("×", "muted")
        times.setFixedWidth(TIMES_WIDTH)
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


def row_of(widget: QWidget) -> QHBoxLayout:
    """A layout for the parts of a row, or for what stands above them."""
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    return row
