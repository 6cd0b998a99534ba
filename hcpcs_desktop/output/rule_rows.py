"""The rules of the checks as a table: what each says, how bad it is, and where it stands."""

from collections.abc import Collection, Iterator, Sequence

from hcpcs_desktop.domain import modifier_guide
from hcpcs_desktop.domain.fact import Facts
from hcpcs_desktop.domain.rules import ClaimRule, Listed, Lists, ModifierRule, Rules
from hcpcs_desktop.output.claim_sheet import SEVERITY_WORDS
from hcpcs_desktop.output.wording import PAYER_WORDS

HEADINGS = ("Rule", "Severity", "What it says", "Source", "Comes back as")

Row = tuple[str, str, str, str, str]

_SHORT = frozenset({"jw", "jz", "mue", "ncci", "ptp", "ndc", "noc", "pen", "dme", "pos"})
_NAMED_AT_MOST = 6


def rows(rules: Rules, facts: Facts) -> list[Row]:
    """All rules, those of claims first, then the figures that they rest on, by ``HEADINGS``."""
    return [
        *(_claim_row(each) for each in rules.claim),
        *(_modifier_row(each) for each in (*rules.general, *rules.modifiers)),
        *(
            (
                "Place of service",
                _severities((each.never, each.some_payers, each.not_said)),
                f"{each.name}: {_plain(each.message)}",
                each.source,
                "",
            )
            for each in rules.place_rules
        ),
        *(
            (
                "Code combination",
                "Error",
                f"{each.code}: not {_listed(each.beside)}",
                each.source,
                "",
            )
            for each in rules.combinations
        ),
        *(
            (words_of(name), "List", _listed(listed.values), listed.source, "")
            for name, listed in _lists(rules)
        ),
        *((words_of(each.name), "Figure", each.says, each.source, "") for each in facts),
    ]


def about(modifier: str, rules: Rules) -> list[Row]:
    """The rules that speak of a modifier."""
    return [_modifier_row(each) for each in modifier_guide.about(modifier, rules.modifiers)]


def words_of(rule: str) -> str:
    """The name of a rule in words."""
    words = [each.upper() if each in _SHORT else each for each in rule.split("_")]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def _claim_row(rule: ClaimRule) -> Row:
    name = words_of(rule.rule)
    return (
        f"{name} ({rule.variant})" if rule.variant else name,
        "; ".join(_claim_severities(rule)),
        rule.says,
        rule.source,
        _reasons(rule.carc, rule.rarc),
    )


def _claim_severities(rule: ClaimRule) -> Iterator[str]:
    for each in rule.severity:
        payers = ", ".join(PAYER_WORDS[payer] for payer in each.payers)
        since = f" from {each.first}" if each.first else ""
        yield SEVERITY_WORDS[each.severity] + (f" ({payers}{since})" if payers else since)


def _modifier_row(rule: ModifierRule) -> Row:
    severity = SEVERITY_WORDS[rule.severity]
    found = _found(rule)
    return (
        words_of(rule.rule),
        f"{severity} (others: Warning)" if rule.medicare else severity,
        f"{_plain(rule.message, found)} {_plain(rule.do, found)}",
        rule.source,
        _reasons(rule.carc, rule.rarc),
    )


def _found(rule: ModifierRule) -> str:
    """The modifiers that a rule is about, in the place of those of a line."""
    if not 0 < len(rule.modifiers) <= _NAMED_AT_MOST:
        return "the modifier"
    parts = (" or ".join(each) for each in (rule.modifiers, rule.beside) if each)
    return " and ".join(parts)


def _severities(found: Collection[str | None]) -> str:
    return ", ".join(words for name, words in SEVERITY_WORDS.items() if name in found)


def _reasons(carc: tuple[str, ...], rarc: tuple[str, ...]) -> str:
    return ", ".join((*(f"CARC {each}" for each in carc), *rarc))


def _plain(text: str, found: str = "") -> str:
    """A message without the places that are filled for a line."""
    text = text.replace(" On this line: {FOUND}.", "")
    filled = {"{FOUND}": found, "{CODE}": "the code", "{PLACE}": "the place"}
    for place, words in filled.items():
        text = text.replace(place, words)
    return text[:1].upper() + text[1:]


def _listed(values: Sequence[str]) -> str:
    return ", ".join(values)


def _lists(rules: Rules) -> Iterator[tuple[str, Listed]]:
    for name in Lists.__dataclass_fields__:
        yield name, getattr(rules.lists, name)
