"""Reads CMS's quarterly list of codes and modifiers (ANWEB), as fixed-width text or workbook.

Source: CMS HCPCS contractor record layout; positions count from 0.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from hcpcs_desktop.domain.codes import Kind, is_dental, is_level_two, is_modifier
from hcpcs_desktop.domain.dictionary import DATES
from hcpcs_desktop.domain.record import Record, Values
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import columns, dates, tabular
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.refusal import refusal

FAMILY = "anweb"

_LINE = re.compile(r"(?:[A-Z][0-9]{4}|   [A-Z0-9]{2})[0-9]{5}[3478]")
_BEGINNING = re.compile(r"[A-Z][0-9]{0,9}|   [A-Z0-9]{1,2}[0-9]{0,5}")
"""What is left of a line that is cut off before it can be told from junk."""

_LAST_PLACE = 293
_HEADING = 11
"""Characters with the code, the sequence number and the identification of a record."""

_LONG = slice(_HEADING, 91)
_DIGITS_OF_A_DAY = 8
_NAMED = 5
"""How many of the rows that were passed over the report names."""

_TEXT: Mapping[str, tuple[int, int, int]] = {
    "short_description": (91, 28, 1),
    "pricing": (119, 2, 4),
    "multiple_pricing": (127, 1, 1),
    "cim": (128, 6, 3),
    "mcm": (146, 8, 3),
    "statute": (170, 10, 1),
    "lab_certification": (180, 3, 8),
    "xref": (204, 5, 5),
    "coverage": (229, 1, 1),
    "asc": (230, 2, 1),
    "asc_effective": (232, 8, 1),
    "mog": (240, 3, 1),
    "mog_indicator": (243, 1, 1),
    "mog_effective": (244, 8, 1),
    "processing_note": (252, 4, 1),
    "betos": (256, 3, 1),
    "tos": (260, 1, 5),
    "anesthesia_base_units": (265, 3, 1),
    "added": (268, 8, 1),
    "action_effective": (276, 8, 1),
    "termination": (284, 8, 1),
    "action": (292, 1, 1),
}
"""Of each field the position, the width of one place, and how many places there are."""

_HEAD = 200_000
"""Characters in which a text must have shown what it is."""

_SHORT = slice(91, 119)
_ADDED, _DAYS = re.compile(r"(?:19|20)\d{6}"), 268
"""The day on which a code was added, and where it stands."""

_WIDTHS = (_LAST_PLACE, 320)
"""Of a record, with and without the filler at its end."""

_CODED, _DATED = slice(119, 268), slice(268, 293)
"""The fields between the descriptions and the dates, and the dates with the action."""

_OF_A_DAY = frozenset({"added", "action_effective", "termination", "action"})
"""Fields that codes of one day have alike."""

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "short_description": ("SHORT DESCRIPTION", "SHORT DESC", "SHORT DESCRIPTOR"),
    "pricing": ("PRICE1", "PRICE2", "PRICE3", "PRICE4"),
    "multiple_pricing": ("MULT PI",),
    "cim": ("CIM1", "CIM2", "CIM3"),
    "mcm": ("MCM1", "MCM2", "MCM3"),
    "statute": ("STATUTE",),
    "lab_certification": tuple(f"LABCERT{n}" for n in range(1, 9)),
    "xref": tuple(f"XREF{n}" for n in range(1, 6)),
    "coverage": ("COV",),
    "asc": ("ASC GRP",),
    "asc_effective": ("ASC DT",),
    "mog": ("OPPS",),
    "mog_indicator": ("OPPS PI",),
    "mog_effective": ("OPPS DT",),
    "processing_note": ("PROCNOTE",),
    "betos": ("BETOS",),
    "tos": ("TOS1", "TOS2", "TOS3", "TOS4", "TOS5"),
    "anesthesia_base_units": ("ANEST BU",),
    "added": ("ADD DT", "ADD DATE"),
    "action_effective": ("ACT EFF DT", "ACT EFF DATE"),
    "termination": ("TERM DT", "TERM DATE"),
    "action": ("ACTION CD", "ACTION CODE"),
}
"""Of each field the columns of its places; of a field with one place the names of its column."""

_CODE_COLUMNS = ("HCPC", "HCPCS", "HCPCS CODE")
_LONG_COLUMNS = ("LONG DESCRIPTION", "LONG DESC", "LONG DESCRIPTOR")
_RECORD_ID = "RECID"
_ONLY_DESCRIPTIONS = {
    columns.label(name)
    for name in (*_CODE_COLUMNS, *_LONG_COLUMNS, *_COLUMNS["short_description"], "")
}

_WIDTH_OF_NUMBERS = {"pricing": 2, "lab_certification": 3, "mog": 3, "processing_note": 4}
"""Fields of digits with zeros in front, which are lost where a cell is a number."""

_LONG_LIST, _LAST_LETTER = 500, "V"
"""Records from which on a list is taken for a whole one, and the letter that ends those of CMS."""

_LONGEST_PART = 1_000
"""Characters of a description from which on it may go on in a second row; CMS parts at 1,194."""


def is_text(text: str) -> bool:
    """Whether a text has lines of the fixed-width record."""
    return any(_LINE.match(line) for line in text[:_HEAD].splitlines()[:200])


def is_sheet(rows: Sequence[tabular.Row]) -> bool:
    """Whether a sheet is a list of codes: the record's columns, or descriptions alone.

    The lists of unclassified codes and of changes have a code and a description too; they lack
    the sequence number and have columns that the record has not.
    """
    header = _header(rows)
    if header is None:
        return False
    of = columns.Columns(header.names)
    has_dates = all(any(name in of for name in _COLUMNS[each]) for each in ("added", "termination"))
    has_short = any(name in of for name in _COLUMNS["short_description"])
    return "SEQNUM" in of or set(of) <= _ONLY_DESCRIPTIONS or (has_dates and has_short)


def read_text(text: str, name: str, release: str = "") -> Reading:
    """Read the fixed-width text; raises UserError where a record is not whole."""
    gathered = _Gathered(name)
    for number, line in enumerate(tabular.lines(text, name), 1):
        if _LINE.match(line):
            gathered.add_line(line if line.isascii() else _in_places(line), number)
        elif gathered.rows_read:
            gathered.add_junk(line, number)
    return gathered.reading(release)


def read_sheet(rows: Sequence[tabular.Row], name: str, release: str = "") -> Reading:
    """Read a sheet of the workbook; raises UserError where it has no usable rows."""
    header = _header(rows)
    if header is None:
        raise UserError(f"{name} was not taken: it has no column of HCPCS codes.", "bad_file")
    sheet, width = _Sheet(header.names), len(header.names)
    gathered = _Gathered(name)
    for number, row in columns.data_rows(rows, header):
        whole = row if len(row) >= width else [*row, *[""] * (width - len(row))]
        gathered.add_row(sheet, whole, number)
    return gathered.reading(release)


def newest_date(records: Iterable[Record]) -> str:
    """The newest added date of the records as ISO text: a hint at the release, not proof of it."""
    return max((record.first("added") for record in records), default="")


def _header(rows: Sequence[tabular.Row]) -> columns.Header | None:
    return columns.find(rows, _CODE_COLUMNS, _LONG_COLUMNS)


class _Sheet:
    """Where each field stands in the columns of a sheet; fields it lacks are not printed."""

    def __init__(self, header: Sequence[str]) -> None:
        names = [columns.label(name) for name in header]
        at = {name: names.index(name) for name in names if name}
        self.code, self.long = (
            next(at[label] for name in known if (label := columns.label(name)) in at)
            for known in (_CODE_COLUMNS, _LONG_COLUMNS)
        )
        self.record_id = at.get(_RECORD_ID)
        fields = {
            name: places
            for name, known in _COLUMNS.items()
            if (places := [at[label] for each in known if (label := columns.label(each)) in at])
        }
        self._short = fields.pop("short_description", [])
        of_a_day = {name: places for name, places in fields.items() if name in _OF_A_DAY}
        coded = {name: places for name, places in fields.items() if name not in _OF_A_DAY}
        self._groups = (_Group(coded), _Group(of_a_day))

    def goes_on(self, row: tabular.Row, before: "_Draft | None") -> bool:
        """Whether a row is the second part of a very long description."""
        if self.record_id is not None:
            return row[self.record_id].strip() in {"4", "8"}
        return (
            before is not None
            and row[self.code].strip().upper() == before.code
            and len(before.long[-1]) >= _LONGEST_PART
            and sum(map(bool, row)) == len((self.code, self.long))
        )

    def values(self, row: tabular.Row) -> dict[str, Values]:
        """The fields of a row, still without the long description; no column, no field.

        Raises ValueError where a date is none.
        """
        values: dict[str, Values] = {"long_description": ()}
        for at in self._short:
            values["short_description"] = _folded(row[at])
        for group in self._groups:
            values |= group.values(row)
        return values


class _Group:
    """Fields that stand in a sheet side by side, and that many codes have alike."""

    def __init__(self, fields: Mapping[str, Sequence[int]]) -> None:
        self._fields = fields
        columns = [at for places in fields.values() for at in places]
        self._span = slice(min(columns, default=0), max(columns, default=-1) + 1)
        self._known: dict[tuple[str, ...], dict[str, Values]] = {}

    def values(self, row: tabular.Row) -> dict[str, Values]:
        """The fields of a row, each different one read once; raises ValueError for a bad date."""
        cells = tuple(row[self._span])
        found = self._known.get(cells)
        if found is None:
            found = self._known[cells] = _with_days(_cells(row, self._fields))
        return found


@dataclass(slots=True)
class _Draft:
    """A record while its description is still being put together; ``place`` is its line or row."""

    code: str
    kind: Kind
    long: list[str]
    values: dict[str, Values]
    place: str

    def record(self) -> Record:
        """The record with its whole description."""
        self.values["long_description"] = _joined(self.long)
        return Record(self.code, self.kind, self.values)


@dataclass
class _Gathered:
    """The records read so far, and what there is to say about them.

    ``current`` is the record that a further line goes on with, ``left_out`` the code of one that
    is not kept.
    """

    name: str
    drafts: list[_Draft] = field(default_factory=list)
    rows_read: int = 0
    skipped: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    remarks: list[str] = field(default_factory=list)
    current: _Draft | None = None
    left_out: str = ""

    def add_line(self, line: str, number: int) -> None:
        """Take one line of text; a first line opens a record, a further one goes on with it."""
        self.rows_read += 1
        place = f"line {number}"
        code, identification = line[:5].strip(), line[10]
        if identification in "48":
            self._continue(code, line[_LONG].strip(), place)
            return
        if len(line) < _LAST_PLACE:
            raise self._cut_off(f"{place} ({code})")
        kind: Kind = "modifier" if identification == "7" else "code"
        self._open(code, kind, line[_LONG].strip(), lambda: _values(line), place)

    def add_junk(self, line: str, number: int) -> None:
        """Pass over a line that is no record; raises UserError where it is the start of one.

        A note below the list, which no record begins like, is not counted.
        """
        if _BEGINNING.fullmatch(line.rstrip()):
            raise self._cut_off(f"line {number}")
        if len(line.strip()) >= _LAST_PLACE or any(map(str.isdigit, line[:_HEADING])):
            self.skipped["no record"].append(f"line {number}")

    def add_row(self, sheet: _Sheet, row: tabular.Row, number: int) -> None:
        """Take one row of a sheet; a very long description goes on in a second row."""
        self.rows_read += 1
        place = f"row {number}"
        code = row[sheet.code].strip().upper()
        long = row[sheet.long].strip()
        if sheet.goes_on(row, self.current):
            self._continue(code, long, place)
            return
        kind: Kind = "modifier" if is_modifier(code) else "code"
        self._open(code, kind, long, lambda: sheet.values(row), place)

    def _open(
        self, code: str, kind: Kind, long: str, read: Callable[[], dict[str, Values]], place: str
    ) -> None:
        self.current, self.left_out = None, code
        if is_dental(code):
            self.skipped["a D code, which belongs to the ADA"].append(code)
        elif not (is_modifier(code) if kind == "modifier" else is_level_two(code)):
            self.skipped["no Level II code or modifier"].append(code or place)
        else:
            try:
                values = read()
            except ValueError as error:
                raise self._refusal(f"{code} has an impossible date, {error}") from error
            for half in values.get("asc_effective", ()):
                if len(half) < _DIGITS_OF_A_DAY:
                    self.remarks.append(f"{code}: ASC effective date kept as printed, {half}")
            self.current, self.left_out = _Draft(code, kind, [long], values, place), ""
            self.drafts.append(self.current)

    def _continue(self, code: str, text: str, place: str) -> None:
        if self.current is not None and self.current.code == code:
            self.current.long.append(text)
        elif code != self.left_out:
            raise self._refusal(f"{place} goes on with {code}, whose first line is missing")

    def reading(self, release: str) -> Reading:
        """All records in the order of the file; raises UserError where there are none."""
        if not self.drafts:
            raise self._refusal("it has no HCPCS code in it")
        records = self._records()
        self._look_for_the_end(records)
        skips = [_skip(why, places) for why, places in sorted(self.skipped.items())]
        skipped = sum(map(len, self.skipped.values()))
        return Reading(
            FAMILY, release, self.name, records, self.rows_read, skipped, (*skips, *self.remarks)
        )

    def _look_for_the_end(self, records: Sequence[Record]) -> None:
        """Remark on a long list without the codes that come last in every list of CMS."""
        last = max((record.code for record in records if record.kind == "code"), default="")
        if len(records) >= _LONG_LIST and last < _LAST_LETTER:
            self.remarks.append(
                f"it ends with {last}; CMS's lists go on to {_LAST_LETTER} codes, so it may not be "
                "whole"
            )

    def _records(self) -> tuple[Record, ...]:
        """One record for each code; raises UserError where two of one code differ."""
        found: dict[str, Record] = {}
        for draft in self.drafts:
            record = draft.record()
            known = found.setdefault(draft.code, record)
            if known is record:
                continue
            if known != record:
                reason = f"it lists {draft.code} twice with different content ({draft.place})"
                raise self._refusal(reason)
            self.skipped["the same record once more"].append(draft.code)
        return tuple(found.values())

    def _cut_off(self, place: str) -> UserError:
        return self._refusal(f"{place} is cut off, so the file is not whole")

    def _refusal(self, reason: str) -> UserError:
        return refusal(self.name, reason)


def _skip(why: str, places: Sequence[str]) -> str:
    """One sentence on rows that were passed over, with the first of them."""
    more = " ..." if len(places) > _NAMED else ""
    return f"{len(places)} skipped: {why} ({', '.join(places[:_NAMED])}{more})"


def _in_places(line: str) -> str:
    """A line with its fields in their places, also where they were counted in bytes of UTF-8."""
    raw = line.encode()
    by_letters, by_bytes = (
        _ADDED.match(line, _DAYS),
        _ADDED.match(raw.decode("cp1252", "replace"), _DAYS),
    )
    if not by_bytes or (by_letters and len(raw) not in _WIDTHS):
        return line
    parts = raw[:_HEADING], raw[_LONG], raw[_SHORT], raw[_SHORT.stop :]
    return "".join(part.decode(errors="replace").ljust(len(part)) for part in parts)


def _values(line: str) -> dict[str, Values]:
    """The fields of a line, still without the long description; raises ValueError for a bad date.

    The parts behind the descriptions are read once for all codes that share them.
    """
    return {
        "long_description": (),
        "short_description": _folded(line[_SHORT]),
        **_fields(line[_CODED], _CODED.start),
        **_fields(line[_DATED], _DATED.start),
    }


@lru_cache(maxsize=20_000)
def _fields(part: str, start: int) -> dict[str, Values]:
    """The fields in a part of a line that begins at ``start``; thousands of codes share them."""
    line = " " * start + part
    return _with_days(
        {
            name: _places(line, *place)
            for name, place in _TEXT.items()
            if start <= place[0] < len(line)
        }
    )


def _cells(row: tabular.Row, fields: Mapping[str, Sequence[int]]) -> dict[str, Values]:
    """The filled cells of some fields, each with its columns."""
    return {
        name: tuple([_whole(name, text) for at in places if (text := row[at].strip())])
        for name, places in fields.items()
    }


def _whole(name: str, text: str) -> str:
    """A coded value as CMS writes it, with the zeros in front that a number has not."""
    width = _WIDTH_OF_NUMBERS.get(name, 0)
    return text.zfill(width) if text.isdigit() else text


def _with_days(values: dict[str, Values]) -> dict[str, Values]:
    """The fields with their dates as ISO text; raises ValueError where one is none.

    Half a date of the ASC group is kept as printed: CMS shifted that field by two places on five
    records of 2018.
    """
    for name in DATES:
        for text in values.get(name, ()):
            values[name] = _day(text, name)
    return values


def _day(text: str, name: str) -> Values:
    if text in dates.NONE:
        return ()
    if found := dates.parsed(text):
        return (found.isoformat(),)
    if name == "asc_effective" and len(text) < _DIGITS_OF_A_DAY:
        return (text,)
    raise ValueError(f"{text} ({name})")


def _joined(parts: list[str]) -> Values:
    """The parts of a description with one blank between them, white space folded."""
    return _folded(" ".join(parts))


def _places(line: str, start: int, width: int, count: int) -> Values:
    """The filled places of a field, runs of blanks folded into one."""
    if not line[start : start + width * count].strip():
        return ()
    ends = range(start, start + width * count, width)
    return tuple(" ".join(text.split()) for at in ends if (text := line[at : at + width].strip()))


def _folded(text: str) -> Values:
    """A text without needless white space; nothing where there is nothing else in it."""
    folded = " ".join(text.split())
    return (folded,) if folded else ()
