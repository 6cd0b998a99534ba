"""The checks of claims and modifiers over one library, with the rules of the app's seeds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Protocol

from hcpcs_desktop import paths
from hcpcs_desktop.domain import claim, modifier_guide, modifiers
from hcpcs_desktop.domain.checklist import Payer
from hcpcs_desktop.domain.claim import ClaimReport
from hcpcs_desktop.domain.claim_request import Claim
from hcpcs_desktop.domain.edits import ListedMue, PtpTable
from hcpcs_desktop.domain.fact import Facts
from hcpcs_desktop.domain.modifier_guide import Advice
from hcpcs_desktop.domain.modifier_use import Use
from hcpcs_desktop.domain.modifiers import ModifierLine, ModifierReport
from hcpcs_desktop.domain.reference import CodeFacts, ModifierFacts, Reference
from hcpcs_desktop.domain.rules import Rules
from hcpcs_desktop.domain.traits import traits_of
from hcpcs_desktop.library import edits
from hcpcs_desktop.library.claims import modifiers_of, reference
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.denials import read_as_denial
from hcpcs_desktop.library.edits import PairPage
from hcpcs_desktop.sources import facts as facts_source
from hcpcs_desktop.sources import rules as rules_source


class Edits(Protocol):
    """CMS's NCCI edits, as far as tables of them were added."""

    @property
    def any(self) -> bool:
        """Whether there is any table."""

    def limits(self, code: str) -> tuple[ListedMue, ...]:
        """The limits of a code's units in all tables and quarters, the newest first."""

    def pairs(self, code: str, table: PtpTable, on: date) -> PairPage:
        """The pairs of a code in the table that answers for a day."""


class LibraryEdits:
    """The edits of one library."""

    def __init__(self, library: Library) -> None:
        """Read those of an open library."""
        self._connection = library.connection

    @property
    def any(self) -> bool:
        """Whether the library has any table."""
        return self._connection.execute("SELECT 1 FROM edit_list LIMIT 1").fetchone() is not None

    def limits(self, code: str) -> tuple[ListedMue, ...]:
        """The limits of a code's units."""
        return edits.limits(self._connection, code)

    def pairs(self, code: str, table: PtpTable, on: date) -> PairPage:
        """The pairs of a code."""
        return edits.pairs_of(self._connection, code, table, on)


class NoEdits:
    """There is no table."""

    any = False

    def limits(self, code: str) -> tuple[ListedMue, ...]:
        """None."""
        return ()

    def pairs(self, code: str, table: PtpTable, on: date) -> PairPage:
        """None."""
        return PairPage("", 0, ())


@dataclass(frozen=True)
class Checks:
    """Answers what the window asks about claims and modifiers.

    ``names`` are all Level II modifiers, ``uses`` tell when they are used, ``facts`` are the
    figures that rules rest on, ``explain`` tells what a reason or remark code means.
    """

    reference: Reference
    rules: Rules
    names: tuple[str, ...]
    uses: tuple[Use, ...]
    facts: Facts
    explain: Callable[[str], str]
    edits: Edits

    def claim(self, asked: Claim) -> ClaimReport:
        """What would bring a claim back."""
        return claim.check(asked, self.reference, self.rules)

    def modifiers(self, line: ModifierLine, payer: Payer) -> ModifierReport:
        """What is wrong with the modifiers of one line, which is not the whole claim."""
        return modifiers.check([line], self.reference, self.rules, payer, whole=False)

    def code(self, code: str, on: date) -> CodeFacts | None:
        """What is known of a Level II code; None where the library does not have it."""
        return self.reference.code(code, on)

    def advice(self, code: str, on: date) -> tuple[Advice, ...]:
        """The modifiers that matter for a code on a date, with their uses and conflicts."""
        facts = self.reference.code(code, on)
        traits = facts.traits if facts else traits_of(code, {})
        known = partial(self.reference.modifier, on=on)
        return modifier_guide.for_code(code, traits, self.uses, self.rules.modifiers, known)

    def advice_of_modifier(self, modifier: str, on: date) -> tuple[Advice, ...]:
        """When a modifier is used."""
        known = partial(self.reference.modifier, on=on)
        return modifier_guide.of_modifier(modifier, self.uses, self.rules.modifiers, known)

    def all_modifiers(self, on: date) -> tuple[ModifierFacts, ...]:
        """Every Level II modifier as it stands on a date."""
        known = (self.reference.modifier(name, on) for name in self.names)
        return tuple(each for each in known if each is not None)


def over(library: Library) -> Checks:
    """The checks over an open library: its modifiers and those of the seeds."""
    return made(
        reference(library),
        _listed(library),
        partial(read_as_denial, library.connection),
        LibraryEdits(library),
    )


def made(
    known: Reference,
    listed: Sequence[str] = (),
    explain: Callable[[str], str] = str,
    its_edits: Edits | None = None,
) -> Checks:
    """The checks over a reference; ``listed`` are modifiers that it has beside the seeds'."""
    seeds = paths.seeds()
    official, rules, facts = modifiers_of(seeds), _rules_of(seeds), _facts_of(seeds)
    names = sorted({*listed, *(each.code for each in official.modifiers)})
    return Checks(known, rules, tuple(names), official.uses, facts, explain, its_edits or NoEdits())


def read_seeds() -> Iterator[None]:
    """Read the seeds that checks rest on, one in each step; ``over`` then need not."""
    for read in (modifiers_of, _rules_of, _facts_of):
        read(paths.seeds())
        yield


@cache
def _rules_of(seeds: Path) -> Rules:
    return rules_source.read(seeds)


@cache
def _facts_of(seeds: Path) -> Facts:
    return facts_source.read(seeds / "facts.toml")


def _listed(library: Library) -> list[str]:
    rows = library.connection.execute("SELECT code FROM code WHERE kind = 'modifier'")
    return [code for (code,) in rows]
