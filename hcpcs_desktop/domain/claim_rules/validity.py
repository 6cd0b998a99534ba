"""Whether the codes of a claim exist, and on its dates."""

from collections.abc import Iterator
from datetime import timedelta

from hcpcs_desktop.domain.claim_rules.case import Case, CaseLine, Fault
from hcpcs_desktop.domain.codes import is_dental, is_level_one, is_never_used
from hcpcs_desktop.domain.release import first_day, name_of

_A_YEAR = timedelta(days=366)
"""How far after the newest release a code that is in none may still be taken for a slip."""


def check(case: Case) -> Iterator[Fault]:
    """Codes that are none, not yet, or no longer."""
    for line in case.lines:
        if is_level_one(line.code):
            case.skip(
                f"Line {line.number}: {line.code} is a Level I code (CPT); whether it is valid, "
                "your CPT book tells."
            )
        elif is_dental(line.code):
            case.skip(f"Line {line.number}: {line.code} is a dental code, in no file of CMS.")
        else:
            yield from _level_two(case, line)


def _level_two(case: Case, line: CaseLine) -> Iterator[Fault]:
    if line.facts is None:
        yield _unknown(case, line)
    elif line.facts.state == "not_yet_effective":
        since = f" before {line.facts.added}" if line.facts.added else " yet"
        yield Fault(
            "code_not_yet_effective",
            line.number,
            f"{line.code} could not be used{since}; the date of service is {line.dos}.",
            "Use the code that was valid on that day, or correct the date.",
        )
    elif line.facts.state == "discontinued":
        yield _discontinued(line)
    elif line.facts.state == "unknown":
        case.skip(
            f"Line {line.number}: whether {line.code} was valid on {line.dos}; no release in the "
            "library tells its dates."
        )
    elif line.facts.dates_as_of:
        case.skip(
            f"Line {line.number}: whether {line.code} has ended since "
            f"{name_of(line.facts.dates_as_of)}; the newer list in the library prints no dates."
        )


def _unknown(case: Case, line: CaseLine) -> Fault:
    if not line.is_level_two:
        return Fault(
            "code_unknown",
            line.number,
            f'"{line.code[:20]}" has the form of no code.',
            "Write a letter and four digits, or the five digits of a Level I code.",
        )
    if is_never_used(line.code):
        message = f"There is no code {line.code}: CMS has none of that letter and number."
        return Fault("code_unknown", line.number, message, "Check the code for a slip.")
    newest = case.reference.newest_release
    if newest and line.dos - first_day(newest) < _A_YEAR:
        message = f"No release in the library has {line.code}."
        return Fault("code_unknown", line.number, message, "Check the code for a slip.")
    holds = f"goes to {name_of(newest)}" if newest else "holds only the codes of the app's seeds"
    return Fault(
        "code_unknown",
        line.number,
        f"{line.code} is not in the library, which {holds}.",
        "Check the code, and add CMS's newest quarterly file so that every code is known.",
        at_most="warning",
    )


def _discontinued(line: CaseLine) -> Fault:
    facts = line.facts
    until = f" on {facts.ended}" if facts and facts.ended else ""
    followers = " or ".join(facts.values.get("xref", ())) if facts else ""
    return Fault(
        "code_discontinued",
        line.number,
        f"{line.code} ended{until}, before the date of service {line.dos}.",
        f"CMS refers to {followers}: see whether it fits."
        if followers
        else "Find the code that took its place, or correct the date.",
    )
