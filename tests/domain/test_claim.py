"""The claim check as a whole: order, sources, what it says it could not check."""

from datetime import date

from hcpcs_desktop.domain.finding import SEVERITIES, Finding
from hcpcs_desktop.domain.modifiers import ModifierLine
from hcpcs_desktop.domain.modifiers import check as check_modifiers
from tests.domain.claim_cases import DAY, MadeUp, check, found, line, only, rules

CLEAN = line("J9043", 60, "JZ", pos="11", dx=("C61",), dose="60 mg", vials_opened=("60 mg",))
GIVEN = line("96413", 1, pos="11", dx=("C61",))


def test_a_clean_claim_has_no_findings() -> None:
    report = check(CLEAN, GIVEN, setting="practitioner")
    assert report.findings == ()
    assert any("MUE" in each for each in report.not_checked)
    assert any("NCCI" in each for each in report.not_checked)
    assert any("coverage policies" in each for each in report.not_checked)


def test_findings_come_worst_first_and_then_by_line() -> None:
    report = check(
        line("J9043", 60, "JZ", pos="98"), line("J9999X"), line("A9270"), line("E0781", 1, "RR")
    )
    order = [(SEVERITIES.index(each.severity), each.line) for each in report.findings]
    assert order == sorted(order)
    assert {each.severity for each in report.findings} == set(SEVERITIES)


def test_every_finding_says_what_to_do_and_where_the_rule_stands() -> None:
    report = check(
        line("J9027", 490, pos="21", drug="cabazitaxel", dose="49 mg", ndc="1234567890"),
        line("S9325", 1),
        line("S9327", 1, "RR", "ZZ", pos="21"),
        line("J3490", 1),
        authorization_required=True,
    )
    assert len({each.rule for each in report.findings}) > 8
    assert all(each.message and each.do and each.source for each in report.findings)


def test_a_modifier_rule_is_named_in_its_conflict() -> None:
    report = check(line("S9327", 1, "SH", "SJ"), payer="commercial")
    conflict = only(report, "modifier_conflict")
    assert "SH_SJ_exclusive" in conflict.message
    assert (conflict.severity, conflict.carc, conflict.rarc) == ("error", ("4",), ("N823",))


def test_warnings_of_the_modifier_check_stay_warnings() -> None:
    report = check(line("E0260", 1, "GK"))
    assert only(report, "modifier_conflict").severity == "warning"


def test_a_unknown_modifier_is_a_conflict_and_a_level_one_modifier_is_none() -> None:
    assert only(check(line("99213", 1, "ZZ")), "modifier_conflict").severity == "error"
    assert not found(check(line("99213", 1, "25", "59")), "modifier_conflict")


def test_a_record_that_the_claim_brings_tells_the_modifier_check_what_is_a_drug() -> None:
    lines = (line("C9000", 1, "RR"),)
    assert not found(check(*lines), "modifier_conflict")
    report = check(*lines, record={"pricing": ("51",)})
    assert "RR_on_drug" in only(report, "modifier_conflict").message


def test_codes_and_modifiers_are_taken_in_any_case() -> None:
    report = check(line(" j9043 ", 60, " jw ", "jz"))
    assert "JW_JZ_exclusive" in only(report, "modifier_conflict").message
    assert not found(report, "code_unknown")


def test_what_was_not_checked_is_said_once() -> None:
    report = check(CLEAN, CLEAN, setting="practitioner")
    assert len(report.not_checked) == len(set(report.not_checked))


def test_every_rule_of_the_data_is_used() -> None:
    named = {each.rule for each in rules().claim}
    assert named == {
        "code_unknown", "code_not_yet_effective", "code_discontinued", "not_payable_by_medicare",
        "units_dose_mismatch", "missing_jw_jz", "jz_but_waste", "jw_jz_same_drug",
        "authorization_missing", "authorization_expired", "authorization_exceeded",
        "authorization_code_mismatch", "pos_inconsistent", "mue_exceeded", "ncci_ptp",
        "code_combination", "drug_code_mismatch", "ndc_invalid", "ndc_missing",
        "ndc_code_mismatch", "noc_needs_description", "rental_month_missing", "diagnosis_missing",
        "administration_line_missing", "s_code_refused", "jw_jz_refused",
    }  # fmt: skip


def test_the_first_warning_names_a_report_without_errors() -> None:
    line_of_upgrade = ModifierLine("E0260", ("GK", "RA", "RB"), DAY)
    report = check_modifiers([line_of_upgrade], MadeUp(), rules())
    assert (report.result, report.rule) == ("warning", "GK_without_GA_GZ")


def test_a_finding_knows_its_line() -> None:
    report = check(CLEAN, line("J9043", 1, "JZ", dos=date(2022, 12, 31)))
    finding: Finding = only(report, "modifier_conflict")
    assert finding.line == 2
