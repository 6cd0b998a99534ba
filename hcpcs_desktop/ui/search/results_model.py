"""The hits of a search as a list model."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hcpcs_desktop.domain.hit import Hit
from hcpcs_desktop.output.wording import CONFLICT_WORDS, STATE_WORDS
from hcpcs_desktop.ui.search.excerpt import excerpt

ICONS_ROLE = Qt.ItemDataRole.UserRole + 1
"""The names of the icons that mark a row as the user's own."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The codes that are favourites, and those that have a note."""

    favourites: frozenset[str] = frozenset()
    noted: frozenset[str] = frozenset()

    def icons(self, code: str) -> tuple[str, ...]:
        """The icons of a code's marks."""
        note = ("note-on",) if code in self.noted else ()
        return (*note, "star-on") if code in self.favourites else note

    def words(self, code: str) -> tuple[str, ...]:
        """The marks of a code for a screen reader."""
        note = ("has a note",) if code in self.noted else ()
        return ("favourite", *note) if code in self.favourites else note


class ResultsModel(QAbstractListModel):
    """One row for each hit."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()
        self._marks = Marks()

    def set_rows(self, hits: Sequence[Hit]) -> None:
        """Show these hits instead."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def set_marks(self, marks: Marks) -> None:
        """Mark the rows of these codes."""
        self._marks = marks
        if self._hits:
            self.dataChanged.emit(self.index(0), self.index(len(self._hits) - 1))

    def row_of(self, code: str) -> int:
        """The row of a code; -1 where it is not listed."""
        return next((row for row, hit in enumerate(self._hits) if hit.code == code), -1)

    def hit(self, row: int) -> Hit:
        """The hit of a row."""
        return self._hits[row]

    def rowCount(
        self,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008
    ) -> int:
        """The number of hits."""
        return 0 if parent.isValid() else len(self._hits)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The text of a row, the words for a screen reader, or its icons."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{hit.code} {description(hit)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([_spoken(hit), *self._marks.words(hit.code)])
        return self._marks.icons(hit.code) if role == ICONS_ROLE else None


def description(hit: Hit) -> str:
    """The short description; the long one where a file prints no short one."""
    return hit.short or hit.long


def _spoken(hit: Hit) -> str:
    """The row as a screen reader says it."""
    parts = [hit.code, description(hit), "Drug" if hit.is_drug else "", STATE_WORDS[hit.state]]
    conflict = CONFLICT_WORDS if hit.has_conflict else ""
    more = excerpt(hit.short, hit.long, hit.marks)
    return ", ".join(part for part in [*parts, conflict, more, hit.why.text] if part)
