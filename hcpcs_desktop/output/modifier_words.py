"""The words for modifiers: their days, their conflicts, the table of all of them."""

from collections.abc import Iterable, Sequence

from hcpcs_desktop.domain.finding import listed
from hcpcs_desktop.domain.modifier_guide import Advised
from hcpcs_desktop.domain.modifier_use import Use
from hcpcs_desktop.domain.reference import ModifierFacts
from hcpcs_desktop.output.wording import STATE_WORDS, source

HEADINGS = ("Modifier", "Official meaning", "First day", "Last day", "State")
VALID = "Valid"


def row(facts: ModifierFacts) -> tuple[str, str, str, str, str]:
    """A modifier in the order of ``HEADINGS``."""
    return (
        facts.modifier,
        facts.meaning,
        facts.added.isoformat() if facts.added else "",
        facts.ended.isoformat() if facts.ended else "",
        STATE_WORDS[facts.state] or VALID,
    )


def days(facts: ModifierFacts) -> str:
    """When a modifier holds: ``since 2003-01-01``, ``2023-01-01 to 2025-12-31``."""
    if facts.added and facts.ended:
        return f"{facts.added} to {facts.ended}"
    if facts.ended:
        return f"to {facts.ended}"
    return f"since {facts.added}" if facts.added else "days not known"


def meanings(advised: Sequence[Advised]) -> str:
    """Official meanings, days, and what does not stand beside; one modifier a line."""
    return "\n".join(
        f"{each.facts.modifier}: {_meaning(each)}" if len(advised) > 1 else _meaning(each)
        for each in advised
    )


def _meaning(advised: Advised) -> str:
    facts = advised.facts
    text = f"{facts.meaning} ({days(facts)})"
    return f"{text}. Not with {listed(advised.not_with)}." if advised.not_with else f"{text}."


def whole(advised: Advised, uses: Iterable[Use]) -> str:
    """All that is known of a modifier, in one paragraph."""
    told = [f"{each.when} ({source(each.source)})" for each in uses]
    return " ".join([f"{advised.facts.modifier}: {_meaning(advised)}", *told])


def unfit(advised: Iterable[Advised]) -> str:
    """Which modifiers cannot be used on the date; empty where all can."""
    said = [
        f"{each.facts.modifier} {STATE_WORDS[each.facts.state].lower()}"
        for each in advised
        if each.facts.state in ("not_yet_effective", "discontinued")
    ]
    return ", ".join(said)
