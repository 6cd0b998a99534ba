"""The table of contents of a code's guides as a list model."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hcpcs_desktop.domain.guide import Guide, SectionName
from hcpcs_desktop.output.wording import SECTION_WORDS

HEADING_ROLE = Qt.ItemDataRole.UserRole + 1
"""Whether a row is the title of a guide, for the delegate."""

_SHORT: dict[SectionName, str] = {
    "documentation_requirements": "Documentation",
    "common_denial_reasons": "Denial reasons",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: the title of a guide or one of its sections.

    ``section`` counts the sections of all guides; a title has that of the section which follows.
    """

    text: str
    section: int
    is_heading: bool = False


def entries(guides: Sequence[Guide]) -> list[Entry]:
    """The rows for these guides; a single one needs no title."""
    made: list[Entry] = []
    number = 0
    for guide in guides:
        if len(guides) > 1:
            made.append(Entry(guide.title, number, is_heading=True))
        for section in guide.sections:
            made.append(Entry(_SHORT.get(section.name, SECTION_WORDS[section.name]), number))
            number += 1
    return made


class ContentsModel(QAbstractListModel):
    """One row for each entry; the titles cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._entries: list[Entry] = []

    def set_rows(self, rows: Sequence[Entry]) -> None:
        """Show these entries instead."""
        self.beginResetModel()
        self._entries = list(rows)
        self.endResetModel()

    def section(self, row: int) -> int:
        """The number of the section that a row leads to."""
        return self._entries[row].section

    def row_of(self, section: int) -> int:
        """The row of a section; -1 where there is none."""
        for row, entry in enumerate(self._entries):
            if entry.section == section and not entry.is_heading:
                return row
        return -1

    def rowCount(
        self,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008
    ) -> int:
        """The number of entries."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """A title is there to be read; the arrows pass over it."""
        if index.isValid() and self._entries[index.row()].is_heading:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The text of a row, and whether it is a title."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        return entry.is_heading if role == HEADING_ROLE else None
