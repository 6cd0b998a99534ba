"""Whether the authorization is there, and holds for the dates, units and codes that are billed."""

from collections.abc import Iterator

from hcpcs_desktop.domain.claim_request import Authorization
from hcpcs_desktop.domain.claim_rules.case import Case, CaseLine, Fault
from hcpcs_desktop.domain.codes import normalise
from hcpcs_desktop.domain.finding import units
from hcpcs_desktop.domain.ingredient import ingredient
from hcpcs_desktop.domain.rules import between


def check(case: Case) -> Iterator[Fault]:
    """Authorizations that are missing, or that do not fit."""
    authorization = case.claim.authorization
    has_number = authorization is not None and bool(authorization.number.strip())
    if not has_number:
        yield from _missing(case)
    if authorization is not None:
        codes = tuple(normalise(code) for code in authorization.codes)
        yield from _dates(case, authorization, codes)
        yield from _units(case, authorization, codes)
        yield from _codes(case, codes)


def _missing(case: Case) -> Iterator[Fault]:
    """Told once for the claim where it is said to need one, else by line as the profile says."""
    do = "Get the authorization and enter its number, dates, units and codes."
    if case.claim.authorization_required:
        yield Fault(
            "authorization_missing",
            case.lines[0].number if case.lines else 1,
            "The payer wants an authorization, and the claim has no number of one.",
            do,
        )
        return
    profile = case.claim.profile
    for line in case.lines:
        if profile is not None and line.is_level_two and profile.needs_authorization(line.code):
            yield Fault(
                "authorization_missing",
                line.number,
                f"{profile.name} wants an authorization for {line.code}, and the claim has no "
                "number of one.",
                do,
                source=f"Payer profile {profile.name}",
            )


def _covered(case: Case, codes: tuple[str, ...]) -> list[CaseLine]:
    """The lines that the authorization is meant for."""
    return [line for line in case.lines if not codes or line.code in codes]


def _dates(case: Case, given: Authorization, codes: tuple[str, ...]) -> Iterator[Fault]:
    lines = _covered(case, codes) or list(case.lines)
    for line in lines:
        if not between(given.start, line.dos, given.end):
            window = f"from {given.start or 'any day'} to {given.end or 'any day'}"
            yield Fault(
                "authorization_expired",
                line.number,
                f"The date of service {line.dos} is outside of the authorization, {window}.",
                "Ask the payer to extend the authorization, or correct the date.",
            )


def _units(case: Case, given: Authorization, codes: tuple[str, ...]) -> Iterator[Fault]:
    lines = [line for line in _covered(case, codes) if codes or line.is_level_two]
    billed = sum(line.units or 0 for line in lines)
    if given.units is not None and billed > given.units:
        yield Fault(
            "authorization_exceeded",
            lines[0].number,
            f"Billed, with what was discarded: {units(billed)}; authorized: {given.units:,f}.",
            "Ask the payer for more units, or correct the units.",
        )
    elif given.units is not None:
        case.skip("Units that earlier claims used up of the authorization.")


def _codes(case: Case, codes: tuple[str, ...]) -> Iterator[Fault]:
    """Lines whose code the authorization does not name.

    Beside a line that it names, another drug may need none: then it is a warning, but for another
    code of the same drug.
    """
    if not codes:
        return
    named = any(line.code in codes for line in case.lines)
    for line in case.lines:
        if line.is_level_two and line.code not in codes:
            same_drug = _is_another_product(case, line, codes)
            yield Fault(
                "authorization_code_mismatch",
                line.number,
                f"{line.code} is billed; the authorization is for {', '.join(codes)}"
                + (", another product of the same drug." if same_drug else "."),
                "Bill what was authorized and given, or have the authorization changed.",
                at_most="warning" if named and not same_drug else None,
            )


def _is_another_product(case: Case, line: CaseLine, codes: tuple[str, ...]) -> bool:
    if line.facts is None or line.is_drug is not True:
        return False
    drug = ingredient(line.facts.description)
    others = (case.reference.code(code, line.dos) for code in codes)
    return bool(drug) and any(each and ingredient(each.description) == drug for each in others)
