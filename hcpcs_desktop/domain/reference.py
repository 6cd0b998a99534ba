"""What the checks need to know of codes and modifiers, and whom they ask."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from hcpcs_desktop.domain import billing_unit
from hcpcs_desktop.domain.billing_unit import BillingUnit
from hcpcs_desktop.domain.codes import CodeRange, is_level_one
from hcpcs_desktop.domain.edits import MueLimit, MueTable, PtpPair, PtpTable
from hcpcs_desktop.domain.family import BLOOD_PRODUCT, IMAGING_AGENT
from hcpcs_desktop.domain.record import Values
from hcpcs_desktop.domain.traits import DRUG
from hcpcs_desktop.domain.validity import State
from hcpcs_desktop.domain.waste import is_no_drug, is_skin_substitute


@dataclass(frozen=True, slots=True)
class ModifierFacts:
    """A modifier on a date: its official meaning, its state, its first and last day if known."""

    modifier: str
    meaning: str
    state: State
    added: date | None = None
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class CodeFacts:
    """A code on a date.

    ``values`` are the fields of its record that a release prints, ``traits`` what kind of thing it
    is, ``opps_status`` its letter in Addendum B where that is known. ``dates_as_of`` is the release
    whose dates call it valid where a newer list of descriptions alone has it, else empty: such
    lists keep codes that have ended.
    """

    code: str
    state: State
    values: Mapping[str, Values] = field(default_factory=dict)
    traits: frozenset[str] = frozenset()
    added: date | None = None
    ended: date | None = None
    opps_status: str | None = None
    dates_as_of: str = ""

    @property
    def description(self) -> str:
        """The long description, empty where no release prints one."""
        return " ".join(self.values.get("long_description", ()))

    @property
    def unit(self) -> BillingUnit | None:
        """The billing unit that the description tells."""
        return billing_unit.read(self.description)


Known = Callable[[str, date], CodeFacts | None]
"""Who answers what a code is on a date: ``Reference.code``."""


class Reference(Protocol):
    """The library as the checks see it. What it has no file for, it says it does not have."""

    @property
    def newest_release(self) -> str:
        """The newest CMS release (``YYYY-MM``) that is there; empty where there is none."""

    def code(self, code: str, on: date) -> CodeFacts | None:
        """A Level II code on a date; None where it is not in the library."""

    def modifier(self, modifier: str, on: date) -> ModifierFacts | None:
        """A Level II modifier on a date; None where there is none of that name."""

    def has_mue(self, table: MueTable, on: date) -> bool:
        """Whether the MUE table of the date's quarter is there."""

    def mue(self, code: str, table: MueTable, on: date) -> MueLimit | None:
        """The limit of a code; None where the table has none (which is not: no limit)."""

    def ptp_quarter(self, table: PtpTable, on: date) -> str:
        """The quarter whose table of pairs answers for the date; empty where none does.

        That is the date's own quarter, or else the next later one that is there.
        """

    def ptp(self, codes: Iterable[str], table: PtpTable, on: date) -> Sequence[PtpPair]:
        """The pairs in force among codes."""

    def crosswalk(self, ndc11: str, on: date) -> frozenset[str] | None:
        """The codes under which the crosswalk has an NDC; None where there is no crosswalk."""

    def called(self, name: str) -> frozenset[str]:
        """The codes that a trade name goes with; empty where it is not known as one."""

    def naming(self, drug: str, on: date) -> tuple[str, ...]:
        """The codes usable on a date whose descriptions name a drug."""


_LEVEL_ONE_PRODUCTS = tuple(
    CodeRange(*ends) for ends in (("90281", "90399"), ("90476", "90759"), ("91300", "91399"))
)
"""Immune globulins and vaccines: products that have a Level I code."""

_BIOSIMILARS = CodeRange("Q5101", "Q5199")

_PERHAPS_DRUGS = frozenset({BLOOD_PRODUCT, IMAGING_AGENT})
"""Blood, radioactive and contrast agents: neither sure to be a drug nor sure to be none."""


def is_drug(code: str, facts: CodeFacts | None) -> bool | None:
    """Whether a code stands for a drug or biological; None where nobody can tell."""
    if code.startswith("J") or code in _BIOSIMILARS or is_skin_substitute(code):
        return True
    if facts is not None and DRUG in facts.traits:
        return True
    if is_level_one(code):
        return None if any(code in span for span in _LEVEL_ONE_PRODUCTS) else False
    if is_no_drug(code):
        return False
    sure = facts is not None and "pricing" in facts.values
    return False if sure and facts and facts.traits.isdisjoint(_PERHAPS_DRUGS) else None
