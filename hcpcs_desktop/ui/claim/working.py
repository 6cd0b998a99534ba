"""From what was typed to the findings, or to what cannot be read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from hcpcs_desktop.domain.claim import ClaimReport
from hcpcs_desktop.domain.claim_request import Authorization, Claim, Line
from hcpcs_desktop.domain.finding import Finding
from hcpcs_desktop.domain.inputs import InputError, amount
from hcpcs_desktop.ui import days
from hcpcs_desktop.ui.claim import reading
from hcpcs_desktop.ui.claim.entries import AuthorizationEntries, ClaimEntries, LineEntries

T = TypeVar("T")

OF_CLAIM = -1
"""The row of what belongs to the claim as a whole."""

_NO_CODE = "Enter the code: the line is not checked without it."
_NO_DATE = "Enter the date of service: it decides which rules hold."


@dataclass(frozen=True, slots=True)
class Unread:
    """A text that cannot be read: its row (``OF_CLAIM`` for the head), its field, a sentence."""

    row: int
    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The report, None while nothing can be checked, and what could not be read.

    ``rows`` tell for each line of the report in which row of the form it stands.
    """

    report: ClaimReport | None = None
    rows: tuple[int, ...] = ()
    unread: tuple[Unread, ...] = ()

    def row_of(self, finding: Finding) -> int:
        """The row of the form that a finding is about."""
        return self.rows[finding.line - 1]


def work_out(entries: ClaimEntries, check: Callable[[Claim], ClaimReport]) -> Outcome:
    """Check what can be read of a claim."""
    reader = _Reader()
    claim, rows = reader.claim(entries)
    if claim is None or not claim.lines:
        return Outcome(unread=tuple(reader.unread))
    return Outcome(check(claim), rows, tuple(reader.unread))


class _Reader:
    """Reads texts, and notes those that cannot be read instead of giving up."""

    def __init__(self) -> None:
        self.unread: list[Unread] = []

    def claim(self, entries: ClaimEntries) -> tuple[Claim | None, tuple[int, ...]]:
        """The claim, without the lines that have no code, and the row of each line."""
        filled = [(row, each) for row, each in enumerate(entries.lines) if not each.is_blank]
        day = self._read(OF_CLAIM, "dos", entries.dos, days.day)
        if day is None and not entries.dos.strip() and filled:
            self._note(OF_CLAIM, "dos", _NO_DATE)
        authorization = self._authorization(entries.authorization)
        lines = {row: line for row, each in filled if (line := self._line(row, each, day))}
        if not lines:
            return None, ()
        claim = Claim(
            lines=tuple(lines.values()),
            payer=entries.payer,
            setting=entries.setting,
            authorization_required=entries.authorization.needed,
            authorization=authorization,
            profile=entries.profile,
        )
        return claim, tuple(lines)

    def _line(self, row: int, typed: LineEntries, day: date | None) -> Line | None:
        own_day = self._read(row, "dos", typed.dos, days.day) or day
        made = Line(
            code=typed.code.strip(),
            units=self._read(row, "units", typed.units, reading.units),
            dos=own_day or date.min,
            modifiers=reading.modifiers(typed.modifiers),
            pos=typed.pos.strip(),
            dx=reading.parts(typed.dx),
            dose=self._read(row, "dose", typed.dose, _amount) or "",
            vial_type=self._read(row, "vial_type", typed.vial_type, reading.vial_type),
            vials_opened=self._read(row, "opened", typed.opened, _containers) or (),
            drug=typed.drug.strip(),
            ndc=typed.ndc.strip(),
        )
        if not made.code:
            self._note(row, "code", _NO_CODE)
        return made if made.code and own_day else None

    def _authorization(self, typed: AuthorizationEntries) -> Authorization | None:
        if not typed.needed or not any((typed.number, typed.codes, typed.start, typed.end)):
            return None
        return Authorization(
            typed.number.strip(),
            self._read(OF_CLAIM, "start", typed.start, days.day),
            self._read(OF_CLAIM, "end", typed.end, days.day),
            self._read(OF_CLAIM, "authorized_units", typed.units, reading.units),
            reading.parts(typed.codes.upper()),
        )

    def _read(self, row: int, field: str, text: str, read: Callable[[str], T]) -> T | None:
        if not text.strip():
            return None
        try:
            return read(text)
        except InputError as error:
            self._note(row, field, error.reason[:1].upper() + error.reason[1:])
            return None

    def _note(self, row: int, field: str, sentence: str) -> None:
        self.unread.append(Unread(row, field, sentence))


def _amount(text: str) -> str:
    amount("dose", text)
    return text.strip()


def _containers(text: str) -> tuple[str, ...]:
    found = reading.containers(text)
    for each in dict.fromkeys(found):
        amount("opened", each)
    return found
