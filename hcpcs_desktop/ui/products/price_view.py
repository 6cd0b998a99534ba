"""What Medicare pays for a unit of a drug, what the patient pays, and how that changed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.domain.price import ListedLimit
from hcpcs_desktop.output import money
from hcpcs_desktop.ui.products.price_chart import Point, PriceChart
from hcpcs_desktop.ui.products.quarters import QuartersTable
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_CAPTION_WIDTH = 20 * GRID
_NONE = (
    "No payment limit. CMS's quarterly ASP pricing file brings the limits of drugs; drop it on "
    "the window to add it."
)
_SHOW, _HIDE = "Show the quarters as a table", "Hide the table"
_NOT_LISTED = "CMS's payment limit file of this quarter does not list the code."


class PriceView(QWidget):
    """The limit of the quarter with its meaning, and the line of all quarters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._limit = label(type_="title", selectable=True)
        self._quarter = label(type_="muted", wrap=True)
        self._share = label(selectable=True)
        self._share_name = label("Co-insurance", "muted")
        self._meaning = label(money.MEANING, "muted", wrap=True)
        self._remarks = label(type_="muted", wrap=True, selectable=True)
        self._chart = PriceChart()
        self._as_table = QPushButton(_SHOW)
        self._as_table.setProperty("type", "link")
        self._as_table.setAutoDefault(False)
        self._as_table.setCheckable(True)
        self._as_table.toggled.connect(self._on_as_table)
        self._quarters = QuartersTable()
        self._quarters.hide()
        self._none = label(_NONE, "muted", wrap=True)
        self._lay_out()

    def show_page(self, page: CodePage) -> None:
        """Show the limits of another code."""
        found = page.prices
        for each in (self._limit_name, self._limit, self._quarter, self._meaning):
            each.setVisible(bool(found))
        self._none.setVisible(not found)
        self._none.setText(_NOT_LISTED if page.price_history and not found else _NONE)
        self._limit.setText("\n".join(money.per_unit(each.limit) for each in found))
        self._quarter.setText(_quarter(found[0], page.on) if found else "")
        shares = [share for each in found if (share := money.coinsurance(each.limit))]
        self._share.setText("\n".join(shares))
        for each in (self._share, self._share_name):
            each.setVisible(bool(shares))
        self._remarks.setText(
            " ".join(said for each in found for said in money.remarks(each.limit))
        )
        self._remarks.setVisible(bool(self._remarks.text()))
        points = points_of(page.price_history)
        self._chart.show_points(points)
        self._quarters.show_points(points)
        several = len(points) > 1
        self._chart.setVisible(several)
        self._as_table.setVisible(several)
        self._quarters.setVisible(several and self._as_table.isChecked())

    def _on_as_table(self, shown: bool) -> None:
        self._as_table.setText(_HIDE if shown else _SHOW)
        self._quarters.setVisible(shown)

    def _lay_out(self) -> None:
        self._limit_name = label("Payment limit", "muted")
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, _CAPTION_WIDTH)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.addWidget(self._limit_name, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._limit, 0, 1)
        grid.addWidget(self._quarter, 1, 1)
        grid.addWidget(self._share_name, 2, 0)
        grid.addWidget(self._share, 2, 1)
        grid.addWidget(self._meaning, 3, 1)
        grid.addWidget(self._remarks, 4, 1)
        grid.addWidget(self._chart, 5, 1)
        grid.addWidget(self._as_table, 6, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._quarters, 7, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addLayout(grid)


def _quarter(listed: ListedLimit, on: date) -> str:
    """Which quarter a limit is of, and that it is another than the day's."""
    words, other = f"CMS, {money.quarter(listed)}", money.other_quarter(listed, on)
    return f"{words}: {other}" if other else words


def points_of(limits: Sequence[ListedLimit]) -> list[Point]:
    """The limit of each quarter that prints one; the first where it prints several."""
    found: dict[str, Point] = {}
    for listed in limits:
        if listed.limit.limit is not None:
            found.setdefault(listed.release, (listed.release, listed.limit.limit))
    return [found[release] for release in sorted(found)]
