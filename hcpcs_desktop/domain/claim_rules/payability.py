"""Whether Medicare pays for a code at all."""

from collections.abc import Iterator

from hcpcs_desktop.domain.claim_rules.case import Case, CaseLine, Fault
from hcpcs_desktop.domain.traits import NOT_MEDICARE

_MEANING = {
    "I": "is not payable by Medicare",
    "M": "is not covered by Medicare",
    "S": "is excluded from Medicare by statute",
}
_FOR_MEDICARE = ("medicare", "medicare_advantage")


def check(case: Case) -> Iterator[Fault]:
    """Codes with coverage I, M or S. With GY the denial is wanted, so that it is only noted."""
    if case.claim.payer not in _FOR_MEDICARE:
        return
    for line in case.lines:
        if not line.is_level_two:
            continue
        coverage = _coverage(case, line)
        if coverage in _MEANING:
            yield _fault(line, coverage)


def _coverage(case: Case, line: CaseLine) -> str:
    """The coverage code; where none is known, that of all codes of the letter if they agree."""
    printed = line.facts.values.get("coverage", ()) if line.facts else ()
    if printed:
        return printed[0]
    if NOT_MEDICARE in line.traits:
        return "I"
    if line.facts is not None:
        case.skip(
            f"Line {line.number}: whether Medicare covers {line.code}; no release in the library "
            "prints its coverage code."
        )
    return ""


def _fault(line: CaseLine, coverage: str) -> Fault:
    wanted = line.has("GY")
    return Fault(
        "not_payable_by_medicare",
        line.number,
        f"{line.code} {_MEANING[coverage]} (coverage {coverage})."
        + (" GY on the line asks for that denial." if wanted else ""),
        "Nothing, where the denial is wanted for another payer."
        if wanted
        else "Bill the payer that covers it, find the code that Medicare takes, or add GY for a "
        "denial that is wanted.",
        variant="statute" if coverage == "S" else "",
        at_most="info" if wanted else None,
    )
