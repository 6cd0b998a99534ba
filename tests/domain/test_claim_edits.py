"""MUE and NCCI on a claim: limits by line and by day, pairs with their dates and indicators."""

from datetime import date

import pytest

from hcpcs_desktop.domain.checklist import Payer, Setting
from hcpcs_desktop.domain.claim_request import Line
from hcpcs_desktop.domain.edits import Indicator, Mai, MueLimit, PtpPair, quarter
from tests.domain.claim_cases import MadeUp, check, found, line, only

MUE, PTP = "mue_exceeded", "ncci_ptp"


def _limit(mai: Mai, value: int = 150) -> MueLimit:
    return MueLimit("J1745", value, mai)


def _infliximab(units: int, *modifiers: str) -> Line:
    return line("J1745", units, *(modifiers or ("JZ",)))


@pytest.mark.parametrize("mai", [1, 2, 3])
def test_the_limit_itself_passes_and_one_more_does_not(mai: Mai) -> None:
    assert not found(check(_infliximab(150), mue=(_limit(mai),)), MUE)
    over = only(check(_infliximab(151), mue=(_limit(mai),)), MUE)
    assert (over.severity, over.rarc) == ("error", ("N362",))


def test_by_line_each_line_is_looked_at_alone() -> None:
    lines = (_infliximab(100), _infliximab(100, "JZ", "76"))
    assert not found(check(*lines, mue=(_limit(1),)), MUE)
    assert only(check(_infliximab(100), _infliximab(151), mue=(_limit(1),)), MUE).line == 2


@pytest.mark.parametrize("mai", [2, 3])
def test_by_day_discarded_units_count(mai: Mai) -> None:
    lines = (_infliximab(100), _infliximab(51, "JW"))
    assert only(check(*lines, mue=(_limit(mai),)), MUE).line == 1
    lines = (_infliximab(100), _infliximab(50, "JW"))
    assert not found(check(*lines, mue=(_limit(mai),)), MUE)


def test_another_day_is_another_sum() -> None:
    later = line("J1745", 100, "JZ", dos=date(2025, 4, 3))
    assert not found(check(_infliximab(100), later, mue=(_limit(3),)), MUE)


def test_a_limit_for_another_code_says_nothing() -> None:
    assert not found(check(line("J9043", 900, "JZ"), mue=(_limit(2, 1),)), MUE)


@pytest.mark.parametrize(
    ("setting", "table"),
    [
        ("practitioner", "practitioner"),
        ("asc", "practitioner"),
        ("outpatient_hospital", "outpatient_hospital"),
        ("dme_supplier", "dme_supplier"),
        ("home_infusion", "dme_supplier"),
    ],
)
def test_the_setting_chooses_the_table(setting: Setting, table: str) -> None:
    known = MadeUp(limits={"J1745": _limit(3)})
    assert found(check(_infliximab(151), known=known, setting=setting), MUE)
    assert known.asked == [table]


@pytest.mark.parametrize(
    ("payer", "severity"),
    [("medicare", "error"), ("medicaid", "warning"), ("commercial", "warning")],
)
def test_medicares_tables_are_a_hint_for_others(payer: Payer, severity: str) -> None:
    known = MadeUp(limits={"J1745": _limit(3)})
    report = check(_infliximab(151), known=known, setting="practitioner", payer=payer)
    assert only(report, MUE).severity == severity


def test_a_missing_table_is_said_with_its_quarter() -> None:
    report = check(_infliximab(1), setting="practitioner")
    assert any("2025-Q1" in each for each in report.not_checked)


def test_without_a_setting_no_table_is_chosen() -> None:
    known = MadeUp(limits={"J1745": _limit(3)}, pairs=())
    report = check(_infliximab(151), line("96413"), known=known)
    assert not found(report, MUE)
    assert sum("choose the setting" in each for each in report.not_checked) == 2


def test_a_code_that_the_table_lacks_is_said() -> None:
    report = check(_infliximab(1), known=MadeUp(limits={}), setting="practitioner")
    assert any("lists no limit" in each and "J1745" in each for each in report.not_checked)


@pytest.mark.parametrize(
    ("day", "name"), [(date(2025, 1, 1), "2025-Q1"), (date(2025, 12, 31), "2025-Q4")]
)
def test_quarters(day: date, name: str) -> None:
    assert quarter(day) == name


def _pair(
    indicator: Indicator = "1",
    effective: date = date(2020, 1, 1),
    deletion: date | None = None,
) -> PtpPair:
    return PtpPair("96413", "96374", effective, deletion, indicator)


def test_the_second_code_of_a_pair_is_not_paid() -> None:
    report = check(line("96374"), line("96413"), ptp=(_pair(),))
    assert only(report, PTP).line == 1


@pytest.mark.parametrize(
    ("modifier", "passes"),
    [("59", True), ("XU", True), ("25", True), ("LT", True), ("F5", True), ("76", False)],
)
def test_indicator_one_is_passed_by_a_modifier_of_the_list(modifier: str, passes: bool) -> None:
    on_second = check(line("96413"), line("96374", 1, modifier), ptp=(_pair(),))
    on_first = check(line("96413", 1, modifier), line("96374"), ptp=(_pair(),))
    assert bool(found(on_second, PTP)) is not passes
    assert bool(found(on_first, PTP)) is not passes


def test_indicator_zero_is_passed_by_nothing() -> None:
    report = check(line("96413"), line("96374", 1, "59"), ptp=(_pair("0"),))
    assert only(report, PTP).severity == "error"


def test_indicator_nine_is_not_in_force() -> None:
    assert not found(check(line("96413"), line("96374"), ptp=(_pair("9"),)), PTP)


@pytest.mark.parametrize(
    ("effective", "deletion", "holds"),
    [
        (date(2025, 3, 3), None, True),
        (date(2025, 3, 4), None, False),
        (date(2020, 1, 1), date(2025, 3, 3), True),
        (date(2020, 1, 1), date(2025, 3, 2), False),
    ],
)
def test_a_pair_holds_between_its_dates(
    effective: date, deletion: date | None, holds: bool
) -> None:
    pair = _pair(effective=effective, deletion=deletion)
    assert bool(found(check(line("96413"), line("96374"), ptp=(pair,)), PTP)) is holds


def test_a_pair_on_different_days_says_nothing() -> None:
    later = line("96374", dos=date(2025, 3, 4))
    assert not found(check(line("96413"), later, ptp=(_pair(),)), PTP)


def test_pairs_of_the_library_and_those_of_the_claim_which_go_first() -> None:
    known = MadeUp(pairs=[_pair("0")])
    lines = (line("96413"), line("96374", 1, "59"))
    assert found(check(*lines, known=known, setting="practitioner"), PTP)
    assert not found(check(*lines, known=known, setting="practitioner", ptp=(_pair("1"),)), PTP)


def test_suppliers_have_no_table_of_pairs() -> None:
    lines = (line("E0260", 1, "NU"), line("E0570", 1, "NU"))
    report = check(*lines, setting="dme_supplier")
    assert not any("NCCI" in each for each in report.not_checked)


def test_every_line_of_the_second_code_is_told() -> None:
    lines = (line("96413"), line("96374"), line("96374", 1, "59"), line("96374"))
    assert [each.line for each in found(check(*lines, ptp=(_pair(),)), PTP)] == [2, 4]
