"""The kinds of change with their counts as a list model."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hcpcs_desktop.domain.release_diff import CHANGE_KINDS, ChangeKind
from hcpcs_desktop.output.change_rows import KIND_WORDS

Index = QModelIndex | QPersistentModelIndex
COUNT_ROLE = Qt.ItemDataRole.UserRole + 1
"""How many codes have a change of the kind, for the delegate; None where nobody can know."""
ALL = "All changes"


class KindsModel(QAbstractListModel):
    """All changes first, then each kind; the rows stay, their counts follow the filters."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with counts of none."""
        super().__init__(parent)
        self._kinds: tuple[ChangeKind | None, ...] = (None, *CHANGE_KINDS)
        self._counts: list[int] = [0] * len(self._kinds)
        self._untold: frozenset[ChangeKind] = frozenset()

    def set_counts(
        self, total: int, counts: Mapping[ChangeKind, int], untold: Sequence[ChangeKind] = ()
    ) -> None:
        """Show these counts; ``total`` is the number of codes that changed at all.

        ``untold`` are the kinds that the releases do not tell of, which is not the same as none.
        """
        self._counts = [total if kind is None else counts.get(kind, 0) for kind in self._kinds]
        self._untold = frozenset(untold)
        self.dataChanged.emit(self.index(0), self.index(len(self._kinds) - 1))

    def kind(self, row: int) -> ChangeKind | None:
        """The kind of a row; None for all."""
        return self._kinds[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """All, and one for each kind."""
        return 0 if parent.isValid() else len(self._kinds)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a kind, its count, and both for a screen reader."""
        if not index.isValid():
            return None
        kind, number = self._kinds[index.row()], self._counts[index.row()]
        words = KIND_WORDS[kind] if kind is not None else ALL
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{words}: {'not compared' if kind in self._untold else f'{number:,}'}"
        if role == COUNT_ROLE:
            return None if kind in self._untold else number
        return None
