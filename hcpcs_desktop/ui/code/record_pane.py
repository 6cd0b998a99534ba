"""The tab Record: the fields of the official record, and where they come from."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.domain.page import CodePage, PageField
from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.output.counted import count
from hcpcs_desktop.ui.code.field_row import FieldRow
from hcpcs_desktop.ui.code.record_foot import RecordFoot
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.pane_area import PaneArea
from hcpcs_desktop.ui.scale import GRID, ratio_of
from hcpcs_desktop.ui.text import label

_NO_DATES = (
    "No CMS file that was added prints the dates of this code. Add a release that does, such as "
    "the alpha-numeric file of an earlier quarter, and look at the newest list before billing."
)

_AT_A_TIME = 7
"""Rows that are made in one step ahead."""

_TWO_COLUMNS = 168 * GRID
"""The width from which the fields stand in two columns."""


class RecordPane(PaneArea):
    """Fields as rows of label, value and meaning; the empty ones unfold on demand.

    Emits ``code_requested`` when a link is followed.
    """

    code_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty; the rows come with the first code."""
        super().__init__(parent)
        self._page: CodePage | None = None
        self._shows_all = False
        self._rows: dict[str, FieldRow] = {}
        self._fields = QHBoxLayout()
        self._halves = (QVBoxLayout(), QVBoxLayout())
        self._columns = 1
        self._as_of = label(type_="muted", wrap=True)
        self._foot: RecordFoot | None = None
        self._lay_out()

    def make_ahead(self, page: CodePage) -> Iterator[None]:
        """Make the rows of the fields that a page has, a few in each step."""
        for place, field in enumerate(page.fields):
            self._row(field)
            if place % _AT_A_TIME == 0:
                yield

    def show_page(self, page: CodePage) -> None:
        """Show the record of another code."""
        self._page = page
        self.setAccessibleName(f"Record of {page.code}")
        self._fill()
        self._made_foot().show_page(page)
        self.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Put the focus on the record, so that the arrows scroll it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        if self._page is None:
            return
        usual = _usual_release(self._page)
        self._as_of.setText(_as_of(self._page, usual))
        self._as_of.setVisible(bool(self._as_of.text()))
        for field in self._page.fields:
            row = self._row(field)
            row.show_field(field, usual, self._page.mentioned)
            row.setVisible(self._shows_all or bool(field.values))
        self._arrange()
        empty = [field for field in self._page.fields if not field.values]
        self._made_foot().show_hidden(_hidden(empty, self._shows_all), shown=self._shows_all)

    def _row(self, field: PageField) -> FieldRow:
        if field.name not in self._rows:
            row = FieldRow(field.label, self.widget())
            row.code_requested.connect(self.code_requested)
            self._rows[field.name] = row
        return self._rows[field.name]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in two columns where there is room for both."""
        super().resizeEvent(event)
        columns = 2 if self.width() >= _TWO_COLUMNS * ratio_of(self.font()) else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        """Put the rows that are shown below each other, column after column."""
        shown = [row for row in self._rows.values() if not row.isHidden()]
        height = -(-len(shown) // self._columns)
        for place, row in enumerate(shown):
            column, line = divmod(place, height)
            self._halves[column].insertWidget(line, row)
        self._fields.setSpacing(6 * GRID if self._columns > 1 else 0)
        self._fields.setStretch(1, self._columns - 1)

    def _made_foot(self) -> RecordFoot:
        """The foot, made after the rows: the Tab key goes by the order in which parts are made."""
        if self._foot is None:
            self._foot = RecordFoot()
            self._foot.code_requested.connect(self.code_requested)
            self._foot.toggle_requested.connect(self._on_toggle)
            self.column.insertWidget(self.column.count() - 1, self._foot)
        return self._foot

    def _on_toggle(self) -> None:
        self._shows_all = not self._shows_all
        self._fill()

    def _lay_out(self) -> None:
        self._as_of.setContentsMargins(0, 0, 0, GRID)
        self.column.addWidget(self._as_of)
        self._fields.setContentsMargins(0, 0, 0, 0)
        for half in self._halves:
            half.addStretch(1)
            half.setSpacing(0)
            self._fields.addLayout(half)
        self._fields.setStretch(0, 1)
        self.column.addLayout(self._fields)
        self.column.addSpacing(2 * GRID)
        self.column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        name_input(self, "Record")


def _usual_release(page: CodePage) -> str | None:
    """The release that most of the filled fields come from."""
    filled = Counter(field.release for field in page.fields if field.values)
    return filled.most_common(1)[0][0] if filled else None


def _as_of(page: CodePage, usual: str | None) -> str:
    """Says what is missing, and from which release the values are where the newest has none."""
    if page.state == "unknown" and page.added is None and page.terminated is None:
        return _NO_DATES
    if page.release is None or usual is None or usual == page.release:
        return ""
    newest = name_of(page.release)
    return f"Values as of {name_of(usual)}; the list of {newest} prints descriptions only."


def _hidden(empty: list[PageField], shown: bool) -> str:
    """How many fields have nothing to show: printed blank, or in no file at all."""
    blank = sum(field.printed for field in empty)
    unknown = len(empty) - blank
    done = "shown" if shown else "hidden"
    parts = [
        f"{count(blank, 'empty field')} {done}." if blank else "",
        f"{count(unknown, 'field')} {done} that no added CMS file prints." if unknown else "",
    ]
    return " ".join(part for part in parts if part)
