"""The tabs under the header of a code: closer, then shorter words, at last a choice."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QTabBar, QVBoxLayout, QWidget

from hcpcs_desktop.ui.fitted import Fitted
from hcpcs_desktop.ui.forms import choice, choose, name_input
from hcpcs_desktop.ui.scale import GRID

_NAME = "Parts of the code"
_ATTEMPTS = ((False, False), (False, True), (True, False), (True, True))
"""Short words, or not, and close together, or not, in the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class TabWords:
    """What a tab says, and what it says in a narrow window."""

    long: str
    short: str


class CodeTabs(Fitted):
    """Offers some of its tabs; the others take no room. Emits ``chosen`` (a number).

    Where the tabs have no room side by side, the same can be chosen from a box.
    """

    chosen = Signal(int)

    def __init__(self, words: Sequence[TabWords], parent: QWidget | None = None) -> None:
        """Build one tab for each of these words."""
        super().__init__(parent)
        self._words = words
        self._bar = QTabBar()
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        for index, each in enumerate(words):
            self._bar.addTab(_plain(each.long))
            self._bar.setAccessibleTabName(index, each.long)
        self._box: QComboBox | None = None
        self._offered: Sequence[bool] = [True] * len(words)
        name_input(self._bar, _NAME)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._bar)
        self._bar.currentChanged.connect(self._on_tab)

    @property
    def current(self) -> int:
        """The number of the tab that is shown."""
        return self._bar.currentIndex()

    def is_offered(self, index: int) -> bool:
        """Whether there is this tab."""
        return self._bar.isTabVisible(index)

    def choose(self, index: int) -> None:
        """Choose a tab, as the user does."""
        self._bar.setCurrentIndex(index)

    def offer(self, offered: Sequence[bool], current: int) -> None:
        """Show these tabs and choose one of them, without telling the listeners."""
        self._bar.blockSignals(True)
        for index, wanted in enumerate(offered):
            if wanted != self.is_offered(index):  # Qt forgets a change when told again of none
                self._bar.setTabVisible(index, wanted)
        self._bar.setCurrentIndex(current)
        self._bar.blockSignals(False)
        self._offered = offered
        self._fit()

    def _on_tab(self, index: int) -> None:
        if self._box is not None:
            choose(self._box, index)
        self.chosen.emit(index)

    def _on_box(self) -> None:
        if self._box is not None:
            self._bar.setCurrentIndex(self._box.currentData())

    def _fit(self) -> None:
        """Long words where they fit, if need be close together, else short ones, else the box."""
        fits = any(self._fits(short=short, tight=tight) for short, tight in _ATTEMPTS)
        self._column.setContentsMargins(0, 0, 0, 0 if fits else GRID)
        if not fits:
            self._show_box()
        elif self._box is not None and not self._box.isHidden():
            _exchange(self._box, self._bar)

    def _show_box(self) -> None:
        if self._box is None:
            self._box = choice(())
            name_input(self._box, _NAME)
            self._box.activated.connect(self._on_box)
            self._column.addWidget(self._box, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.clear()
        for index, each in enumerate(self._words):
            if self._offered[index]:
                self._box.addItem(each.long, index)
        choose(self._box, self.current)
        _exchange(self._bar, self._box)

    def _fits(self, *, short: bool, tight: bool) -> bool:
        self._space(tight=tight)
        self._say(short=short)
        return self._bar.sizeHint().width() <= self.width()

    def _space(self, *, tight: bool) -> None:
        bar = self._bar
        if bool(bar.property("tight")) != tight:
            bar.setProperty("tight", tight)
            bar.style().unpolish(bar)
            bar.style().polish(bar)
            # The bar measures its tabs anew only where it is told that the style has changed.
            QCoreApplication.sendEvent(bar, QEvent(QEvent.Type.StyleChange))

    def _say(self, *, short: bool) -> None:
        for index, each in enumerate(self._words):
            text = _plain(each.short if short else each.long)
            if text != self._bar.tabText(index):
                self._bar.setTabText(index, text)


def _exchange(gone: QWidget, come: QWidget) -> None:
    """Show one in the place of the other, which leaves it the focus."""
    had_focus = gone.hasFocus()
    gone.hide()
    come.show()
    if had_focus:
        come.setFocus(Qt.FocusReason.OtherFocusReason)


def _plain(text: str) -> str:
    """The text with nothing in it taken for a shortcut."""
    return text.replace("&", "&&")
