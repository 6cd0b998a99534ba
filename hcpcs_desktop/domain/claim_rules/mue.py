"""Whether more units are billed than CMS's table of medically unlikely edits believes."""

from collections.abc import Iterator

from hcpcs_desktop.domain.claim_rules.case import Case, CaseLine, Fault
from hcpcs_desktop.domain.claim_rules.groups import Group, groups
from hcpcs_desktop.domain.codes import normalise
from hcpcs_desktop.domain.edits import MueLimit, mue_table, quarter
from hcpcs_desktop.domain.finding import units

_ADVICE = {
    1: "Correct the units. What was truly more goes on further lines, with a modifier that says "
    "why (59, 76, an X modifier).",
    2: "Correct the units: this limit follows from policy, and no appeal has lifted it.",
    3: "Correct the units, or keep the record ready: this limit can be lifted in review.",
}


def check(case: Case) -> Iterator[Fault]:
    """Limits by line (MAI 1) and by day (MAI 2 and 3), where discarded units count, too."""
    for group in groups(case):
        limit, variant = _limit(case, group)
        if limit is not None:
            yield from _over(group, limit, variant)


def _limit(case: Case, group: Group) -> tuple[MueLimit | None, str]:
    """The limit of a code, and whether the claim brought it along or a table has it."""
    for given in case.claim.mue:
        if normalise(given.code) == group.code:
            return given, "given"
    if case.claim.setting is None:
        case.skip("Units against the MUE tables: choose the setting, which tells the table.")
        return None, ""
    table = mue_table(case.claim.setting)
    if not case.reference.has_mue(table, group.dos):
        name = table.replace("_", " ")
        case.skip(
            f"Units against the MUE table ({name}) of {quarter(group.dos)}: it is not in the "
            "library. Add CMS's file."
        )
        return None, ""
    limit = case.reference.mue(group.code, table, group.dos)
    if limit is None:
        case.skip(
            f"Units of {group.code} against the MUE table ({table.replace('_', ' ')}) of "
            f"{quarter(group.dos)}: it lists no limit; CMS keeps some to itself."
        )
    return limit, ""


def _over(group: Group, limit: MueLimit, variant: str) -> Iterator[Fault]:
    if limit.mai == 1:
        for line in group.lines:
            if (line.units or 0) > limit.value:
                yield _fault(line, line.units or 0, limit, "on the line", variant)
        return
    day = sum(line.units or 0 for line in group.lines)
    if day > limit.value:
        yield _fault(
            group.lines[0], day, limit, f"on {group.dos}, discarded ones included", variant
        )


def _fault(line: CaseLine, billed: int, limit: MueLimit, where: str, variant: str) -> Fault:
    denied = "the whole line is" if limit.mai == 1 else "all units of the day are"
    return Fault(
        "mue_exceeded",
        line.number,
        f"{units(billed)} of {line.code} {where}; the limit is {limit.value:,} (MAI {limit.mai}), "
        f"and {denied} denied.",
        _ADVICE[limit.mai],
        variant=variant,
    )
