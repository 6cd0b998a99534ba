"""Reads CMS's transaction report: of each code whether and how a release changed it.

Source: ``*Trans_Alpha``, ``*Transreport`` and ``Changes_by_*`` of CMS, workbooks and prints (prn)
under three styles of header.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

from hcpcs_desktop.domain.codes import is_level_two, is_modifier, normalise
from hcpcs_desktop.domain.note import ReportedChange
from hcpcs_desktop.sources import columns, plain_text, tabular
from hcpcs_desktop.sources.columns import Columns
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.tally import Tally

FAMILY = "transaction_report"

_CODE_COLUMNS = (
    "HCPCS/MODIFIER CODE", "HCPCS/MOD", "HCPC/MOD", "HCPCS", "HCPC", "HCPCS CODE", "CODE",
)  # fmt: skip
_ACTION = "ACTION"
_CHANGE_COLUMNS = ("TYPE OF CHANGE", "ACTION CD", "ACTION CODE", _ACTION)
_FURTHER_COLUMNS = (
    "SHORT DESCRIPTION", "SHORT DESC", "LONG DESCRIPTION", "LONG DESC", "EFF DATE",
    "EFFECTIVE DATE", "ACT EFF DT", "",
)  # fmt: skip
_ALL_COLUMNS = {
    columns.label(name) for name in (*_CODE_COLUMNS, *_CHANGE_COLUMNS, *_FURTHER_COLUMNS)
}
_HEADER = re.compile(r"\s*HCPCS?(?:/MOD\w*(?: CODE)?)?\s*(?:TYPE OF CHANGE|ACTION CD)\b.*", re.I)
_PRINTED = re.compile(r"\s*([A-Z]\d{4}|[A-Z0-9]{2})\s+(\S.*)")

_LOOKED_AT = 20
"""Rows that must show whether a table with a column ACTION is a report."""

_LONGEST_WORDS = 80

_WORDS = {
    "add": "A",
    "coverage and long description change": "B",
    "change in both coverage & long description": "B",
    "long description change": "C",
    "change in long description": "C",
    "long/short description": "C",
    "discontinued": "D",
    "coverage change": "F",
    "change in coverage": "F",
    "no change": "N",
    "payment change": "P",
    "change in payment": "P",
    "re-activated": "R",
    "short description change": "S",
    "change in short description": "S",
    "miscellaneous change": "T",
}
_PRINTED_WIDTH = 22
"""How much of the type of change the prints have room for."""

_LOOSELY = {
    "B": re.compile(r"(?=.*(?:coverage|administrative)).*long"),
    "D": re.compile(r"discontinu|delet|terminat"),
    "R": re.compile(r"re-? ?activat"),
    "A": re.compile(r"add(?:ed|ition|\b)|new\b"),
    "N": re.compile(r"no (?:change|maintenance)"),
    "C": re.compile(r".*\blong\b.*desc"),
    "S": re.compile(r".*short desc"),
    "F": re.compile(r".*(?:coverage|administrative)"),
    "P": re.compile(r"(?:change in )?payment|pricing"),
    "T": re.compile(r"misc"),
}
"""Other words than those that the reports at hand use, the more telling ones first."""


def is_text(text: str) -> bool:
    """Whether a text is a print of the report."""
    return any(_HEADER.fullmatch(line) for line in text[:20_000].splitlines()[: columns.HEAD])


def is_sheet(rows: Sequence[tabular.Row]) -> bool:
    """Whether a table is a report of changes: no column that only the list of codes has.

    A list of corrections has a column ACTION, too, but says there in words what is to be done.
    """
    header = _header(rows)
    if header is None or not set(Columns(header.names)) <= _ALL_COLUMNS:
        return False
    of = Columns(header.names)
    if any(name in of for name in _CHANGE_COLUMNS if name != _ACTION):
        return True
    head = islice(columns.data_rows(rows, header), _LOOKED_AT)
    return all(of.text(row, _ACTION).upper() in _WORDS.values() for _, row in head)


def read_text(text: str, name: str) -> Reading:
    """Read a print; raises UserError where it has no codes."""
    lines = plain_text.lines(text, name)
    at = next((at for at, line in enumerate(lines) if _HEADER.fullmatch(line)), 0)
    return _reading(map(_printed, filter(_is_filled, lines[at + 1 :])), Tally(name))


def read_sheet(rows: Sequence[tabular.Row], name: str) -> Reading:
    """Read a sheet; raises UserError where it has no codes."""
    tally = Tally(name)
    header = _header(rows)
    if header is None:
        raise tally.refuse("it is no transaction report")
    text = Columns(header.names).text
    cells = (
        (_code(text(row, *_CODE_COLUMNS)), text(row, *_CHANGE_COLUMNS))
        for _, row in columns.data_rows(rows, header)
    )
    return _reading(((code, _action(words), words) for code, words in cells), tally)


def _header(rows: Sequence[tabular.Row]) -> columns.Header | None:
    return columns.find(rows, _CODE_COLUMNS, _CHANGE_COLUMNS)


def _is_filled(line: str) -> bool:
    return line.strip(" \x1a") != ""


def _printed(line: str) -> tuple[str, str, str]:
    """The code of a line, the action code, and the words for it; empty where there is none."""
    match = _PRINTED.fullmatch(line)
    if match is None:
        return "", "", line
    printed, words = match.groups()
    return _code(printed), _action(words.partition("  ")[0]) or _action(words), words


@lru_cache(maxsize=20_000)
def _code(text: str) -> str:
    """The code or modifier that a cell names, empty for neither; a report names each four times."""
    code = normalise(text)
    return code if is_level_two(code) or is_modifier(code) else ""


@lru_cache(maxsize=1_000)
def _action(words: str) -> str:
    """The action code that the words stand for, which a print may have cut; empty for others."""
    said = " ".join(words.lower().split())
    if len(said) == 1 and said.upper() in _WORDS.values():
        return said.upper()
    for phrase, action in _WORDS.items():
        if said.startswith(phrase[: _PRINTED_WIDTH - 1]):
            return action
    if len(said) > _LONGEST_WORDS:
        return ""
    return next((action for action, words in _LOOSELY.items() if words.match(said)), "")


@lru_cache(maxsize=20_000)
def _change(code: str, action: str) -> ReportedChange:
    """One change, which the sheets and prints of a report share."""
    return ReportedChange(code, action)


def _reading(rows: Iterable[tuple[str, str, str]], tally: Tally) -> Reading:
    """The changes by code, of two that contradict each other the first."""
    found: dict[str, str] = {}
    for code, action, words in rows:
        tally.rows_read += 1
        if not code:
            tally.skip("no code or modifier")
        elif not action:
            tally.skip(f"an unknown type of change, {words[:_PRINTED_WIDTH] or 'none'}")
        elif found.setdefault(code, action) != action:
            tally.skip(f"{code} stands in it twice with different changes")
    if not found:
        raise tally.refuse("it has no code in it")
    return Reading(
        FAMILY,
        "",
        tally.name,
        rows_read=tally.rows_read,
        skipped=tally.skipped,
        warnings=tally.warnings,
        reported=tuple(map(_change, found.keys(), found.values())),
    )
