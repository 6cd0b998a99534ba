"""Claim lines to and from a spreadsheet: what is pasted, what is saved."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hcpcs_desktop.ui.claim.entries import COLUMNS, NAMES, LineEntries

MOST_LINES = 1_000
_MOST_LETTERS = 10_000

_WORDS = re.compile(r"[^a-z0-9]+")
_BY_WORDS = {
    words: each.name
    for each in COLUMNS
    for words in (each.name.replace("_", " "), each.heading.lower(), *each.words)
}
_NUMBER = re.compile(r" ?\d+$")
_SAYS_NOTHING = frozenset({"code", "codes", "number", "no", "nbr", "of", "the", "billed", "line"})
"""Words of a heading that its meaning does not hang on: ``HCPCS code``, ``Dx code 1``."""

_HEADING_AT_LEAST = 2
"""Known headings that make the first row one of headings; one where there is one column only."""

_QUOTED = ("'=", "'+", "'-", "'@")


@dataclass(frozen=True, slots=True)
class Pasted:
    """The lines that were read, the headings of columns left out, and how many lines were cut."""

    lines: tuple[LineEntries, ...]
    left_out: tuple[str, ...] = ()
    cut: int = 0


def read(text: str, first_column: str = NAMES[0]) -> Pasted:
    """Lines out of rows with tabs.

    A first row of headings tells which column is which, in any order; without one they stand as in
    the form, beginning with ``first_column``. Columns that the form does not have are left out,
    so that nothing about a patient gets in. Several columns of modifiers or diagnoses become one.
    """
    rows = [row for row in _table(text) if any(map(str.strip, row))]
    if not rows:
        return Pasted(())
    headings = [_field(cell) for cell in rows[0]]
    if _are_headings(headings):
        left_out = [cell.strip() for cell, name in zip(rows[0], headings, strict=True) if not name]
        named = tuple(each for each in left_out if each)
        return Pasted(_lines(rows[1:], headings), named, _cut(rows[1:]))
    return Pasted(_lines(rows, NAMES[NAMES.index(first_column) :]), cut=_cut(rows))


def filled(
    lines: Sequence[LineEntries], pasted: Sequence[LineEntries], at: int
) -> tuple[LineEntries, ...]:
    """The lines with those pasted from a row on: into blank rows there, else between the others."""
    before, after = list(lines[:at]), list(lines[at:])
    while after and after[0].is_blank:
        after.pop(0)
    return (*before, *pasted, *after)


def rows(lines: Iterable[LineEntries]) -> list[list[str]]:
    """The cells of lines, in the order of the form."""
    return [[getattr(line, name) for name in NAMES] for line in lines]


def _table(text: str) -> Iterable[list[str]]:
    """The rows of a text; cells are quoted where all quotes come in pairs."""
    lines = (line[:_MOST_LETTERS] for line in text.splitlines(keepends=True))
    if text.count('"') % 2:
        return csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return csv.reader(lines, delimiter="\t")


def _are_headings(headings: Sequence[str]) -> bool:
    known = [each for each in headings if each]
    return len(known) >= min(_HEADING_AT_LEAST, len(headings))


def _field(heading: str) -> str:
    """The field that a heading means; empty for one that the form does not have."""
    words = _WORDS.sub(" ", heading.lower()).strip()
    if words in _BY_WORDS:
        return _BY_WORDS[words]
    bare = [each for each in _NUMBER.sub("", words).split() if each not in _SAYS_NOTHING]
    return _BY_WORDS.get(" ".join(bare), "")


def _lines(table: Sequence[Sequence[str]], columns: Sequence[str]) -> tuple[LineEntries, ...]:
    return tuple(_line(row, columns) for row in table[:MOST_LINES])


def _cut(table: Sequence[Sequence[str]]) -> int:
    return max(len(table) - MOST_LINES, 0)


def _line(row: Sequence[str], columns: Sequence[str]) -> LineEntries:
    line = LineEntries()
    for cell, name in zip(row, columns, strict=False):
        text = _plain(cell)
        if name and text:
            before = getattr(line, name)
            line = replace(line, **{name: f"{before}, {text}" if before else text})
    return line


def _plain(cell: str) -> str:
    """A cell without the mark that keeps a spreadsheet from taking it for a formula."""
    text = " ".join(cell.split())
    return text[1:] if text.startswith(_QUOTED) else text
