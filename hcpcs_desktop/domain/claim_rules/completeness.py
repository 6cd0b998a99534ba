"""What a complete claim has besides: a diagnosis, and a line for giving the drug."""

from collections.abc import Iterator

from hcpcs_desktop.domain.claim_rules.case import Case, CaseLine, Fault
from hcpcs_desktop.domain.family import INHALED_DRUG, ORAL_DRUG

_TAKEN_BY_ONESELF = (ORAL_DRUG, INHALED_DRUG)
_GIVEN_HERE = (None, "practitioner", "outpatient_hospital", "asc")


def check(case: Case) -> Iterator[Fault]:
    """Lines without a diagnosis, and drugs that nobody seems to have given."""
    if case.lines:
        case.skip("Whether the diagnosis supports the codes: coverage policies are not in the app.")
    for line in case.lines:
        if not any(dx.strip() for dx in line.given.dx):
            yield Fault(
                "diagnosis_missing",
                line.number,
                "The line points to no diagnosis.",
                "Enter the diagnosis that the record gives for it; whether the payer covers it is "
                "not checked here.",
            )
    yield from _not_given(case)


def _not_given(case: Case) -> Iterator[Fault]:
    """The first drug of each day on which no line is for giving one."""
    days = {line.dos for line in case.lines if line.code in case.rules.lists.administration}
    for line in case.lines:
        if line.dos not in days and _was_given(case, line):
            days.add(line.dos)
            yield Fault(
                "administration_line_missing",
                line.number,
                f"{line.code} is a drug, and no line of {line.dos} is for giving it.",
                "Add the code for the injection or infusion, unless somebody else bills it.",
            )


def _was_given(case: Case, line: CaseLine) -> bool:
    """Whether whoever bills the drug is likely to have given it, too."""
    here = line.is_drug is True and case.claim.setting in _GIVEN_HERE
    by_oneself = line.has(*case.rules.lists.not_administered.values)
    return here and not by_oneself and line.traits.isdisjoint(_TAKEN_BY_ONESELF)
