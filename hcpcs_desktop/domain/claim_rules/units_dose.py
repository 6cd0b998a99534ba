"""Whether the billed units are whole, and those that dose and containers make."""

from collections.abc import Iterator

from hcpcs_desktop.domain.claim_rules.case import Case, CaseLine, Fault
from hcpcs_desktop.domain.claim_rules.groups import Group, groups, of_content, of_line, work_out
from hcpcs_desktop.domain.finding import units
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.units_request import UnitsResult

RULE = "units_dose_mismatch"


def check(case: Case) -> Iterator[Fault]:
    """Units that are none, and units that differ from those worked out again."""
    for line in case.lines:
        if line.units is None:
            yield _not_whole(line)
    for group in groups(case):
        if all(line.units is not None for line in group.lines):
            yield from _worked(case, group)


def _not_whole(line: CaseLine) -> Fault:
    shown = "no units" if line.given.units is None else f"{line.given.units:f} units"
    return Fault(
        RULE,
        line.number,
        f"The line has {shown}; a claim takes whole units, one or more.",
        "Divide the dose by the billing unit and round up.",
    )


def _worked(case: Case, group: Group) -> Iterator[Fault]:
    first = group.lines[0].number
    try:
        result = work_out(case, group)
        if result is not None:
            yield from _given(case, group, result)
            yield from _discarded(group, result)
        elif not group.dosed:
            yield from _content(case, group)
        else:
            case.skip(
                f"Line {first}: the units of {group.code} against the dose; no billing unit of "
                "the code is known. Enter it."
            )
    except InputError as error:
        if error.field == "opened":
            yield Fault(RULE, first, f"{error.reason}"[:1].upper() + error.reason[1:], _LOOK)
        else:
            case.skip(f"Line {first}: the units of {group.code} against the dose. {error.reason}")


_LOOK = "Compare the dose and the opened containers with the record."


def _given(case: Case, group: Group, result: UnitsResult) -> Iterator[Fault]:
    """The lines for what was given, together or each on its own."""
    billed = sum(line.units or 0 for line in group.given)
    if not group.given or billed == result.administered_units:
        return
    if len(group.dosed) == len(group.given) > 1:
        for line in group.given:
            makes = of_line(case, group, line)
            if makes is not None and line.units != makes:
                yield _mismatch(group, line, makes, f"the line has {line.units:,}")
        return
    whose = "the line has" if len(group.given) == 1 else "the lines together have"
    yield _mismatch(group, group.dosed[0], result.administered_units, f"{whose} {billed:,}")


def _mismatch(group: Group, line: CaseLine, makes: int, has: str) -> Fault:
    return Fault(
        RULE,
        line.number,
        f"{line.given.dose} of {group.code}, billed by {group.unit}, makes {units(makes)}; {has}.",
        f"Bill {units(makes)}, or correct the dose.",
    )


def _discarded(group: Group, result: UnitsResult) -> Iterator[Fault]:
    """The JW lines, where the opened containers are known."""
    if not group.discarded or not group.vials or group.vial_type == "multi-dose":
        return
    billed, right = sum(line.units or 0 for line in group.discarded), result.discarded_units or 0
    if billed == right:
        return
    number = group.discarded[0].number
    left = f"{result.discarded_amount} was left" if result.discarded_amount else "nothing was left"
    if right:
        message = f"{left}, which makes {units(right)}; the JW line has {billed:,}."
        do = f"Bill {units(right)} with JW."
    else:
        message = f"{left}, less than one billing unit; the JW line has {units(billed)}."
        do = "Take the JW line off; the other line takes JZ."
    yield Fault(RULE, number, message[:1].upper() + message[1:], do, variant="waste")


def _content(case: Case, group: Group) -> Iterator[Fault]:
    """Without a dose: no more than the opened containers hold."""
    most = of_content(case, group)
    billed = sum(line.units or 0 for line in group.lines)
    if most is not None and billed > most:
        yield Fault(
            RULE,
            group.lines[0].number,
            f"{billed:,} units are billed, but what was opened holds {units(most)}.",
            _LOOK,
        )
