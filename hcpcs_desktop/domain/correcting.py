"""What CMS's corrections do to the record that they mend.

Source: the corrections of 2018 and 2019, held against the lists that came after them. Some say in
a sentence alone what is to be done; of these the ones below are understood.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from hcpcs_desktop.domain.codes import kind_of
from hcpcs_desktop.domain.note import Correction
from hcpcs_desktop.domain.record import Appearance, Record, Values

_ADDED = re.compile(r"add code\b|.*\badd back\b", re.I)
_TAKEN_BACK = re.compile(r"delete\b|do not add\b|remove,", re.I)
_DISCONTINUED = re.compile(r"discontinue", re.I)
_REVERTED = re.compile(r".*\brevert back to (20\d\d) description", re.I)
_NO_ASC = re.compile(r'remove "?YY"? ASC', re.I)
_ASC_DAY = re.compile(r".*\bASC eff(?:ective)? date\b", re.I)
_ACTION = re.compile(r'.*\baction code to "?([A-Z])\b', re.I)
_XREF = re.compile(r".*\bxref code to ([A-Z]\d{4})\b", re.I)
_LAB = re.compile(r".*\badd lab cert code (\d{3})\b", re.I)
_STATUTE = re.compile(r"statute (\S+)", re.I)


@dataclass(frozen=True, slots=True)
class Step:
    """One correction of a list: the record before it and after it, None where there is none.

    ``is_understood`` is False where the app does not know what CMS's sentence asks for.
    """

    release: str
    correction: Correction
    before: Record | None
    after: Record | None
    is_understood: bool


def steps(
    released: Record | None,
    release: str,
    corrections: Iterable[Correction],
    others: Iterable[Appearance],
) -> list[Step]:
    """The corrections of one code in a release, in their order, each applied to what was before.

    ``others`` are the records of the code in other releases.
    """
    earlier = sorted(
        (each for each in others if each.release < release), key=lambda each: each.release
    )
    found: list[Step] = []
    record = released
    for each in corrections:
        after = _corrected(record, each, earlier)
        understood = after != record or _says_what_to_do(each)
        found.append(Step(release, each, record, after, understood))
        record = after
    return found


def _says_what_to_do(correction: Correction) -> bool:
    known = (_ADDED, _TAKEN_BACK, _DISCONTINUED, _NO_ASC, _ACTION, _XREF, _LAB)
    return bool(correction.values) or any(each.match(correction.action) for each in known)


def _corrected(
    record: Record | None, correction: Correction, earlier: list[Appearance]
) -> Record | None:
    if _TAKEN_BACK.match(correction.action):
        return None
    if record is None:
        return _added(correction, earlier)
    mended = {
        name: values
        for name, values in _mended(record, correction, earlier).items()
        if _plain(values) != _plain(record.values.get(name))
    }
    return Record(record.code, record.kind, {**record.values, **mended})


def _added(correction: Correction, earlier: list[Appearance]) -> Record | None:
    """A code that the list lacked; one that it had lost is as the list before had it.

    None where nothing is to be added, or only a print that has cut all but the code says so.
    """
    if not _ADDED.match(correction.action):
        return None
    if "back" in correction.action.lower():
        return earlier[-1].record if earlier else None
    if not correction.values:
        return None
    values: dict[str, Values] = dict(correction.values)
    if correction.effective:
        values["added"] = values["action_effective"] = (correction.effective,)
        values["action"] = ("A",)
    if statute := _STATUTE.match(correction.comment):
        values["statute"] = (statute[1],)
    return Record(correction.code, kind_of(correction.code), values)


def _mended(record: Record, correction: Correction, earlier: list[Appearance]) -> dict[str, Values]:
    """The fields of a record that a correction sets."""
    says, effective = correction.action, correction.effective
    values: dict[str, Values] = dict(correction.values)
    if match := _XREF.match(says):
        values["xref"] = (match[1].upper(),)
    if match := _LAB.match(says):
        known = record.values.get("lab_certification", ())
        values["lab_certification"] = tuple(dict.fromkeys((*known, match[1])))
    if match := _ACTION.match(says):
        values["action"] = (match[1].upper(),)
        if effective:
            values["action_effective"] = (effective,)
    if _NO_ASC.match(says):
        values["asc"] = values["asc_effective"] = ()
    if effective and _ASC_DAY.match(says):
        values["asc_effective"] = (effective,)
    if effective and _DISCONTINUED.match(says):
        values["termination"] = (_day_before(effective),)
        values["action_effective"], values["action"] = (effective,), ("D",)
    if match := _REVERTED.match(says):
        values |= _descriptions(match[1], earlier)
    return values


def _descriptions(year: str, earlier: list[Appearance]) -> dict[str, Values]:
    """The descriptions that the newest list of a year printed; none where it is not at hand."""
    of_year = [each.record for each in earlier if each.release.startswith(year)]
    names = ("long_description", "short_description")
    values = of_year[-1].values if of_year else {}
    return {name: values[name] for name in names if name in values}


def _plain(values: Values | None) -> Values | None:
    """Values without what CMS's own lists do not keep: capitals, curly quotes, runs of blanks."""
    if values is None:
        return None
    straight = (value.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for value in values)
    return tuple(" ".join(value.split()) for value in straight)


def _day_before(effective: str) -> str:
    """The last day of a code that is gone from a day on: CMS prints the day after as action date.

    Source: every code that the 2019 list discontinues has these two dates.
    """
    return (date.fromisoformat(effective) - timedelta(days=1)).isoformat()
