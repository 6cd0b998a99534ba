"""The row of tabs under the header of a code: short words where the long ones have no room."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from hcpcs_desktop.ui.forms import name_input

_ATTEMPTS = ((False, False), (True, False), (True, True))
"""Short words, or not, and close together, or not, in the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class TabWords:
    """What a tab says, and what it says in a narrow window."""

    long: str
    short: str


class CodeTabs(QTabBar):
    """Offers some of its tabs; the others take no room."""

    def __init__(self, words: Sequence[TabWords], parent: QWidget | None = None) -> None:
        """Build one tab for each of these words."""
        super().__init__(parent)
        self._words = words
        self.setDrawBase(False)
        self.setExpanding(False)
        for index, each in enumerate(words):
            self.addTab(_plain(each.long))
            self.setAccessibleTabName(index, each.long)
        name_input(self, "Parts of the code")

    def offer(self, offered: Sequence[bool], current: int) -> None:
        """Show these tabs and choose one of them, without telling the listeners."""
        self.blockSignals(True)
        for index, wanted in enumerate(offered):
            if wanted != self.isTabVisible(index):  # Qt forgets a change when told again of none
                self.setTabVisible(index, wanted)
        self.setCurrentIndex(current)
        self.blockSignals(False)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the words that fit."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Choose the words that fit at another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Long words where they fit, else short ones, else short ones close together."""
        for short, tight in _ATTEMPTS:
            self._space(tight=tight)
            self._say(short=short)
            if self.sizeHint().width() <= self.width():
                break

    def _space(self, *, tight: bool) -> None:
        if bool(self.property("tight")) != tight:
            self.setProperty("tight", tight)
            self.style().unpolish(self)
            self.style().polish(self)
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # lay out anew

    def _say(self, *, short: bool) -> None:
        for index, each in enumerate(self._words):
            text = _plain(each.short if short else each.long)
            if text != self.tabText(index):
                self.setTabText(index, text)


def _plain(text: str) -> str:
    """The text with nothing in it taken for a shortcut."""
    return text.replace("&", "&&")
