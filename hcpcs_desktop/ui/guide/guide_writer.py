"""Writes guides into a document, block by block; every text goes in as plain text."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from hcpcs_desktop.domain.guide import Guide, GuideSection, Statement
from hcpcs_desktop.domain.mentions import pieces
from hcpcs_desktop.output import wording
from hcpcs_desktop.ui.browser import block, insert, link
from hcpcs_desktop.ui.scale import GRID, LARGE, TITLE
from hcpcs_desktop.ui.tones import LIGHT, Tones

HEADING, SOURCE, _FIRST_STATEMENT = 1, 2, 10
"""What a block is, in its user state; statements are numbered from the last of these."""

_KEEPS_FOCUS = "\N{ZERO WIDTH SPACE}"
"""Stands behind a link at the end of a block; what is inserted there would move its focus."""

_LONGEST_LEAD = 32
_SOURCE_ADDRESS = "source:"


def source_of(address: str) -> int | None:
    """The number of the statement whose source a link unfolds; None for a link to a code."""
    if not address.startswith(_SOURCE_ADDRESS):
        return None
    return int(address.removeprefix(_SOURCE_ADDRESS))


@dataclass(frozen=True, slots=True)
class _Said:
    statement: Statement
    guide: Guide


class GuideWriter:
    """Knows the statements of some guides by number, in the order in which they are written."""

    def __init__(self, guides: Sequence[Guide], known: Collection[str]) -> None:
        """Write these guides; mentions of the ``known`` codes become links."""
        self._guides = guides
        self._known = known
        self._tones = LIGHT
        self._ratio = 1.0
        self._said = [
            _Said(statement, guide)
            for guide in guides
            for section in guide.sections
            for statement in section.statements
        ]

    def write(self, cursor: QTextCursor, tones: Tones, ratio: float) -> None:
        """Write all of it into an empty document, ``ratio`` times as large as usual."""
        self._tones, self._ratio = tones, ratio
        number = 0
        for guide in self._guides:
            self._write_title(cursor, guide)
            for section in guide.sections:
                number = self._write_section(cursor, section, guide, number)

    def statement_block(self, document: QTextDocument, number: int) -> QTextBlock:
        """The block of a statement."""
        block = document.begin()
        while block.isValid() and block.userState() != _FIRST_STATEMENT + number:
            block = block.next()
        return block

    def write_source(self, cursor: QTextCursor, number: int) -> None:
        """Write the source of a statement below its block, where the cursor is."""
        said = self._said[number]
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self._block(cursor, SOURCE, below=GRID + 2, indent=2 * GRID)
        text = wording.statement_source(said.statement, said.guide)
        insert(cursor, pieces(text, self._known), self._tones, self._muted())

    def _write_title(self, cursor: QTextCursor, guide: Guide) -> None:
        above = 0 if cursor.atStart() else 5 * GRID
        self._block(cursor, -1, above=above, below=GRID // 2)
        cursor.insertText(guide.title, _sized(TITLE * self._ratio))
        self._block(cursor, -1)
        origin = pieces(wording.guide_origin(guide), self._known)
        insert(cursor, origin, self._tones, self._muted())

    def _write_section(
        self, cursor: QTextCursor, section: GuideSection, guide: Guide, number: int
    ) -> int:
        """Write a section; the number of the statement that follows it."""
        self._block(cursor, HEADING, above=3 * GRID, below=GRID)
        cursor.insertText(wording.SECTION_WORDS[section.name], _sized(LARGE * self._ratio))
        for statement in section.statements:
            self._write_statement(cursor, statement, number)
            number += 1
        source = wording.section_source(section, guide)
        if source:
            self._block(cursor, -1)
            insert(cursor, pieces(source, self._known), self._tones, self._muted())
        return number

    def _write_statement(self, cursor: QTextCursor, statement: Statement, number: int) -> None:
        self._block(cursor, _FIRST_STATEMENT + number, below=GRID + 2)
        lead = _lead(statement.text)
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        insert(cursor, pieces(statement.text[:lead], self._known), self._tones, strong)
        insert(cursor, pieces(statement.text[lead:], self._known), self._tones)
        mark = QTextCharFormat()
        link(mark, f"{_SOURCE_ADDRESS}{number}", self._tones)
        mark.setFontWeight(QFont.Weight.DemiBold)
        cursor.insertText("\N{NO-BREAK SPACE} ", QTextCharFormat())
        cursor.insertText("corrected" if statement.note else "?", mark)
        cursor.insertText(_KEEPS_FOCUS, QTextCharFormat())

    def _block(
        self, cursor: QTextCursor, state: int, *, above: int = 0, below: int = 0, indent: int = 0
    ) -> None:
        block(cursor, above=above, below=below, indent=indent)
        cursor.block().setUserState(state)

    def _muted(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(self._tones.muted))
        return form


def _sized(points: float) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontPointSize(points)
    form.setFontWeight(QFont.Weight.DemiBold)
    return form


def _lead(text: str) -> int:
    """How long the lead of a statement is: ``Dose:`` and the like; 0 where it has none."""
    end = text.find(":")
    is_lead = 0 < end <= _LONGEST_LEAD and "." not in text[:end] and text[end : end + 2] == ": "
    return end + 1 if is_lead else 0
