"""Checks the modifiers of claim lines: their form, their dates, and what excludes what.

Rules are data (``seeds/rules/modifiers.toml``): the general ones first, each with its test here,
then those of single modifiers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hcpcs_desktop.domain import finding
from hcpcs_desktop.domain.checklist import Payer
from hcpcs_desktop.domain.codes import normalise as normalise_code
from hcpcs_desktop.domain.finding import Finding, Outcome
from hcpcs_desktop.domain.modifier_rules import GENERAL, Checked, offending
from hcpcs_desktop.domain.reference import CodeFacts, Reference, is_drug
from hcpcs_desktop.domain.rules import ModifierRule, Rules
from hcpcs_desktop.domain.waste import VialType


@dataclass(frozen=True, slots=True)
class ModifierLine:
    """A claim line as far as its modifiers are concerned; ``code`` is empty where none is told.

    Where ``vial_type`` is not told, a drug is taken to come from a single-dose container.
    """

    code: str
    modifiers: tuple[str, ...]
    dos: date
    vial_type: VialType | None = None


@dataclass(frozen=True, slots=True)
class ModifierReport:
    """What the check found, general rules before specific ones, and the modifiers as read."""

    findings: tuple[Finding, ...]
    normalised: tuple[tuple[str, ...], ...]

    @property
    def result(self) -> Outcome:
        """The worst that was found."""
        return finding.outcome(self.findings)

    @property
    def rule(self) -> str | None:
        """The first rule that makes the result; None where all is well."""
        return next((each.rule for each in self.findings if each.severity == self.result), None)


def normalise(modifiers: Iterable[str]) -> tuple[str, ...]:
    """Modifiers in upper case, without blanks around them and without empty places."""
    bare = (text.strip() for text in modifiers)
    return tuple(text.upper() if text.isascii() else text for text in bare if text)


def check(
    lines: Sequence[ModifierLine],
    reference: Reference,
    rules: Rules,
    payer: Payer = "medicare",
    records: Mapping[str, CodeFacts] | None = None,
    *,
    whole: bool = True,
) -> ModifierReport:
    """Check the lines of a claim.

    ``records`` has what is known of codes from elsewhere; it goes before the reference. Where the
    lines are not the ``whole`` claim, rules that need all of it are silent.
    """
    checked = tuple(
        _checked(number, line, reference, records or {}) for number, line in enumerate(lines, 1)
    )
    findings = [
        _finding(rule, line, found, payer)
        for rule, line, found in [*_general(rules, checked), *_specific(rules, checked)]
        if whole or not rule.claim_only
    ]
    return ModifierReport(tuple(findings), tuple(line.modifiers for line in checked))


_Found = tuple[ModifierRule, Checked, tuple[str, ...]]


def _general(rules: Rules, lines: Sequence[Checked]) -> list[_Found]:
    return [
        (rule, line, found)
        for rule in rules.general
        for line in lines
        if (found := GENERAL[rule.rule](line))
    ]


def _specific(rules: Rules, lines: Sequence[Checked]) -> list[_Found]:
    return [
        (rule, line, found)
        for rule in rules.modifiers
        for line in lines
        if (found := offending(rule, line, lines)) is not None
    ]


def _checked(
    number: int, line: ModifierLine, reference: Reference, records: Mapping[str, CodeFacts]
) -> Checked:
    code, modifiers = normalise_code(line.code), normalise(line.modifiers)
    known = {each: reference.modifier(each, line.dos) for each in modifiers}
    facts = records.get(code) or (reference.code(code, line.dos) if code else None)
    return Checked(
        number=number,
        code=code,
        modifiers=modifiers,
        dos=line.dos,
        vial_type=line.vial_type,
        is_drug=is_drug(code, facts) if code else None,
        known={name: fact for name, fact in known.items() if fact is not None},
    )


def _finding(rule: ModifierRule, line: Checked, found: tuple[str, ...], payer: Payer) -> Finding:
    named = {"FOUND": finding.listed(found) if found else "", "CODE": line.code or "this code"}
    return Finding(
        rule.rule,
        rule.severity_for(payer),
        line.number,
        rule.message.format(**named),
        rule.do.format(**named),
        rule.source,
        rule.carc,
        rule.rarc,
    )
