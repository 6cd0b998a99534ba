"""The only way to tell the user something: a banner, or a dialog for a bug."""

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui.announce import announce
from hcpcs_desktop.ui.text import Type, label, retype
from hcpcs_desktop.ui.tones import tones_of

Tone = Literal["info", "caution", "bad"]
_LABELS: dict[Tone, Type] = {"info": "body", "caution": "caution", "bad": "bad"}
_LOG = logging.getLogger(__name__)


class Banner(QWidget):
    """One sentence and one action; hidden while there is nothing to say."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it hidden."""
        super().__init__(parent)
        self._tone: Tone = "info"
        self._sentence = label(wrap=True, selectable=True)
        self._action = QPushButton()
        self._action.setProperty("type", "link")
        self._action.setAccessibleName("Nothing to do")
        self._action.clicked.connect(self._on_action)
        self._close = QToolButton()
        self._close.setText("×")
        self._close.setAccessibleName("Close the message")
        self._close.setProperty("type", "help")
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that it says."""
        return self._sentence.text()

    def say(self, sentence: str, tone: Tone = "info", action: str = "") -> None:
        """Show a sentence, and a button where there is something to do about it."""
        self._tone = tone
        self._sentence.setText(sentence)
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(sentence)
        retype(self._sentence, _LABELS[tone])
        self.show()
        announce(self, " ".join(part for part in (sentence, action) if part), urgent=tone == "bad")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the tone."""
        tones = tones_of(self.palette())
        grounds = {"info": tones.accent_soft, "caution": tones.caution_soft, "bad": tones.bad_soft}
        QPainter(self).fillRect(self.rect(), QColor(grounds[self._tone]))

    def _on_action(self) -> None:
        self.hide()
        self.acted.emit()


class Notifier(QObject):
    """Tells the user, through the banner of a window or a dialog over it."""

    def __init__(
        self, banner: Banner, deals: Callable[[BaseException], bool] | None = None
    ) -> None:
        """Speak through this banner; ``deals`` is asked whether it deals with an error itself."""
        super().__init__(banner)
        self._banner = banner
        self._deals = deals
        self._answer: Callable[[], object] | None = None
        banner.acted.connect(self._on_acted)

    def tell(
        self,
        sentence: str,
        tone: Tone = "info",
        action: str = "",
        answer: Callable[[], object] | None = None,
    ) -> None:
        """Say a sentence; ``answer`` is called when the user takes the action."""
        self._answer = answer
        self._banner.say(sentence, tone, action)

    def withdraw(self, sentence: str) -> None:
        """Take a sentence back, if it still stands."""
        if self._banner.text == sentence:
            self._banner.hide()

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell an error that nothing caught: a UserError by its text, a bug with its trace."""
        if isinstance(error, UserError):
            self.tell(str(error), "bad")
            return
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if self._deals is not None and self._deals(error):
            return
        _LOG.critical("A bug", exc_info=(kind, error, trace))
        from hcpcs_desktop.ui.dialogs.bug import BugDialog

        text = "".join(traceback.format_exception(kind, error, trace))
        BugDialog(text, self._banner.window()).open()

    def install(self) -> None:
        """Take every error from now on that a slot lets through."""
        sys.excepthook = self.caught

    def _on_acted(self) -> None:
        answer, self._answer = self._answer, None
        if answer is not None:
            answer()
