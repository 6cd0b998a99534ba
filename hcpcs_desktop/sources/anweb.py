"""Reads CMS's quarterly list of codes and modifiers (ANWEB), as fixed-width text or workbook."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from hcpcs_desktop.domain.codes import Kind, is_dental, is_level_two, is_modifier
from hcpcs_desktop.domain.record import Record, Values
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import anweb_sheet, anweb_text, columns, plain_text, tabular
from hcpcs_desktop.sources.anweb_sheet import Sheet
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.record_values import DIGITS_OF_A_DAY, folded
from hcpcs_desktop.sources.refusal import refusal

FAMILY = "anweb"

_NAMED = 5
"""How many of the rows that were passed over the report names."""

_LONG_LIST, _LAST_LETTER = 500, "V"
"""Records from which on a list is taken for a whole one, and the letter that ends those of CMS."""


def read_text(text: str, name: str, release: str = "") -> Reading:
    """Read the fixed-width text; raises UserError where a record is not whole."""
    gathered = _Gathered(name, "line")
    for number, line in enumerate(plain_text.lines(text, name), 1):
        if anweb_text.LINE.match(line):
            gathered.add_line(line if line.isascii() else anweb_text.in_places(line), number)
        elif gathered.rows_read:
            gathered.add_junk(line, number)
    return gathered.reading(release)


def read_sheet(rows: Sequence[tabular.Row], name: str, release: str = "") -> Reading:
    """Read a sheet of the workbook; raises UserError where it has no usable rows."""
    header = anweb_sheet.header(rows)
    if header is None:
        raise UserError(f"{name} was not taken: it has no column of HCPCS codes.", "bad_file")
    sheet, width = Sheet(header.names), len(header.names)
    gathered = _Gathered(name, "row")
    for number, row in columns.data_rows(rows, header):
        whole = row if len(row) >= width else [*row, *[""] * (width - len(row))]
        gathered.add_row(sheet, whole, number)
    return gathered.reading(release)


def newest_date(records: Iterable[Record]) -> str:
    """The newest added date of the records as ISO text: a hint at the release, not proof of it."""
    return max((record.first("added") for record in records), default="")


@dataclass(slots=True)
class _Draft:
    """A record while its description is still being put together; ``number`` is that of its row."""

    code: str
    kind: Kind
    long: list[str]
    values: dict[str, Values]
    number: int

    def record(self) -> Record:
        """The record with its whole description."""
        self.values["long_description"] = folded(" ".join(self.long))
        return Record(self.code, self.kind, self.values)


@dataclass
class _Gathered:
    """The records read so far, and what there is to say about them.

    ``unit`` is what the file is made of, line or row, ``current`` the record that a further one
    goes on with, ``left_out`` the code of one that is not kept, ``sequence`` the number of the last
    line among those of its record.
    """

    name: str
    unit: str
    drafts: list[_Draft] = field(default_factory=list)
    rows_read: int = 0
    skipped: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    remarks: list[str] = field(default_factory=list)
    current: _Draft | None = None
    left_out: str = ""
    sequence: int = 0

    def add_line(self, line: str, number: int) -> None:
        """Take one line of text; a first line opens a record, a further one goes on with it."""
        self.rows_read += 1
        code, identification = line[:5].strip(), line[10]
        sequence, before = int(line[anweb_text.SEQUENCE]), self.sequence
        self.sequence = sequence
        if identification in "48":
            if sequence != before + anweb_text.STEP:
                self.remarks.append(
                    f"{code}: a part of its description is missing before line {number}"
                )
            self._continue(code, line[anweb_text.LONG].strip(), number)
            return
        if len(line) < anweb_text.LAST_PLACE:
            raise self._cut_off(f"line {number} ({code})")
        kind: Kind = "modifier" if identification == "7" else "code"
        long = line[anweb_text.LONG].strip()
        self._open(code, kind, long, lambda: anweb_text.values(line), number)

    def add_junk(self, line: str, number: int) -> None:
        """Pass over a line that is no record; raises UserError where it is the start of one.

        A note below the list, which no record begins like, is not counted.
        """
        if anweb_text.BEGINNING.fullmatch(line.rstrip()):
            raise self._cut_off(f"line {number}")
        if anweb_text.may_be_record(line):
            self.skipped["no record"].append(f"line {number}")

    def add_row(self, sheet: Sheet, row: tabular.Row, number: int) -> None:
        """Take one row of a sheet; a very long description goes on in a second row."""
        self.rows_read += 1
        code = row[sheet.code].strip().upper()
        long = row[sheet.long].strip()
        before = self.current
        if sheet.goes_on(row, before.code if before else "", before.long[-1] if before else ""):
            self._continue(code, long, number)
            return
        kind: Kind = "modifier" if is_modifier(code) else "code"
        self._open(code, kind, long, lambda: sheet.values(row), number)

    def _open(
        self, code: str, kind: Kind, long: str, read: Callable[[], dict[str, Values]], number: int
    ) -> None:
        self.current, self.left_out = None, code
        if is_dental(code):
            self.skipped["a D code, which belongs to the ADA"].append(code)
        elif not (is_modifier(code) if kind == "modifier" else is_level_two(code)):
            self.skipped["no Level II code or modifier"].append(code or f"{self.unit} {number}")
        else:
            try:
                values = read()
            except ValueError as error:
                raise self._refusal(f"{code} has an impossible date, {error}") from error
            for half in values.get("asc_effective", ()):
                if len(half) < DIGITS_OF_A_DAY:
                    self.remarks.append(f"{code}: ASC effective date kept as printed, {half}")
            self.current, self.left_out = _Draft(code, kind, [long], values, number), ""
            self.drafts.append(self.current)

    def _continue(self, code: str, text: str, number: int) -> None:
        if self.current is not None and self.current.code == code:
            self.current.long.append(text)
        elif code != self.left_out:
            what = f"{self.unit} {number} goes on with {code}"
            raise self._refusal(f"{what}, whose first line is missing or elsewhere")

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
                place = f"{self.unit} {draft.number}"
                raise self._refusal(f"it lists {draft.code} twice with different content ({place})")
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
