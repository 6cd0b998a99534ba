"""The rules of the checks as data: modifiers that exclude each other, dates, places, payers.

They come from ``seeds/rules``, which name the facts and places of the seeds; what a rule cannot say
as data is a function in ``claim_rules``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from hcpcs_desktop.domain.checklist import Payer, Setting
from hcpcs_desktop.domain.finding import Severity
from hcpcs_desktop.domain.place import Place, Service
from hcpcs_desktop.domain.waste import VialType, WasteDates

Kinds = Literal["drugs", "not drugs"]


@dataclass(frozen=True, slots=True)
class ModifierRule:
    """A rule about the modifiers of one line.

    It fires where one of ``modifiers`` is on the line (two of them, if ``together``), with one of
    ``beside`` and without all of ``lacking``, where such are named; ``lacking_in_claim`` looks at
    all lines, ``on_other_line`` at those of the same code and day. A rule without ``modifiers``
    is about what is missing. ``codes``, ``only``, ``vial_type`` and the days ``first`` and ``last``
    narrow it. Where ``medicare`` is set, other payers may see it otherwise, so for them it is a
    warning. In the ``message``, ``{FOUND}`` stands for the modifiers and ``{CODE}`` for the code.
    """

    rule: str
    message: str
    do: str
    source: str
    severity: Severity = "error"
    modifiers: tuple[str, ...] = ()
    together: bool = False
    beside: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    lacking_in_claim: tuple[str, ...] = ()
    on_other_line: tuple[str, ...] = ()
    claim_only: bool = False
    codes: tuple[str, ...] = ()
    only: Kinds | None = None
    vial_type: VialType | None = None
    first: date | None = None
    last: date | None = None
    medicare: bool = False
    carc: tuple[str, ...] = ("4",)
    rarc: tuple[str, ...] = ("N823",)

    def severity_for(self, payer: Payer) -> Severity:
        """How bad it is for a payer."""
        return "warning" if self.medicare and payer != "medicare" else self.severity


@dataclass(frozen=True, slots=True)
class SeverityRule:
    """How bad a finding is for these payers (none: all) on these days, both ends included."""

    severity: Severity
    payers: tuple[Payer, ...] = ()
    first: date | None = None
    last: date | None = None

    def holds(self, payer: Payer, on: date) -> bool:
        """Whether it is about a payer and a day."""
        return (not self.payers or payer in self.payers) and between(self.first, on, self.last)


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """What goes with the findings of a rule; ``variant`` tells apart what has other reasons.

    ``says`` is the rule in a sentence.

    Where none of ``severity`` holds, the rule is silent.
    """

    rule: str
    source: str
    severity: tuple[SeverityRule, ...] = (SeverityRule("error"),)
    variant: str = ""
    says: str = ""
    carc: tuple[str, ...] = ()
    rarc: tuple[str, ...] = ()

    def severity_for(self, payer: Payer, on: date) -> Severity | None:
        """How bad it is for a payer on a day; None where the rule does not hold there."""
        return next((each.severity for each in self.severity if each.holds(payer, on)), None)


@dataclass(frozen=True, slots=True)
class PlaceRule:
    """What follows from what a place says of a service.

    It holds for a ``service``, or for every line where there is none; in ``settings``, where such
    are named, and also where no setting is told, unless ``told_setting`` is set. A line needs one
    of ``with_modifier`` and none of ``lifted_by``. Places in ``fits`` are right and those in
    ``unfit`` an error, whatever they say. An error is for ``payers`` (none: all); for others, and
    where the place is known only in general, it is a warning. ``{CODE}`` and ``{PLACE}`` stand in
    the message.
    """

    name: str
    source: str
    message: str
    do: str
    service: Service | None = None
    settings: tuple[Setting, ...] = ()
    told_setting: bool = False
    with_modifier: tuple[str, ...] = ()
    lifted_by: tuple[str, ...] = ()
    fits: tuple[str, ...] = ()
    unfit: tuple[str, ...] = ()
    never: Severity | None = None
    some_payers: Severity | None = None
    not_said: Severity | None = None
    payers: tuple[Payer, ...] = ()

    def holds_in(self, setting: Setting | None) -> bool:
        """Whether the rule is about a setting."""
        if setting is None:
            return not self.told_setting
        return not self.settings or setting in self.settings

    def severity(self, place: Place, payer: Payer) -> Severity | None:
        """How bad a place is; None where it is right, or the rule does not speak of it."""
        found = self._severity(place)
        elsewhere = bool(self.payers) and payer not in self.payers
        return "warning" if found == "error" and (elsewhere or not place.certain) else found

    def _severity(self, place: Place) -> Severity | None:
        if place.code in self.fits:
            return None
        if place.code in self.unfit:
            return "error"
        verdict = place.verdict(self.service) if self.service else "not_said"
        severities = {
            "never": self.never,
            "some_payers": self.some_payers,
            "not_said": self.not_said,
        }
        return severities.get(verdict)


@dataclass(frozen=True, slots=True)
class Combination:
    """A code whose description says that it is not used with others."""

    code: str
    beside: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Values that belong together, and where that stands; codes also as runs (``J8501-J8999``)."""

    values: tuple[str, ...]
    source: str

    def __contains__(self, value: str) -> bool:
        """Whether a value is listed, or lies in a run of codes that is."""
        return in_ranges(value, self.values)


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists that rules look things up in; named by what the values are."""

    passes_ncci: Listed
    rental_month: Listed
    pen_pumps: Listed
    competitive_acquisition: Listed
    places_without_waste: Listed
    no_container: Listed
    not_administered: Listed
    administration: Listed
    noc: Listed


@dataclass(frozen=True)
class Rules:
    """All rules."""

    general: tuple[ModifierRule, ...]
    modifiers: tuple[ModifierRule, ...]
    claim: tuple[ClaimRule, ...]
    places: tuple[Place, ...]
    place_rules: tuple[PlaceRule, ...]
    combinations: tuple[Combination, ...]
    lists: Lists
    waste: WasteDates

    @cached_property
    def _claim_by_name(self) -> Mapping[tuple[str, str], ClaimRule]:
        return {(each.rule, each.variant): each for each in self.claim}

    def of(self, rule: str, variant: str = "") -> ClaimRule:
        """What goes with the findings of a rule; raises KeyError where there is none."""
        return self._claim_by_name[rule, variant]

    def place(self, code: str) -> Place | None:
        """A place of service by its number."""
        return next((each for each in self.places if each.code == code), None)


def between(first: date | None, day: date, last: date | None) -> bool:
    """Whether a day lies between two others, both included; None leaves an end open."""
    return (first is None or first <= day) and (last is None or day <= last)


def in_ranges(code: str, ranges: Iterable[str]) -> bool:
    """Whether a code of any level lies in one of the runs, each ``S9325-S9328`` or one code."""
    for text in ranges:
        first, _, last = text.partition("-")
        if len(code) == len(first) and first <= code <= (last or first):
            return True
    return False


def any_of(values: Iterable[str], among: Iterable[str]) -> tuple[str, ...]:
    """Those of the values that are among others, in their order and each once."""
    wanted = frozenset(among)
    return tuple(dict.fromkeys(value for value in values if value in wanted))
