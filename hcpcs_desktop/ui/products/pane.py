"""The tab Products & price: the payment limit, and the packages with their NDCs."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.output.counted import count
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.pane_area import SIDE
from hcpcs_desktop.ui.products.model import CROSSWALK, LABELER, NDC, PRODUCT, ProductsModel
from hcpcs_desktop.ui.products.price_view import PriceView
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.table import Table
from hcpcs_desktop.ui.text import ElidedLabel, label, line

_NONE = (
    "No packages. CMS's quarterly ASP NDC-HCPCS crosswalk lists those that are billed under each "
    "code; drop it on the window to add it."
)
_FILTER_PAUSE_MS = 60


class ProductsPane(QWidget):
    """Emits ``ndc_chosen`` (a Product) when a row is clicked, or Enter pressed on it."""

    ndc_chosen = Signal(object)
    code_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._price = PriceView()
        self._model = ProductsModel(self)
        self._table = Table(
            self._model, "Packages", "Enter takes a package over into the unit calculation"
        )
        self._table.row_clicked.connect(self._on_row_chosen)
        self._table.row_opened.connect(self._on_row_chosen)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText("NDC, product or labeler")
        self._filter.setClearButtonEnabled(True)
        self._filter.setMinimumWidth(22 * GRID)
        name_input(self._filter, "Filter packages", "Shows the rows that hold every word")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_FILTER_PAUSE_MS)
        self._pause.timeout.connect(self._on_filter)
        self._filter.textChanged.connect(self._pause.start)
        self._title = label("Packages", "strong")
        self._count = ElidedLabel("muted")
        self._none = label(_NONE, "muted", wrap=True)
        self._held = 0
        self._release = ""
        self._lay_out()

    def show_page(self, page: CodePage) -> None:
        """Show price and packages of another code."""
        self._price.show_page(page)
        self._held = len(page.products)
        self._release = page.products[0].release if page.products else ""
        self._filter.blockSignals(True)
        self._filter.clear()
        self._filter.blockSignals(False)
        self._model.set_filter("")
        self._model.set_rows(page.products)
        self._table.fit_columns(self._model.longest())
        kinds = {each.product.crosswalk for each in page.products}
        self._table.setColumnHidden(CROSSWALK, kinds <= {"ASP"})
        self._table.scrollToTop()
        for each in (self._table, self._filter, self._title, self._count):
            each.setVisible(bool(page.products))
        self._none.setVisible(not page.products)
        self._say_count()

    def take_focus(self) -> None:
        """Put the focus on the packages, on the first where none is chosen."""
        if self._model.rowCount() and not self._table.currentIndex().isValid():
            self._table.setCurrentIndex(self._model.index(0, NDC))
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_filter(self) -> None:
        self._model.set_filter(self._filter.text())
        self._say_count()

    def _on_row_chosen(self, row: int) -> None:
        self.ndc_chosen.emit(self._model.product(row))

    def _say_count(self) -> None:
        shown = self._model.rowCount()
        found = f"{shown:,} of {count(self._held, 'package')}"
        said = count(self._held, "package") if shown == self._held else found
        source = f", CMS crosswalk {name_of(self._release)}" if self._release else ""
        self._count.setText(f"{said}{source}")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        head.addWidget(self._filter)
        self._divider = line()
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 2 * GRID, SIDE, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self._price)
        column.addWidget(self._divider)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self._table, 1)
        column.addStretch(0)  # takes what is left where there is no table
        header = self._table.horizontalHeader()
        self._table.stretch(PRODUCT, LABELER)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._table.setSortingEnabled(True)
