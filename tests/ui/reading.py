"""What a user can read and reach in a window."""

from typing import Protocol

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from hcpcs_desktop.ui.badge import BadgeLabel


class Logged(Protocol):
    """What is logged, as the tests' own fixture collects it."""

    def take(self) -> list[str]:
        """The lines that the test expected."""


def shown_text(window: QWidget) -> str:
    """All texts that are visible, one a line."""
    QApplication.processEvents()
    lines = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window):
            continue
        if isinstance(widget, QLabel | QAbstractButton):
            lines.append(widget.text())
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            lines.append(widget.toPlainText())
        elif isinstance(widget, BadgeLabel):
            lines.append(widget.badge.text)
    return "\n".join(line for line in lines if line)


def button(window: QWidget, name: str) -> QAbstractButton:
    """The button that a screen reader calls by this name."""
    QApplication.processEvents()
    for each in window.findChildren(QAbstractButton):
        if name in (each.accessibleName(), each.text()) and each.isVisibleTo(window):
            return each
    raise AssertionError(f"no button {name}")


def focus() -> QWidget:
    """The widget that has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found
