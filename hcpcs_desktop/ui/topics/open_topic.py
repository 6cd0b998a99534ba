"""The page of guidance that is open, and where its links lead."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hcpcs_desktop.ui.session import Session

if TYPE_CHECKING:
    from hcpcs_desktop.ui.topics.topic_view import TopicView


class OpenTopic(QObject):
    """Shows pages in a view, which comes into being with the first of them.

    Emits ``shown`` (the view), ``rules_requested``, ``checklist_requested`` (a code), and
    ``copy_requested`` (text, what it is).
    """

    shown = Signal(object)
    rules_requested = Signal()
    checklist_requested = Signal(str)
    copy_requested = Signal(str, str)

    def __init__(self, session: Session, parent: QObject) -> None:
        """Show pages of the session."""
        super().__init__(parent)
        self._session = session
        self._made: TopicView | None = None

    def look_at(self, key: str) -> None:
        """Show a page in passing; the focus stays where it is."""
        view = self._view()
        view.show_page(self._session.topic(key))
        self.shown.emit(view)

    def open(self, key: str) -> None:
        """Show a page and go there."""
        self.look_at(key)
        self._view().take_focus()

    def _view(self) -> "TopicView":
        if self._made is None:
            from hcpcs_desktop.ui.topics.topic_view import TopicView

            self._made = TopicView()
            self._made.followed.connect(self._on_followed)
            self._made.copy_requested.connect(self.copy_requested)
        return self._made

    def _on_followed(self, address: str) -> None:
        kind, _, target = address.partition(":")
        if kind == "topic":
            self.open(target)
        elif kind == "rule":
            self.rules_requested.emit()
        elif kind == "checklist":
            self.checklist_requested.emit(target.partition(":")[0])
