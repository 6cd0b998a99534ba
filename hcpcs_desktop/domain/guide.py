"""Billing guides: their sections, and what they claim of codes, kept apart from what is told.

A claim is what a source document says, right or wrong. It is held against the record and never
shown as a fact.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from hcpcs_desktop.domain import billing_unit, ingredient
from hcpcs_desktop.domain.codes import named_in
from hcpcs_desktop.domain.plain_words import plain_words
from hcpcs_desktop.domain.quantity import Quantity, QuantityError
from hcpcs_desktop.domain.validity import State

SectionName = Literal[
    "definition",
    "clinical_context",
    "common_modifiers",
    "documentation_requirements",
    "common_denial_reasons",
    "commercial_insurers",
    "similar_codes",
]
ConflictKind = Literal["drug", "unit", "descriptor_changed"]

_QUALIFIERS = ("not otherwise specified", "not therapeutically equivalent")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or two of a guide; ``note`` tells what the source document said instead."""

    text: str
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class GuideSection:
    """One of the seven sections of a guide."""

    name: SectionName
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a source document says a code stands for; ``unit`` is empty where it gives none."""

    code: str
    drug: str
    section: SectionName
    statement: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """A billing guide with the codes (``S9325-S9328``) and traits that it holds for.

    A code with one of the traits in ``unless`` has a guide that says more. ``filed_under`` is the
    code under which its source document stands, where that is another one.
    """

    id: str
    title: str
    as_of: str
    origin: str
    codes: tuple[str, ...]
    traits: tuple[str, ...]
    sections: tuple[GuideSection, ...]
    claims: tuple[Claim, ...] = ()
    filed_under: str = ""
    unless: tuple[str, ...] = ()

    def fits(self, code: str, traits: frozenset[str]) -> bool:
        """Whether the guide holds for a code with these traits."""
        meant = named_in(code, self.codes) or not traits.isdisjoint(self.traits)
        return meant and traits.isdisjoint(self.unless)


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask about a subject, and how."""

    subject: str
    who: str
    how: str
    source: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A claim that the record contradicts, with the codes that the guide may have meant."""

    guide: str
    code: str
    kind: ConflictKind
    guide_says: str
    official: str
    drug: str
    suggest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Similar:
    """A code that could be mistaken for another; ``why`` in a few words.

    ``long`` and ``state`` are filled where it has been looked up in a library.
    """

    code: str
    why: str
    long: str = ""
    state: State = "unknown"


def conflicts(
    guide: Guide, descriptions: Mapping[str, str], earlier: Mapping[str, frozenset[str]]
) -> list[Conflict]:
    """Hold the claims of a guide against the long descriptions by code.

    ``earlier`` has other wordings that releases printed for a code. A claim on a code that is not
    among the descriptions is left alone.
    """
    return [
        Conflict(
            guide.id,
            claim.code,
            kind,
            claim.statement,
            descriptions[claim.code],
            claim.drug,
            tuple(code for code in naming(claim.drug, descriptions) if code != claim.code),
        )
        for claim in guide.claims
        if claim.code in descriptions
        for kind in _kinds(claim, descriptions[claim.code], earlier.get(claim.code, frozenset()))
    ]


def naming(drug: str, descriptions: Mapping[str, str]) -> list[str]:
    """The codes whose descriptions name a drug, in the order of the codes."""
    first = drug.lower().partition(" ")[0]
    return sorted(
        code
        for code, text in descriptions.items()
        if first in text.lower() and ingredient.names(text, drug)
    )


def similar_by_guide(
    guides: Iterable[Guide], code: str, conflicting: Iterable[Conflict]
) -> list[Similar]:
    """The codes that guides name beside a code; of a wrong claim, those it should have named."""
    wrong = {(each.guide, each.code): each for each in conflicting if each.kind == "drug"}
    found: list[Similar] = []
    for guide in guides:
        for claim in guide.claims:
            conflict = wrong.get((guide.id, claim.code))
            named = conflict.suggest if conflict else (claim.code,)
            found += [Similar(each, f"guide names {claim.drug}") for each in named if each != code]
    return found


def _kinds(claim: Claim, official: str, earlier: frozenset[str]) -> list[ConflictKind]:
    """In what a claim differs from the official description."""
    kinds: list[ConflictKind] = []
    named = ingredient.names(official, claim.drug)
    if not named:
        kinds.append("drug")
    if claim.unit and not _same_unit(claim.unit, official):
        kinds.append("unit")
    if not kinds and (_has_qualifier(official) or _has_changed(official, earlier)):
        kinds.append("descriptor_changed")
    return kinds


def _same_unit(claimed: str, official: str) -> bool:
    """Whether a claimed unit is that of the description; true where the description has none."""
    unit = billing_unit.read(official)
    if unit is None or unit.amount is None:
        return True
    try:
        return Quantity.parse(claimed) / unit.amount == 1
    except QuantityError:
        return False


def _has_qualifier(official: str) -> bool:
    """Whether a description narrows the drug in a way that no claim of a guide does."""
    return any(words in official.lower() for words in _QUALIFIERS)


def _has_changed(official: str, earlier: frozenset[str]) -> bool:
    """Whether another release has other words for the code."""
    return any(plain_words(text) != plain_words(official) for text in earlier)
