"""The page of guidance that is open, and where its links lead."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hcpcs_desktop.ui.session import Session

if TYPE_CHECKING:
    from hcpcs_desktop.ui.topics.topic_view import TopicView


class OpenTopic(QObject):
    """Shows pages in a view, which comes into being with the first of them.

    Emits ``shown`` (the view), ``rules_requested``, ``checklist_requested`` (a code, an item of
    its checklist), and ``copy_requested`` (text, what it is).
    """

    shown = Signal(object)
    rules_requested = Signal()
    checklist_requested = Signal(str, str)
    copy_requested = Signal(str, str)

    def __init__(self, session: Session, code: Callable[[], str], parent: QObject) -> None:
        """Show pages of the session; ``code`` answers the code that is open, empty for none."""
        super().__init__(parent)
        self._session = session
        self._code = code
        self._trail: list[str] = []
        self._made: TopicView | None = None

    def look_at(self, key: str) -> None:
        """Show a page in passing; the focus stays where it is."""
        self._trail = [key]
        self._show()

    def open(self, key: str) -> None:
        """Show a page and go there."""
        self.look_at(key)
        self._view().take_focus()

    def _show(self) -> None:
        """Show the last page of the trail, with the way back to the one before."""
        *before, key = self._trail
        page = self._session.topic(key, self._code())
        back = self._session.topic(before[-1]).topic.code if before else ""
        self._view().show_page(page, back)
        self.shown.emit(self._view())

    def _view(self) -> "TopicView":
        if self._made is None:
            from hcpcs_desktop.ui.topics.topic_view import TopicView

            self._made = TopicView()
            self._made.followed.connect(self._on_followed)
            self._made.back_requested.connect(self._on_back)
            self._made.copy_requested.connect(self.copy_requested)
        return self._made

    def _on_followed(self, address: str) -> None:
        kind, _, target = address.partition(":")
        if kind == "topic":
            self._trail.append(target)
            self._show()
            self._view().take_focus()
        elif kind == "rule":
            self.rules_requested.emit()
        elif kind == "checklist":
            code, _, item = target.partition(":")
            self.checklist_requested.emit(code, item)

    def _on_back(self) -> None:
        self._trail.pop()
        self._show()
        self._view().take_focus()
