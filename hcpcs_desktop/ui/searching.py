"""What stands at the left: the answers to what is typed, and the codes at hand."""

from PySide6.QtCore import QObject, Signal

from hcpcs_desktop.domain.hit import Answer
from hcpcs_desktop.ui.desk import Slots
from hcpcs_desktop.ui.moving import Moving
from hcpcs_desktop.ui.open_code import TOPIC, OpenCode
from hcpcs_desktop.ui.search.panel import SearchPanel
from hcpcs_desktop.ui.session import Session
from hcpcs_desktop.ui.topics.open_topic import OpenTopic


class Searching(QObject):
    """Fills the search panel from the session; emits ``said`` (what was done)."""

    said = Signal(str)

    def __init__(
        self,
        session: Session,
        moving: Moving,
        opened: OpenCode,
        topics: OpenTopic,
        panel: SearchPanel,
    ) -> None:
        """Fill this panel; what is chosen there is opened."""
        super().__init__(panel)
        self._session = session
        self._moving = moving
        self._opened = opened
        self._topics = topics
        self._panel = panel
        panel.asked.connect(self._on_asked)
        panel.chosen.connect(self._on_chosen)
        panel.opened.connect(self._on_opened)
        opened.dated.connect(self._on_dated)
        moving.kept.connect(self._on_kept)

    def slots(self) -> Slots:
        """What the commands of the search do."""
        return {
            "clear_search": self._panel.clear,
            "search": self._panel.take_focus,
            "recent": self._panel.show_recent,
            "favourites": self._panel.show_favourites,
            "browse": self._panel.browse,
            "forget": self._on_forget,
        }

    def show_again(self) -> None:
        """Answer anew, because the library is another one."""
        self._panel.show_sections(self._session.sections())
        self._on_asked(self._panel.text)

    def _on_asked(self, text: str) -> None:
        if text.strip():
            self._panel.show_answer(self._answer(text))
        else:
            self._show_lists()

    def _on_chosen(self, address: str) -> None:
        if address.startswith(TOPIC):
            self._topics.look_at(address.removeprefix(TOPIC))
        else:
            self._opened.look_at(address)

    def _on_opened(self, address: str) -> None:
        if address.startswith(TOPIC):
            self._topics.open(address.removeprefix(TOPIC))
        else:
            self._opened.go_to(address)

    def _on_dated(self) -> None:
        text = self._panel.text
        if text.strip():
            self._panel.show_again(self._answer(text), self._opened.code)
        else:
            self._show_lists()

    def _on_kept(self) -> None:
        self._panel.show_marks(self._moving.marks())
        if not self._panel.text.strip():
            self._show_lists()

    def _on_forget(self) -> None:
        if self._moving.forget():
            self.said.emit("Forgotten which codes were opened")

    def _answer(self, text: str) -> Answer:
        panel = self._panel
        return self._session.search(text, panel.filters, as_typed=panel.as_typed)

    def _show_lists(self) -> None:
        moving = self._moving
        self._panel.show_lists(moving.recent(), moving.favourites(), self._opened.code)
