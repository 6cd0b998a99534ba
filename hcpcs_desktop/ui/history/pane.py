"""The tab History: the life of a code as a line of events, the oldest first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.history.event_row import EventRow, sentence
from hcpcs_desktop.ui.pane_area import PaneArea
from hcpcs_desktop.ui.text import label

_NONE = (
    "Nothing is known of the life of this code yet. Each CMS release that is added tells more: "
    "when it was added, what changed and when, and what took its place."
)
_FOOT = (
    "Drawn from the dates of the record and from what changed between the CMS releases in the "
    "library. A release that is added later may bring more events."
)
_DESCRIPTIONS = {"long_description": "Long description", "short_description": "Short description"}


class HistoryPane(PaneArea):
    """Emits ``code_requested`` when the link to another code is followed."""

    code_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._rows: list[EventRow] = []
        self._events = QVBoxLayout()
        self._none = label(_NONE, "muted", wrap=True)
        self._foot = label(_FOOT, "muted", wrap=True)
        self.column.addWidget(self._none)
        self.column.addLayout(self._events)
        self.column.addWidget(self._foot)
        self.column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        name_input(self, "History")

    def show_page(self, page: CodePage) -> None:
        """Show the life of another code."""
        for row in self._rows:
            self._events.removeWidget(row)
            row.hide()
            row.deleteLater()
        labels = {field.name: field.label for field in page.fields} | _DESCRIPTIONS
        last = len(page.history) - 1
        self._rows = [
            EventRow(event, labels, page.mentioned, first=number == 0, last=number == last)
            for number, event in enumerate(page.history)
        ]
        for row in self._rows:
            row.code_requested.connect(self.code_requested)
            self._events.addWidget(row)
        self._none.setVisible(not self._rows)
        self._foot.setVisible(bool(self._rows))
        name_input(
            self,
            f"History of {page.code}",
            "\n".join(sentence(event, labels) for event in page.history) or _NONE,
        )
        self.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Put the focus on the history, so that the arrows scroll it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
