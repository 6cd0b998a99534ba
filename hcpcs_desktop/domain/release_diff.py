"""What changed between two releases.

Source: the kinds of change follow CMS's action codes A, C, D, F, P, R, S and T; what a release
does not print is no change.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from hcpcs_desktop.domain.codes import Kind
from hcpcs_desktop.domain.dictionary import DESCRIPTIONS, FIELD_NAMES
from hcpcs_desktop.domain.record import Record, Values

ChangeKind = Literal[
    "added",
    "removed",
    "discontinued",
    "reactivated",
    "long_description",
    "short_description",
    "coverage",
    "payment",
    "administrative",
    "miscellaneous",
]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
"""All kinds, in the order in which a change names them."""

NOT_COMPARED = frozenset({"action", "action_effective"})
"""They say that something changed, and are no change themselves."""

_NAMES = (*DESCRIPTIONS, *FIELD_NAMES)
_KIND_OF: Mapping[str, ChangeKind] = {
    "long_description": "long_description",
    "short_description": "short_description",
    "coverage": "coverage",
    "pricing": "payment",
    "multiple_pricing": "payment",
    "asc": "payment",
    "asc_effective": "payment",
    "mog": "payment",
    "mog_indicator": "payment",
    "mog_effective": "payment",
    "anesthesia_base_units": "payment",
    "betos": "miscellaneous",
    "tos": "miscellaneous",
}
"""Of each field the kind; those that are left out are administrative."""

BeforeAfter = tuple[Values | None, Values | None]


@dataclass(frozen=True, slots=True)
class Change:
    """One code with all that changed.

    ``action`` and ``action_effective`` are what the newer release prints (the older one, for a
    code that is no longer in it). ``fields`` hold values before and after, None on the side that
    does not have the code.
    """

    code: str
    kind: Kind
    kinds: tuple[ChangeKind, ...]
    action: str
    action_effective: str
    fields: Mapping[str, BeforeAfter]


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes from release ``old`` to release ``new``, in the order of the codes.

    ``untold`` are the kinds of which nothing can be known, because one of the two prints none of
    their fields: that none is found does not mean that nothing changed.
    """

    old: str
    new: str
    changes: tuple[Change, ...]
    untold: tuple[ChangeKind, ...] = ()

    @property
    def summary(self) -> dict[ChangeKind, int]:
        """How many codes have each kind of change, all kinds in their order."""
        count = Counter(kind for change in self.changes for kind in change.kinds)
        return {kind: count[kind] for kind in CHANGE_KINDS}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed, with the long description of each of these codes in the newer release."""

    difference: Difference
    descriptions: Mapping[str, str]


def difference(old: str, before: Iterable[Record], new: str, after: Iterable[Record]) -> Difference:
    """Compare the records of two releases; ``old`` and ``new`` are their ids."""
    olds = {record.code: record for record in before}
    news = {record.code: record for record in after}
    changes = (_change(olds.get(code), news.get(code)) for code in sorted(olds.keys() | news))
    found = tuple(change for change in changes if change is not None)
    return Difference(old, new, found, _untold(olds.values(), news.values()))


def change_between(old: Record, new: Record) -> Change | None:
    """What changed in one code from one release to another; None where nothing did."""
    return _change(old, new)


def _untold(before: Iterable[Record], after: Iterable[Record]) -> tuple[ChangeKind, ...]:
    """The kinds of which the two releases print no field both."""
    both = _printed(before) & _printed(after) - NOT_COMPARED
    told: set[ChangeKind] = {_KIND_OF.get(name, "administrative") for name in both}
    told |= {"added", "removed"}
    if "termination" in both:
        told |= {"discontinued", "reactivated"}
    return tuple(kind for kind in CHANGE_KINDS if kind not in told)


def _printed(records: Iterable[Record]) -> set[str]:
    return {name for record in records for name in record.values}


def _change(old: Record | None, new: Record | None) -> Change | None:
    """What changed in one code; None where nothing did."""
    record = new or old
    if record is None:
        return None
    fields = _fields(old, new)
    kinds = {_kind(name, *fields[name]) for name in fields.keys() - NOT_COMPARED}
    if old is None:
        kinds = {"added"}
    elif new is None:
        kinds = {"removed"}
    if not kinds:
        return None
    return Change(
        record.code,
        record.kind,
        tuple(kind for kind in CHANGE_KINDS if kind in kinds),
        record.first("action"),
        record.first("action_effective"),
        fields,
    )


def _fields(old: Record | None, new: Record | None) -> dict[str, BeforeAfter]:
    """The fields that differ and are printed on both sides; all that are filled, of one alone."""
    found: dict[str, BeforeAfter] = {}
    for name in _NAMES:
        before = old.values.get(name) if old else None
        after = new.values.get(name) if new else None
        if old is None or new is None:
            if before or after:
                found[name] = (before, after)
        elif before is not None and after is not None and _folded(before) != _folded(after):
            found[name] = (before, after)
    return found


def _kind(name: str, before: Values | None, after: Values | None) -> ChangeKind:
    if name == "termination" and not before:
        return "discontinued"
    if name == "termination" and not after:
        return "reactivated"
    return _KIND_OF.get(name, "administrative")


def _folded(values: Values) -> Values:
    """Without the white space in which nothing is said."""
    return tuple(text for value in values if (text := " ".join(value.split())))
