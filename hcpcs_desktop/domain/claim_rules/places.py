"""Whether the place of service is one, and fits what is billed."""

from collections.abc import Iterator
from datetime import date

from hcpcs_desktop.domain.claim_rules.case import Case, CaseLine, Fault
from hcpcs_desktop.domain.family import ORAL_DRUG
from hcpcs_desktop.domain.place import Place, Service, service_of
from hcpcs_desktop.domain.rules import PlaceRule

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
        elif place.since is not None and line.dos < place.since:
            yield _too_early(line, place, place.since)
        else:
            yield from _unfitting(case, line, place)


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


def _too_early(line: CaseLine, place: Place, since: date) -> Fault:
    return Fault(
        RULE,
        line.number,
        f"{_shown(place)} could not be used before {since}; the date of service is {line.dos}.",
        "Use the place that was valid on that day.",
    )


def _unfitting(case: Case, line: CaseLine, place: Place) -> Iterator[Fault]:
    for rule in case.rules.place_rules:
        severity = rule.severity(place, case.claim.payer)
        if severity is not None and _holds(rule, case, line):
            message = rule.message.format(CODE=line.code, PLACE=_shown(place))
            yield Fault(RULE, line.number, message, rule.do, at_most=severity, source=rule.source)
            return


def _shown(place: Place) -> str:
    return f"{place.code} ({place.name})"


def _holds(rule: PlaceRule, case: Case, line: CaseLine) -> bool:
    """Whether a rule is about a line."""
    about = rule.service is None or rule.service == _service(line)
    wanted = not rule.with_modifier or line.has(*rule.with_modifier)
    return about and wanted and not line.has(*rule.lifted_by) and rule.holds_in(case.claim.setting)


def _service(line: CaseLine) -> Service | None:
    """What the code stands for; a drug that is not given by mouth counts as one that is infused."""
    found = service_of(line.traits)
    if found is None and line.is_drug is True and ORAL_DRUG not in line.traits:
        return "drug"
    return found
