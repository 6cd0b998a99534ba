"""One finding: how bad it is, where, what to do, the answer of a payer, and the source."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from hcpcs_desktop.output.claim_sheet import SEVERITY_WORDS
from hcpcs_desktop.ui.badge import Badge, BadgeLabel, BadgeTone
from hcpcs_desktop.ui.claim.shown import Shown
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.link_row import LinkRow
from hcpcs_desktop.ui.row import Row
from hcpcs_desktop.ui.scale import GRID, ratio_of
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.tones import tones_of
from hcpcs_desktop.ui.unfold import HelpButton

_TONES: dict[str, BadgeTone] = {"error": "bad", "warning": "caution", "info": "neutral"}
_PLACE_WIDTH = 15 * GRID
_PAGE = "Open the page of {}"
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FindingRow(Row):
    """Stays and is filled anew.

    Emits ``chosen`` (row and field that mend it), ``moved`` (1 or -1) on an arrow and
    ``reason_requested`` (a reason or remark code, to be answered by ``show_explained``).
    ``page_requested`` asks for the page of such a code.
    """

    chosen = Signal(int, str)
    moved = Signal(int)
    reason_requested = Signal(str)
    page_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._shown: Shown | None = None
        self._badges = FlowLayout(0)
        self._place = label(type_="muted", wrap=True)
        self._message = label(wrap=True)
        self._do = label(type_="muted", wrap=True)
        self._reasons = LinkRow(GRID, "Look up {}")
        self._reasons.chosen.connect(self._on_reason)
        self._page = LinkRow(GRID, _PAGE, _PAGE)
        self._page.chosen.connect(self.page_requested)
        self._asked = ""
        self._explained = label(type_="muted", wrap=True, selectable=True)
        self._explained.hide()
        self._help = HelpButton("the source")
        self._help.unfolded.connect(self._on_unfolded)
        self._grid = QGridLayout(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out()

    def show_finding(self, shown: Shown) -> None:
        """Show another finding."""
        if shown == self._shown:
            return
        if self._shown is None or shown.severity != self._shown.severity:
            self._badges.clear()
            self._badges.addWidget(
                BadgeLabel(Badge(SEVERITY_WORDS[shown.severity], _TONES[shown.severity]))
            )
        self._reasons.show_links(shown.reasons)
        self._shown = shown
        self._place.setText(shown.place)
        self._place.setVisible(bool(shown.place))
        self._place.setFixedWidth(round(_PLACE_WIDTH * ratio_of(self.font())))
        self._message.setText(shown.message)
        self._do.setText(shown.do)
        self._explained.hide()
        self._page.hide()
        self._help.setChecked(False)
        self._help.setVisible(bool(shown.source))
        self._help.set_subject(f"the source of: {shown.message}")
        self._help.set_help(f"Rule: {shown.rule}. Source: {shown.source}.")
        self.setAccessibleName(shown.spoken)
        self.setAccessibleDescription(f"{shown.do} Enter goes to the field.")

    def show_explained(self, text: str) -> None:
        """Unfold what a reason or remark code means; the same text again folds it up."""
        shown = self._explained.isHidden() or self._explained.text() != text
        self._explained.setText(text)
        self._explained.setVisible(shown)
        self._page.show_links([self._asked])
        self._page.setVisible(shown)

    def _on_reason(self, code: str) -> None:
        self._asked = code
        self.reason_requested.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the field, the arrows to the next finding."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        elif step is not None:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the row goes to the field."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline, and a frame while it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QColor(tones_of(self.palette()).accent))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -2), 4, 4)

    def _choose(self) -> None:
        if self._shown is not None:
            self.chosen.emit(self._shown.row, self._shown.field)

    def _on_unfolded(self, text: QWidget) -> None:
        self._grid.addWidget(text, 2, 2, 1, 2)

    def _lay_out(self) -> None:
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        grid.setContentsMargins(GRID, 3 * GRID // 2, GRID, 3 * GRID // 2)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, 9 * GRID)
        grid.setColumnStretch(2, 1)
        badge = QWidget()
        badge.setLayout(self._badges)
        grid.addWidget(badge, 0, 0, 2, 1, top)
        grid.addWidget(self._place, 0, 1, 2, 1, top)
        grid.addWidget(self._message, 0, 2)
        grid.addWidget(self._help, 0, 3, top)
        grid.addWidget(self._do, 1, 2)
        grid.addWidget(self._reasons, 3, 2)
        grid.addWidget(self._explained, 4, 2)
        grid.addWidget(self._page, 5, 2)
