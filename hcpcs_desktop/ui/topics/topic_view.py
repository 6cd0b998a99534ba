"""A page of guidance in the place of a code: what it is on top, all that is known below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.domain.topic import TopicPage
from hcpcs_desktop.output import topic_page
from hcpcs_desktop.ui.badge import Badge, BadgeLabel
from hcpcs_desktop.ui.buttons import push_button
from hcpcs_desktop.ui.pane_area import SIDE
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label, line
from hcpcs_desktop.ui.topics.topic_text import TopicText


class TopicView(QWidget):
    """Emits ``followed`` (the address of a link), ``back_requested``, ``copy_requested``.

    The last has a text, and what it is.
    """

    followed = Signal(str)
    back_requested = Signal()
    copy_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._page: TopicPage | None = None
        self._code = label(type_="code", selectable=True)
        self._title = label(type_="large", wrap=True, selectable=True)
        self._badges = QHBoxLayout()
        self._back = push_button("Back", self.back_requested.emit, "link")
        self._copy = push_button("Copy page", self._on_copy)
        self._text = TopicText()
        self._text.link_followed.connect(self.followed)
        self._lay_out()

    def show_page(self, page: TopicPage, back: str = "") -> None:
        """Show a page; ``back`` is the code of the page that led here, empty for none."""
        self._back.setText(f"Back to {back}")
        self._back.setAccessibleName(f"Back to {back}")
        self._back.setVisible(bool(back))
        self._page = page
        self._code.setText(page.topic.code)
        self._title.setText(page.topic.title)
        while (item := self._badges.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._badges.addWidget(BadgeLabel(Badge(page.verdict, "bad" if page.bad else "good")))
        if not page.certain:
            self._badges.addWidget(BadgeLabel(Badge("To be confirmed", "caution")))
        self._badges.addStretch(1)
        self._text.show_page(page)

    def take_focus(self) -> None:
        """Put the focus on the text, so that the arrows scroll it."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_copy(self) -> None:
        if self._page is not None:
            self.copy_requested.emit(topic_page.text(self._page), self._page.topic.code)

    def _lay_out(self) -> None:
        head = QWidget()
        head.setProperty("type", "header")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        first = QHBoxLayout()
        first.addWidget(self._code, 1)
        first.addWidget(self._copy)
        self._badges.setSpacing(GRID)
        top = QVBoxLayout(head)
        top.setContentsMargins(SIDE, 2 * GRID, SIDE, 2 * GRID)
        top.setSpacing(GRID)
        top.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        top.addLayout(first)
        top.addWidget(self._title)
        top.addLayout(self._badges)
        body = QHBoxLayout()
        body.setContentsMargins(SIDE, 2 * GRID, 0, 0)
        body.addWidget(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(line())
        column.addLayout(body, 1)
