"""What only the clinic's profile of the payer can tell: codes and modifiers that it refuses."""

from collections.abc import Iterator

from hcpcs_desktop.domain.claim_rules.case import Case, Fault


def check(case: Case) -> Iterator[Fault]:
    """S codes and waste modifiers that this payer does not take."""
    profile = case.claim.profile
    if profile is None:
        return
    source = f"Payer profile {profile.name}"
    for line in case.lines:
        if line.is_level_two and profile.refuses(line.code):
            yield Fault(
                "s_code_refused",
                line.number,
                f"{profile.name} takes no S codes, and {line.code} is one.",
                "Bill the code that this payer wants in its place.",
                source=source,
            )
        if case.stance_on_waste == "refused" and line.has("JW", "JZ"):
            yield Fault(
                "jw_jz_refused",
                line.number,
                f"{profile.name} refuses JW and JZ.",
                "Take the modifier off; of a line with JW alone, ask whether waste is billed.",
                source=source,
            )
