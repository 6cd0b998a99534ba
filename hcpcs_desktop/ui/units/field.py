"""A field: its label, its input, a hint, and below it what is wrong with what was typed."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hcpcs_desktop.ui.forms import add_input
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_MOST_LETTERS = 80


class Field(QWidget):
    """One input with all that belongs to it."""

    def __init__(
        self, name: str, widget: QWidget, hint: str = "", parent: QWidget | None = None
    ) -> None:
        """Put the input under its name; a hint stands below it and is its description."""
        super().__init__(parent)
        self._input = widget
        self._hint = label(hint, "muted", wrap=True)
        self._fault = label(type_="bad", wrap=True, selectable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        add_input(column, name, widget, hint)
        column.addWidget(self._hint)
        column.addWidget(self._fault)
        self._hint.setHidden(not hint)
        self._fault.hide()

    def show_hint(self, hint: str) -> None:
        """Say something else below the input."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        mark(self._input, self._fault.text(), hint)

    def show_fault(self, fault: str) -> None:
        """Say what is wrong, nothing where all is well."""
        mark(self._input, fault, self._hint.text())
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))


def text_input(placeholder: str = "", *, fixed: bool = False) -> QLineEdit:
    """A line to type into; ``fixed`` is for digits that are compared place by place."""
    made = QLineEdit()
    made.setMaxLength(_MOST_LETTERS)
    made.setPlaceholderText(placeholder)
    if fixed:
        made.setProperty("type", "value")
    return made


def mark(widget: QWidget, fault: str, hint: str = "") -> None:
    """Frame an input in red while it has a fault, and tell it to a screen reader."""
    widget.setAccessibleDescription(fault or hint)
    if bool(widget.property("invalid")) != bool(fault):
        widget.setProperty("invalid", bool(fault))
        widget.style().unpolish(widget)
        widget.style().polish(widget)
