"""Whether the place of service is one, and fits what is billed."""

from collections.abc import Iterator

from hcpcs_desktop.domain.claim_rules.case import Case, CaseLine, Fault
from hcpcs_desktop.domain.finding import Severity
from hcpcs_desktop.domain.rules import PlaceRule, in_ranges

RULE = "pos_inconsistent"


def check(case: Case) -> Iterator[Fault]:
    """Places that are none, not yet, or do not fit; a line without a place is not judged."""
    for line in case.lines:
        number = place_number(line.given.pos)
        if not number:
            continue
        place = case.rules.place(number)
        if place is None:
            yield _unknown(line, number)
        elif place.first is not None and line.dos < place.first:
            yield _too_early(line, f"{number} ({place.name})", place.first.isoformat())
        else:
            yield from _unfitting(case, line, number, f"{number} ({place.name})")


def place_number(text: str) -> str:
    """A place as two digits; spreadsheets drop the zero in front."""
    bare = text.strip()
    return bare.zfill(2) if bare.isdigit() else bare


def _unknown(line: CaseLine, number: str) -> Fault:
    """Numbers are added from time to time; what is no number is no place at all."""
    is_number = len(number) == 2 and number.isascii() and number.isdigit()
    return Fault(
        RULE,
        line.number,
        f'"{number[:20]}" is no place of service that the app knows.',
        "Write the two digits of CMS's list.",
        at_most="warning" if is_number else None,
    )


def _too_early(line: CaseLine, place: str, first: str) -> Fault:
    return Fault(
        RULE,
        line.number,
        f"{place} could not be used before {first}; the date of service is {line.dos}.",
        "Use the place that was valid on that day.",
    )


def _unfitting(case: Case, line: CaseLine, number: str, place: str) -> Iterator[Fault]:
    for rule in case.rules.place_rules:
        severity = rule.severity(number, case.claim.payer)
        if severity is not None and _holds(rule, case, line):
            named = {"code": line.code, "place": place}
            message = rule.message.format(**named)
            yield _fault(rule, line, message, severity)
            return


def _fault(rule: PlaceRule, line: CaseLine, message: str, severity: Severity) -> Fault:
    return Fault(RULE, line.number, message, rule.do, at_most=severity, source=rule.source)


def _holds(rule: PlaceRule, case: Case, line: CaseLine) -> bool:
    """Whether a rule is about a line."""
    kinds = {"drug": line.is_drug is True, "dme": line.is_dme}
    about = not (rule.codes or rule.kind)
    if rule.codes:
        about = in_ranges(line.code, rule.codes)
    elif rule.kind:
        about = kinds[rule.kind]
    wanted = not rule.with_modifier or line.has(*rule.with_modifier)
    return about and wanted and not line.has(*rule.lifted_by) and rule.holds_in(case.claim.setting)
