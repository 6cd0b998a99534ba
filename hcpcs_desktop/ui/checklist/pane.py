"""The tab Documentation checklist."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from hcpcs_desktop.domain.checklist import SETTINGS
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.output.wording import SETTING_WORDS
from hcpcs_desktop.ui.buttons import push_button
from hcpcs_desktop.ui.checklist.item_row import ItemRow
from hcpcs_desktop.ui.fitted import Fitted
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.forms import add_input, choice, choose
from hcpcs_desktop.ui.pane_area import SIDE, PaneArea
from hcpcs_desktop.ui.payer_box import PayerBox
from hcpcs_desktop.ui.rows import Rows
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_NONE = "There is no documentation checklist for this code yet."
_FOOT = "No patient data: this list has no field for it."

_LOW = 16
"""Lines of text: in a lower pane, the head scrolls with the items."""


class ChecklistPane(Fitted):
    """Shows a checklist and passes on what the user does with it.

    Emits ``ticked`` (item id, bool), ``context_changed`` (payer, setting, the name of the clinic's
    payer or none), ``clear_requested``, ``worksheet_requested``, and ``code_requested`` when a link
    is followed.
    """

    ticked = Signal(str, bool)
    context_changed = Signal(object, object, str)
    clear_requested = Signal()
    worksheet_requested = Signal()
    code_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._shown = 0
        self._ticked: frozenset[str] = frozenset()
        self._title = label(type_="strong", wrap=True)
        self._payer = PayerBox()
        self._setting = choice((SETTING_WORDS[each], each) for each in (None, *SETTINGS))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Ticked items")
        self._bar.setFixedWidth(15 * GRID)
        self._count = label(type_="muted")
        self._clear = push_button("Clear ticks", self.clear_requested.emit)
        self._start = push_button("Start worksheet", self.worksheet_requested.emit, "primary")
        self._start.setToolTip("Work through this checklist for one case, with notes")
        self._reason = label(type_="caution", wrap=True)
        self._note = label(type_="muted", wrap=True)
        self._items = QVBoxLayout()
        self._rows = Rows(self._items, self._made_row, self)
        self._head = QWidget()
        self._above = QVBoxLayout()
        self._is_low = False
        self._area = PaneArea()
        self._area.setMinimumHeight(8 * GRID)
        self._lay_out()
        self._payer.currentIndexChanged.connect(self._on_context_changed)
        self._setting.currentIndexChanged.connect(self._on_context_changed)

    def offer_payers(self, profiles: Sequence[PayerProfile]) -> None:
        """Offer the clinic's own payers beside the five kinds."""
        self._payer.offer(profiles)

    def show_page(
        self, page: CodePage, ticks: frozenset[str] = frozenset(), read_only: str = ""
    ) -> None:
        """Show a code's checklist with what is ticked.

        ``read_only`` says why nothing can be saved.
        """
        checklist = page.checklist
        self._payer.choose(checklist.payer, checklist.profile)
        choose(self._setting, checklist.setting)
        self._title.setText(checklist.title or "Documentation checklist")
        self._shown = len(checklist.items)
        self._ticked = ticks & {item.id for item in checklist.items}

        def show(index: int, row: ItemRow) -> None:
            item = checklist.items[index]
            ticked = item.id in self._ticked
            row.show_item(item, page.mentioned, ticked=ticked, can_tick=not read_only)

        self._rows.fill(self._shown, show)
        self._reason.setText(read_only)
        self._reason.setVisible(bool(read_only))
        self._note.setText(_FOOT if checklist.items else _NONE)
        self._area.verticalScrollBar().setValue(0)
        self._count_ticks()

    def show_tick(self, item_id: str, ticked: bool) -> None:
        """Show an item ticked, or not, where it stands."""
        self._keep(item_id, ticked)
        for row in self._rows.filled:
            if row.item_id == item_id:
                row.show_tick(ticked)

    def take_focus(self) -> None:
        """Put the focus on the first item."""
        target = self._rows.filled[0].box if self._shown else self._payer
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, item_id: str) -> None:
        """Put the focus on an item; on the first where this payer's list has no such item."""
        self._rows.finish()
        row = next((each for each in self._rows.filled if each.item_id == item_id), None)
        if row is None:
            self.take_focus()
            return
        row.box.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self._scroll_to_focus)  # once the new rows have their places

    def _scroll_to_focus(self) -> None:
        for row in self._rows.filled:
            if row.box.hasFocus():
                self._area.ensureWidgetVisible(row, 0, 4 * GRID)

    def _keep(self, item_id: str, ticked: bool) -> None:
        self._ticked = self._ticked | {item_id} if ticked else self._ticked - {item_id}
        self._count_ticks()

    def _on_ticked(self, item_id: str, ticked: bool) -> None:
        self._keep(item_id, ticked)
        self.ticked.emit(item_id, ticked)

    def _on_context_changed(self) -> None:
        profile = self._payer.profile
        self.context_changed.emit(
            self._payer.payer, self._setting.currentData(), profile.name if profile else ""
        )

    def _count_ticks(self) -> None:
        done = len(self._ticked)
        self._bar.setRange(0, max(self._shown, 1))
        self._bar.setValue(done)
        self._count.setText(f"{done} of {self._shown}")
        for each in (self._bar, self._count, self._clear, self._start):
            each.setVisible(self._shown > 0)
        self._start.setEnabled(not self._reason.text())
        self._clear.setEnabled(done > 0 and not self._reason.text())

    def _made_row(self) -> ItemRow:
        row = ItemRow()
        row.ticked.connect(self._on_ticked)
        row.moved.connect(self._on_moved)
        row.code_requested.connect(self.code_requested)
        return row

    def _on_moved(self, step: int) -> None:
        row = self.sender()
        if isinstance(row, ItemRow):
            self._rows.after(row, step).box.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.column.addLayout(self._items)
        self._area.column.addSpacing(2 * GRID)
        self._area.column.addWidget(self._note)
        self._area.column.addStretch(1)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(GRID)
        head.addLayout(self._progress_row())
        head.addLayout(self._context_row())
        head.addWidget(self._reason)
        self._above.setContentsMargins(SIDE, 2 * GRID, SIDE, 0)
        self._above.addWidget(self._head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._above)
        column.addWidget(self._area, 1)

    def _fit(self) -> None:
        """In a low window, let the head scroll with the items."""
        is_low = self.height() < _LOW * self.fontMetrics().lineSpacing()
        if is_low != self._is_low:
            self._is_low = is_low
            places = (self._above, self._area.column)
            places[not is_low].removeWidget(self._head)
            places[is_low].insertWidget(0, self._head)
            self._above.setContentsMargins(SIDE, 0 if is_low else 2 * GRID, SIDE, 0)

    def _progress_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self._title, 1)
        row.addWidget(self._bar)
        row.addWidget(self._count)
        return row

    def _context_row(self) -> FlowLayout:
        """Begins a new line where a narrow window has no room for all of it."""
        row = FlowLayout(2 * GRID)
        for name, box in (("Payer", self._payer), ("Setting", self._setting)):
            pair = QWidget()
            inside = QHBoxLayout(pair)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(GRID)
            add_input(inside, name, box)
            row.addWidget(pair)
        deeds = QWidget()
        inside = QHBoxLayout(deeds)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addWidget(self._clear)
        inside.addWidget(self._start)
        row.addWidget(deeds)
        return row
