"""What is known of modifiers beside their dates: their uses and their conflicts."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from hcpcs_desktop.domain import modifier_use
from hcpcs_desktop.domain.modifier_use import Use
from hcpcs_desktop.domain.reference import ModifierFacts
from hcpcs_desktop.domain.rules import ModifierRule, any_of, in_ranges


@dataclass(frozen=True, slots=True)
class Advised:
    """A modifier on a date, and the modifiers that cannot stand beside it on a line."""

    facts: ModifierFacts
    not_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """When modifiers are used, with what is known of each of them."""

    use: Use
    modifiers: tuple[Advised, ...]


Known = Callable[[str], ModifierFacts | None]


def for_code(
    code: str,
    traits: frozenset[str],
    uses: Iterable[Use],
    rules: Iterable[ModifierRule],
    known: Known,
) -> tuple[Advice, ...]:
    """The modifiers that matter for a code; those of uses that name the code come first."""
    about = [each for each in rules if not each.codes or in_ranges(code, each.codes)]
    fitting = modifier_use.for_code(code, traits, uses)
    return tuple(_advice(use, about, known) for use in fitting)


def of_modifier(
    modifier: str, uses: Iterable[Use], rules: Iterable[ModifierRule], known: Known
) -> tuple[Advice, ...]:
    """When a modifier is used, alone or as one of several."""
    about = list(rules)
    return tuple(_advice(use, about, known) for use in modifier_use.of_modifier(modifier, uses))


def not_with(modifier: str, rules: Iterable[ModifierRule]) -> tuple[str, ...]:
    """The modifiers that a rule does not let stand beside this one, whatever the code."""
    found = (each for rule in rules if _always(rule) for each in _others(modifier, rule))
    return tuple(dict.fromkeys(each for each in found if each != modifier))


def about(modifier: str, rules: Iterable[ModifierRule]) -> tuple[ModifierRule, ...]:
    """The rules that speak of a modifier."""
    return tuple(
        rule
        for rule in rules
        if any_of([modifier], (*rule.modifiers, *rule.beside, *rule.lacking, *rule.on_other_line))
    )


def _advice(use: Use, rules: Iterable[ModifierRule], known: Known) -> Advice:
    about_it = list(rules)
    found = ((name, known(name)) for name in use.modifiers)
    return Advice(
        use,
        tuple(Advised(facts, not_with(name, about_it)) for name, facts in found if facts),
    )


def _always(rule: ModifierRule) -> bool:
    """Whether a rule is about two modifiers on one line and about nothing else."""
    return not (rule.lacking or rule.lacking_in_claim or rule.on_other_line)


def _others(modifier: str, rule: ModifierRule) -> Iterator[str]:
    if modifier in rule.modifiers:
        yield from rule.modifiers if rule.together else rule.beside
    if modifier in rule.beside:
        yield from rule.modifiers
