"""What a user can read and reach in a window."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDateEdit,
    QLabel,
    QPlainTextEdit,
    QTextBrowser,
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
        elif isinstance(widget, QDateEdit):
            lines.append(widget.text())
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


def links(text: QTextBrowser) -> list[str]:
    """The words of a text that are links, in the order of reading."""
    found: list[str] = []
    block = text.document().begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            part = parts.fragment()
            if part.charFormat().isAnchor():
                found.append(part.text())
            parts += 1
        block = block.next()
    return found


def click_on(text: QTextBrowser, words: str) -> None:
    """Click on the first occurrence of some words, after scrolling there."""
    QApplication.processEvents()
    found = text.document().find(words)
    assert not found.isNull(), f"{words} is not in the text"
    middle = QTextCursor(found)
    middle.setPosition((found.anchor() + found.position()) // 2)
    top = text.cursorRect(middle).center().y() + text.verticalScrollBar().value()
    text.verticalScrollBar().setValue(top - text.viewport().height() // 2)
    where = text.cursorRect(middle).center()
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=where)


def tab_to(words: str, most: int = 40, *, back: bool = False) -> None:
    """Press Tab until the link, the button or the input of these words has the focus."""
    for _ in range(most):
        QTest.keyClick(focus(), Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        widget = focus()
        if isinstance(widget, QTextBrowser) and widget.textCursor().selectedText() == words:
            return
        if words == widget.accessibleName():
            return
        if isinstance(widget, QAbstractButton) and words == widget.text():
            return
    raise AssertionError(f"the Tab key does not reach {words}")
