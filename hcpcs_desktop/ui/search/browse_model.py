"""The sections of the codes as a tree: letters, and the sections of each."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hcpcs_desktop.domain.section import Branch

BRANCH_ROLE = Qt.ItemDataRole.UserRole + 1
"""The Branch of a row."""

_TOP = 0
"""The internal id of a letter; that of a section is the row of its letter and one."""

AnyIndex = QModelIndex | QPersistentModelIndex


class BrowseModel(QAbstractItemModel):
    """Two levels: letters, and below each its sections."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._letters: tuple[Branch, ...] = ()

    def set_rows(self, letters: Sequence[Branch]) -> None:
        """Show these letters instead."""
        self.beginResetModel()
        self._letters = tuple(letters)
        self.endResetModel()

    def index_of(self, address: str) -> QModelIndex:
        """Where a letter or a section stands; its letter where it is no section itself."""
        for row, letter in enumerate(self._letters):
            if address[:1] == letter.address:
                top = self.index(row, 0)
                below = [each.address for each in letter.below]
                return self.index(below.index(address), 0, top) if address in below else top
        return QModelIndex()

    def index(
        self,
        row: int,
        column: int,
        parent: AnyIndex = QModelIndex(),  # noqa: B008
    ) -> QModelIndex:
        """The index of a letter, or of a section below one."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: AnyIndex = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """The letter of a section."""
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """The number of letters, or of the sections of a letter."""
        if not parent.isValid():
            return len(self._letters)
        is_letter = parent.internalId() == _TOP and parent.column() == 0
        return len(self._letters[parent.row()].below) if is_letter else 0

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """One column."""
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row, for a screen reader with the number of codes, or the branch."""
        if not index.isValid():
            return None
        branch = self._branch(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{branch.address} {branch.heading}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{branch.address} {branch.heading}, {branch.codes:,} codes"
        if role == Qt.ItemDataRole.ToolTipRole:
            return branch.heading
        return branch if role == BRANCH_ROLE else None

    def _branch(self, index: AnyIndex) -> Branch:
        if index.internalId() == _TOP:
            return self._letters[index.row()]
        return self._letters[index.internalId() - 1].below[index.row()]
