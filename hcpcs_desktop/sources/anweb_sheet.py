"""The workbook of CMS's quarterly list: where its fields stand in the columns of a sheet."""

from collections.abc import Mapping, Sequence

from hcpcs_desktop.domain.record import Values
from hcpcs_desktop.sources import columns, dates, tabular
from hcpcs_desktop.sources.record_values import folded, with_days

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

_WIDTH_OF_NUMBERS = {
    "pricing": 2, "lab_certification": 3, "xref": 5, "mog": 3, "processing_note": 4,
}  # fmt: skip
"""Fields of digits with zeros in front, which are lost where a cell is a number."""

_LONGEST_PART = 1_000
"""Characters of a description from which on it may go on in a second row; CMS parts at 1,194."""


def is_sheet(rows: Sequence[tabular.Row]) -> bool:
    """Whether a sheet is a list of codes: the record's columns, or descriptions alone.

    The lists of unclassified codes and of changes have a code and a description too; they lack
    the sequence number and have columns that the record has not.
    """
    found = header(rows)
    if found is None:
        return False
    of = columns.Columns(found.names)
    has_dates = all(any(name in of for name in _COLUMNS[each]) for each in ("added", "termination"))
    has_short = any(name in of for name in _COLUMNS["short_description"])
    return "SEQNUM" in of or set(of) <= _ONLY_DESCRIPTIONS or (has_dates and has_short)


def header(rows: Sequence[tabular.Row]) -> columns.Header | None:
    """The header of a list of codes; None where there is none."""
    return columns.find(rows, _CODE_COLUMNS, _LONG_COLUMNS)


class Sheet:
    """Where each field stands in the columns of a sheet; fields it lacks are not printed."""

    def __init__(self, header: Sequence[str]) -> None:
        """Take the header, which has a column of codes and one of long descriptions."""
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

    def goes_on(self, row: tabular.Row, code: str, long: str) -> bool:
        """Whether a row is the second part of a very long description.

        ``code`` and ``long`` are those of the row before.
        """
        if self.record_id is not None:
            return row[self.record_id].strip() in {"4", "8"}
        return (
            row[self.code].strip().upper() == code
            and len(long) >= _LONGEST_PART
            and sum(map(bool, row)) == len((self.code, self.long))
        )

    def values(self, row: tabular.Row) -> dict[str, Values]:
        """The fields of a row, still without the long description; no column, no field.

        Raises ValueError where a date is none.
        """
        values: dict[str, Values] = {"long_description": ()}
        for at in self._short:
            values["short_description"] = folded(row[at])
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
            found = self._known[cells] = with_days(_cells(row, self._fields), dates.of_cell)
        return found


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
