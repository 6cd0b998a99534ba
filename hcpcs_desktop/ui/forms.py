"""A labelled input: label, buddy, accessible name and help, in one call."""

from collections.abc import Iterable

from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QStyledItemDelegate, QWidget

from hcpcs_desktop.ui.text import label


def add_input(layout: QBoxLayout, name: str, widget: QWidget, help_text: str = "") -> QLabel:
    """Put an input with its label into a layout and tell a screen reader what it is."""
    caption = label(name, "muted")
    caption.setBuddy(widget)
    name_input(widget, name, help_text)
    layout.addWidget(caption)
    layout.addWidget(widget)
    return caption


def name_input(widget: QWidget, name: str, help_text: str = "") -> None:
    """Name an input that shows no label of its own, such as the search box."""
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(help_text)
    if isinstance(widget, QComboBox):
        widget.view().setAccessibleName(name)
        line = widget.lineEdit()
        if line is not None:
            line.setAccessibleName(name)


def choice(entries: Iterable[tuple[str, object]]) -> QComboBox:
    """A box to choose from; each entry is its text and its value."""
    box = QComboBox()
    box.setItemDelegate(QStyledItemDelegate(box))
    for text, value in entries:
        box.addItem(text, value)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def choose(box: QComboBox, value: object) -> None:
    """Select the entry of that value without telling the listeners."""
    box.blockSignals(True)
    box.setCurrentIndex(max(box.findData(value), 0))
    box.blockSignals(False)
