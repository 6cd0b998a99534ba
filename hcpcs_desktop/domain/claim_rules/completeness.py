"""What a complete claim has besides: a diagnosis, and a line for giving the drug."""

from collections.abc import Iterator

from hcpcs_desktop.domain.claim_rules.case import Case, CaseLine, Fault

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
    drug = next((line for line in case.lines if _was_given(case, line)), None)
    if drug is not None and not _has_administration(case):
        yield Fault(
            "administration_line_missing",
            drug.number,
            f"{drug.code} is a drug, and no line is for giving it.",
            "Add the code for the injection or infusion, unless somebody else bills it.",
        )


def _was_given(case: Case, line: CaseLine) -> bool:
    """Whether whoever bills the drug is likely to have given it, too."""
    here = line.is_drug is True and case.claim.setting in _GIVEN_HERE
    return here and not line.has(*case.rules.lists.not_administered.values)


def _has_administration(case: Case) -> bool:
    return any(line.code in case.rules.lists.administration for line in case.lines)
