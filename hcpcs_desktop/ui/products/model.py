"""The packages of a drug as a table model: sorted and filtered at once, however many there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hcpcs_desktop.domain.product import ListedProduct, Product

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The native value of a cell: text without case, or a number."""

_UNKNOWN = Decimal(-1)
"""Sorts before every number that is known."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, the text of a cell and the value by which it is sorted."""

    heading: str
    text: Callable[[Product], str]
    value: Callable[[Product], str | Decimal]
    is_number: bool = False


def _named(name: str) -> Callable[[Product], str]:
    def text(product: Product) -> str:
        return str(getattr(product, name))

    return text


def _folded(name: str) -> Callable[[Product], str]:
    def value(product: Product) -> str:
        return str(getattr(product, name)).casefold()

    return value


def _number(name: str) -> Callable[[Product], Decimal]:
    def value(product: Product) -> Decimal:
        found: Decimal | None = getattr(product, name)
        return _UNKNOWN if found is None else found

    return value


def number_text(number: Decimal | None) -> str:
    """A number without zeros at its end; a dash where none is known."""
    return "–" if number is None else f"{number.normalize():f}"


def package_text(product: Product) -> str:
    """How many items a package holds and the size of one: ``10 × 2.5``."""
    quantity = number_text(product.package_quantity)
    size = number_text(product.package_size)
    return size if quantity in {"1", "–"} else f"{quantity} × {size}"


def package_value(product: Product) -> Decimal:
    """The size of a whole package."""
    if product.package_size is None:
        return _UNKNOWN
    return product.package_size * (product.package_quantity or 1)


def units_text(product: Product) -> str:
    """The billing units of a package, and how they come about: ``10 × 4 = 40``."""
    whole = number_text(product.billing_units_package)
    quantity = number_text(product.package_quantity)
    if quantity in {"1", "–"} or product.billing_units is None:
        return whole
    return f"{quantity} × {number_text(product.billing_units)} = {whole}"


def _name_text(product: Product) -> str:
    return product.name or product.generic


def _name_value(product: Product) -> str:
    return _name_text(product).casefold()


COLUMNS = (
    Column("NDC", _named("ndc"), _folded("ndc")),
    Column("Product", _name_text, _name_value),
    Column("Labeler", _named("labeler"), _folded("labeler")),
    Column("Package", package_text, package_value, is_number=True),
    Column("Billing units", units_text, _number("billing_units_package"), is_number=True),
    Column("Crosswalk", _named("crosswalk"), _folded("crosswalk")),
)
NDC, PRODUCT, LABELER, PACKAGE, UNITS, CROSSWALK = range(len(COLUMNS))


class ProductsModel(QAbstractTableModel):
    """One row for each package that the filter lets through, in the order that was asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._all: tuple[Product, ...] = ()
        self._rows: list[Product] = []
        self._filter = ""
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def set_rows(self, products: Sequence[ListedProduct]) -> None:
        """Show these packages instead."""
        self._all = tuple(listed.product for listed in products)
        self._arrange()

    def longest(self) -> list[str]:
        """The longest text of each column, whatever the filter lets through."""
        return [max(map(each.text, self._all), key=len, default="") for each in COLUMNS]

    def set_filter(self, text: str) -> None:
        """Show only the packages in which every word of the text is found."""
        self._filter = text
        self._arrange()

    def product(self, row: int) -> Product:
        """The package of a row."""
        return self._rows[row]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the native values of a column; -1 is CMS's own order."""
        self._order = (column, order)
        self._arrange()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of packages that are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, its native value, or where the text stands."""
        if not index.isValid():
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self._rows[index.row()])
        if role == SORT_ROLE:
            return column.value(self._rows[index.row()])
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The heading of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].heading
        column = COLUMNS[section]
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _arrange(self) -> None:
        self.beginResetModel()
        words = self._filter.casefold().split()
        self._rows = [each for each in self._all if _holds(each, words)]
        column, order = self._order
        if 0 <= column < len(COLUMNS):
            self._rows.sort(
                key=COLUMNS[column].value,
                reverse=order == Qt.SortOrder.DescendingOrder,
            )
        self.endResetModel()


def _holds(product: Product, words: Sequence[str]) -> bool:
    if not words:
        return True
    texts = (product.ndc, product.ndc11, product.name, product.generic, product.labeler)
    text = " ".join(texts).casefold()
    return all(word in text for word in words)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
