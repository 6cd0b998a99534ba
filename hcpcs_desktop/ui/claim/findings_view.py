"""What the check says: the findings, the worst first, and what was not checked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hcpcs_desktop.output.claim_sheet import NOTHING
from hcpcs_desktop.ui.announce import announce
from hcpcs_desktop.ui.claim.finding_row import FindingRow
from hcpcs_desktop.ui.claim.shown import EMPTY, Shown, summary
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.pane_area import PaneArea
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label, retype

MOST = 40
"""Findings that are shown at once; the rest is one click away, so that typing stays light."""

_QUIET = 800
"""Milliseconds without a keystroke after which a screen reader hears the result."""


class FindingsView(PaneArea):
    """Emits ``chosen`` (row, field), and ``reason_requested`` (a code) to be answered in words.

    ``page_requested`` asks for the page of such a code.
    """

    chosen = Signal(int, str)
    reason_requested = Signal(str)
    page_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name_input(self, "Findings")
        self._entries: tuple[Shown, ...] = ()
        self._all = False
        self._rows: list[FindingRow] = []
        self._asking: FindingRow | None = None
        self._summary = label(EMPTY, "strong", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._more = QPushButton()
        self._more.setProperty("type", "link")
        self._more.setAutoDefault(False)
        self._more.clicked.connect(self._on_more)
        self._heading = label("Not checked", "strong")
        self._skipped = label(type_="muted", wrap=True, selectable=True)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self._on_quiet)
        self._lay_out()
        self.show_findings((), (), checked=False)

    def show_findings(
        self, entries: Sequence[Shown], skipped: Sequence[str], *, checked: bool
    ) -> None:
        """Show these findings; ``checked`` is whether there was anything to check."""
        self._entries = tuple(entries)
        self._all = self._all and len(entries) > MOST
        otherwise = NOTHING if checked else EMPTY
        self._summary.setText(summary(entries) or otherwise)
        retype(self._summary, "strong" if checked or entries else "muted")
        self._fill()
        self._skipped.setText("\n".join(skipped))
        for each in (self._heading, self._skipped):
            each.setVisible(bool(skipped))
        self._quiet.start()

    def show_explained(self, text: str) -> None:
        """Show what a code means, in the row where it was asked."""
        if self._asking is not None:
            self._asking.show_explained(text)

    def take_focus(self) -> None:
        """Put the focus on the first finding."""
        if self._entries:
            self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        visible = self._entries if self._all else self._entries[:MOST]
        while len(self._rows) < len(visible):
            self._rows.append(self._made_row())
        for row, each in zip(self._rows, visible, strict=False):
            row.show_finding(each)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(visible))
        hidden = len(self._entries) - len(visible)
        self._more.setText(f"Show {hidden:,} more")
        self._more.setVisible(hidden > 0)

    def _made_row(self) -> FindingRow:
        row = FindingRow()
        row.chosen.connect(self.chosen)
        row.reason_requested.connect(self._on_reason)
        row.page_requested.connect(self.page_requested)
        row.moved.connect(self._on_moved)
        self._list.addWidget(row)
        return row

    def _on_more(self) -> None:
        self._all = True
        self._fill()

    def _on_reason(self, code: str) -> None:
        row = self.sender()
        self._asking = row if isinstance(row, FindingRow) else None
        self.reason_requested.emit(code)

    def _on_moved(self, step: int) -> None:
        row = self.sender()
        if isinstance(row, FindingRow):
            index = self._rows.index(row) + step
            if 0 <= index < len(self._rows) and not self._rows[index].isHidden():
                self._rows[index].setFocus(Qt.FocusReason.OtherFocusReason)
                self.ensureWidgetVisible(self._rows[index])

    def _on_quiet(self) -> None:
        announce(self, self._summary.text())

    def _lay_out(self) -> None:
        column = self.column
        column.addWidget(self._summary)
        column.addSpacing(GRID)
        column.addLayout(self._list)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(2 * GRID)
        column.addWidget(self._heading)
        column.addSpacing(GRID // 2)
        column.addWidget(self._skipped)
        column.addStretch(1)
