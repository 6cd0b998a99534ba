"""A claim under check: its lines as read, what is known of their codes, what was not checked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from hcpcs_desktop.domain.claim_request import Claim, Line
from hcpcs_desktop.domain.codes import is_level_two, normalise
from hcpcs_desktop.domain.finding import Finding, Severity
from hcpcs_desktop.domain.modifiers import normalise as normalise_modifiers
from hcpcs_desktop.domain.payer_profile import Stance
from hcpcs_desktop.domain.reference import CodeFacts, Reference, is_drug
from hcpcs_desktop.domain.rules import Rules
from hcpcs_desktop.domain.traits import traits_of
from hcpcs_desktop.domain.validity import Span, State, Validity


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check found on a line, without what data says of its rule.

    ``variant`` chooses among the reasons that a rule has, ``at_most`` makes it milder, ``source``
    is where the rule stands, if not where its data say. A finding of the modifier check is passed
    on as it is.
    """

    rule: str
    line: int
    message: str
    do: str
    variant: str = ""
    at_most: Severity | None = None
    source: str = ""
    modifier_finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A line with its code and modifiers as they are compared."""

    number: int
    given: Line
    code: str
    modifiers: tuple[str, ...]
    facts: CodeFacts | None
    is_drug: bool | None

    @property
    def dos(self) -> date:
        """The date of service."""
        return self.given.dos

    @property
    def units(self) -> int | None:
        """The units, where they are a whole number above zero."""
        units = self.given.units
        return int(units) if units is not None and is_whole(units) else None

    @property
    def traits(self) -> frozenset[str]:
        """What kind of thing the code is; without a record, its letter and range tell."""
        if self.facts is not None:
            return self.facts.traits
        return traits_of(self.code, {}) if self.is_level_two else frozenset()

    @property
    def is_level_two(self) -> bool:
        """Whether the code has the form of a Level II code."""
        return is_level_two(self.code)

    def has(self, *modifiers: str) -> bool:
        """Whether one of these modifiers is on the line."""
        return not set(modifiers).isdisjoint(self.modifiers)


class Case:
    """A claim under check; ``skipped`` takes a sentence for all that could not be checked."""

    def __init__(self, claim: Claim, reference: Reference, rules: Rules) -> None:
        """Read the lines and look their codes up."""
        self.claim = claim
        self.reference = reference
        self.rules = rules
        self.skipped: list[str] = []
        self.lines = tuple(self._line(number, line) for number, line in enumerate(claim.lines, 1))

    @property
    def stance_on_waste(self) -> Stance | None:
        """What the payer's profile says of JW and JZ; Medicare's rule is in no profile."""
        profile = self.claim.profile
        return profile.jw_jz if profile and self.claim.payer != "medicare" else None

    def skip(self, sentence: str) -> None:
        """Say what is not checked, and why."""
        self.skipped.append(sentence)

    def _line(self, number: int, line: Line) -> CaseLine:
        code = normalise(line.code)
        facts = self._facts(code, line.dos)
        modifiers = normalise_modifiers(line.modifiers)
        return CaseLine(number, line, code, modifiers, facts, is_drug(code, facts))

    def _facts(self, code: str, on: date) -> CodeFacts | None:
        """What the library knows of a code, under what the claim brings along."""
        known = self.reference.code(code, on) if is_level_two(code) else None
        stated = normalise(self.claim.record_code) or code
        if not self.claim.record or stated != code or not is_level_two(code):
            return known
        return _with_record(code, known, self.claim, on)


Check: TypeAlias = Callable[[Case], Iterator[Fault]]


def is_whole(units: Decimal) -> bool:
    """Whether units can be billed: a whole number above zero."""
    return units.is_finite() and units > 0 and units == units.to_integral_value()


def _with_record(code: str, known: CodeFacts | None, claim: Claim, on: date) -> CodeFacts:
    base = known or CodeFacts(code, "unknown")
    values = {**base.values, **claim.record}
    added = _day(claim, "added", base.added)
    ended = _day(claim, "termination", base.ended)
    dated = not {"added", "termination"}.isdisjoint(claim.record)
    return CodeFacts(
        code=code,
        state=_state(added, ended, on) if dated else base.state,
        values=values,
        traits=traits_of(code, values),
        added=added,
        ended=ended,
        opps_status=base.opps_status,
    )


def _day(claim: Claim, name: str, known: date | None) -> date | None:
    """A date of the record that the claim brings along; the library's where it brings none."""
    if name not in claim.record:
        return known
    texts = claim.record[name]
    return date.fromisoformat(texts[0]) if texts else None


def _state(added: date | None, ended: date | None, on: date) -> State:
    return Validity((Span(added or date.min, ended),)).state(on)
