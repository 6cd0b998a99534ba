"""Whether two codes of one day exclude each other in CMS's procedure-to-procedure edits."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from hcpcs_desktop.domain.claim_rules.case import Case, CaseLine, Fault
from hcpcs_desktop.domain.codes import normalise
from hcpcs_desktop.domain.edits import PtpPair, ptp_table, quarter

_WHAT = "Pairs of codes against the NCCI PTP edits"


def check(case: Case) -> Iterator[Fault]:
    """Pairs in force; the second code of a pair is the one that is not paid."""
    by_day = sorted(case.lines, key=lambda line: line.dos)
    for day, together in groupby(by_day, key=lambda line: line.dos):
        lines = list(together)
        if len({line.code for line in lines}) > 1:
            for pair, variant in _pairs(case, lines, day):
                yield from _faults(case, lines, pair, variant)


def _pairs(case: Case, lines: Sequence[CaseLine], day: date) -> list[tuple[PtpPair, str]]:
    """The pairs in force: those that the claim brings along, then those of the library."""
    given = {(normalise(each.column1), normalise(each.column2)): each for each in case.claim.ptp}
    found = [(pair, "given") for pair in case.claim.ptp if pair.in_force(day)]
    return found + [
        (pair, "")
        for pair in _of_library(case, lines, day)
        if pair.in_force(day) and (pair.column1, pair.column2) not in given
    ]


def _of_library(case: Case, lines: Sequence[CaseLine], day: date) -> Sequence[PtpPair]:
    setting = case.claim.setting
    if setting is None:
        case.skip(f"{_WHAT}: choose the setting, which tells the table.")
        return ()
    table = ptp_table(setting)
    if table is None:
        return ()
    name = (
        f"Pairs of codes against the NCCI PTP edits ({table.replace('_', ' ')}) of {quarter(day)}"
    )
    found = case.reference.ptp_quarter(table, day)
    if found != quarter(day):
        beside = f"held against those of {found}" if found else "add CMS's files"
        case.skip(f"{name}: they are not in the library; {beside}.")
    if not found:
        return ()
    return case.reference.ptp({line.code for line in lines}, table, day)


def _faults(case: Case, lines: Sequence[CaseLine], pair: PtpPair, variant: str) -> Iterator[Fault]:
    firsts = [line for line in lines if line.code == normalise(pair.column1)]
    seconds = [line for line in lines if line.code == normalise(pair.column2)]
    if not firsts or not seconds or firsts == seconds:
        return
    passing = case.rules.lists.passes_ncci.values
    if pair.indicator == "1" and any(line.has(*passing) for line in firsts):
        return
    for line in seconds:
        if pair.indicator == "0" or not line.has(*passing):
            yield _fault(line, pair, variant)


def _fault(line: CaseLine, pair: PtpPair, variant: str) -> Fault:
    return Fault(
        "ncci_ptp",
        line.number,
        f"{pair.column2} is not paid beside {pair.column1} on the same day "
        f"(indicator {pair.indicator}).",
        "Leave it off: no modifier lets it pass."
        if pair.indicator == "0"
        else "Leave it off or, where the services were distinct and the record shows it, add the "
        "modifier that says why.",
        variant=variant,
    )
