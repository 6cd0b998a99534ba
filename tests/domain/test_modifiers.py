"""The modifier check: every rule fires where it should, and not right beside it."""

from dataclasses import dataclass
from datetime import date

import pytest

from hcpcs_desktop.domain import modifiers
from hcpcs_desktop.domain.checklist import Payer
from hcpcs_desktop.domain.modifiers import ModifierLine, ModifierReport
from hcpcs_desktop.domain.waste import VialType
from tests.domain.claim_cases import DAY, MadeUp, official, rules


@dataclass(frozen=True)
class Case:
    """A rule with a line for which it fires, and one that is as near as can be and is right."""

    rule: str
    fires: ModifierLine
    passes: ModifierLine
    severity: str = "error"


def _line(
    code: str, text: str, dos: str = "2025-03-03", vial_type: VialType | None = None
) -> ModifierLine:
    return ModifierLine(code, tuple(text.split()), date.fromisoformat(dos), vial_type)


def _check(*lines: ModifierLine, payer: Payer = "medicare", whole: bool = True) -> ModifierReport:
    return modifiers.check(lines, MadeUp(), rules(), payer, whole=whole)


CASES = [
    Case("modifier_format", _line("J9043", "JZZ"), _line("J9043", "JZ")),
    Case("modifier_unknown", _line("J9043", "QQ ZZ"), _line("J9043", "QQ JZ")),
    Case("modifier_duplicate", _line("J9043", "JZ TB jz"), _line("J9043", "JZ TB")),
    Case("more_than_four", _line("J9043", "JZ TB PO RE CR"), _line("J9043", "JZ TB PO RE")),
    Case(
        "modifier_not_yet_effective",
        _line("J9043", "JZ", "2022-12-31"),
        _line("J9043", "JZ", "2023-01-01"),
    ),
    Case(
        "modifier_discontinued",
        _line("J9043", "JF", "2015-07-01"),
        _line("J9043", "JF", "2015-06-30"),
    ),
    Case("JW_JZ_exclusive", _line("J9043", "JW JZ"), _line("J9043", "JW")),
    Case(
        "JW_multi_dose",
        _line("J9064", "JW", vial_type="multi-dose"),
        _line("J9064", "JW", vial_type="single-dose"),
    ),
    Case(
        "JZ_multi_dose",
        _line("J9064", "JZ", vial_type="multi-dose"),
        _line("J9064", "JZ"),
    ),
    Case("JW_JZ_not_a_drug", _line("S9327", "JZ"), _line("J9043", "JZ")),
    Case(
        "JW_JZ_on_skin_substitute",
        _line("Q4101", "JZ", "2026-01-01"),
        _line("Q4101", "JZ", "2025-12-31"),
        "warning",
    ),
    Case(
        "JK_JL_missing",
        _line("J1817", "KX", "2023-07-01"),
        _line("J1817", "KX", "2023-06-30"),
        "warning",
    ),
    Case("JG_TB_exclusive", _line("J9043", "JG TB", "2024-06-01"), _line("J9043", "TB")),
    Case(
        "JG_replaced_by_TB",
        _line("J9043", "JG", "2025-01-01"),
        _line("J9043", "JG", "2024-12-31"),
    ),
    Case("JK_JL_exclusive", _line("J1817", "JK JL"), _line("J1817", "JL")),
    Case(
        "JL_not_may_june_2023",
        _line("J1817", "JL", "2023-06-30"),
        _line("J1817", "JL", "2023-07-01"),
    ),
    Case("RR_on_drug", _line("J9043", "RR"), _line("E0781", "RR")),
    Case("rent_new_used_exclusive", _line("E0260", "NU UE"), _line("E0260", "UE")),
    Case("rental_month_exclusive", _line("E0260", "RR KH KI"), _line("E0260", "RR KI")),
    Case("rental_month_with_purchase", _line("E0260", "NU KI"), _line("E0260", "NU KH")),
    Case(
        "RTLT_same_line",
        _line("L1832", "RT LT", "2019-03-01"),
        _line("L1832", "RT LT", "2019-02-28"),
    ),
    Case("KX_with_GA_GY_GZ", _line("E0260", "KX GZ"), _line("E0260", "KX")),
    Case("GA_GZ_exclusive", _line("E0260", "GA GZ"), _line("E0260", "GA")),
    Case("GY_GZ_exclusive", _line("E0260", "GY GZ"), _line("E0260", "GZ")),
    Case("GA_GY_exclusive", _line("E0260", "GA GY"), _line("E0260", "GY")),
    Case("GX_conflict", _line("E0260", "GX GA"), _line("E0260", "GX GY")),
    Case("GX_conflict", _line("E0260", "GX KB"), _line("E0260", "GX TS"), "warning"),
    Case("GK_without_GA_GZ", _line("E0260", "GK"), _line("E0260", "GK GA"), "warning"),
    Case("ESA_exclusive", _line("J0885", "EA EC"), _line("J0885", "EC")),
    Case("unit_dose_exclusive", _line("J7611", "KO KP"), _line("J7611", "KO")),
    Case("SH_SJ_exclusive", _line("S9327", "SH SJ"), _line("S9327", "SH")),
    Case("rental_month_without_RR", _line("E0260", "KJ"), _line("E0260", "KJ RR")),
    Case(
        "ESA_reason_missing",
        _line("J0885", "JA"),
        _line("J0885", "JA EA"),
    ),
    Case("hematocrit_exclusive", _line("J0882", "ED EE"), _line("J0882", "ED")),
    Case("unit_dose_on_J7620", _line("J7620", "KO"), _line("J7611", "KO")),
    Case("KD_not_a_drug", _line("E0781", "KD"), _line("J9043", "KD")),
    Case("EY_with_KX", _line("E0260", "EY KX"), _line("E0260", "EY")),
    Case("GL_conflict", _line("E0260", "GL GK GZ"), _line("E0260", "GL")),
    Case("KS_with_KX", _line("A4253", "KS KX"), _line("A4253", "KS")),
    Case("bid_program_exclusive", _line("E0260", "KG KU"), _line("E0260", "KG")),
    Case("distinct_service_exclusive", _line("96413", "XE 59"), _line("96413", "59")),
    Case("used_with_exclusive", _line("A4450", "AU AV"), _line("A4450", "AU")),
    Case("used_with_exclusive", _line("A4450", "AU AY"), _line("A4450", "AY"), "warning"),
    Case("ESRD_exclusive", _line("A4657", "AX AY"), _line("A4657", "AX")),
    Case("oxygen_group_exclusive", _line("E1390", "N1 N2"), _line("E1390", "N1"), "warning"),
    Case("emergency_department_exclusive", _line("J9043", "ER PO"), _line("J9043", "ER")),
    Case("department_exclusive", _line("J9043", "PO PN"), _line("J9043", "PN")),
    Case("component_on_drug", _line("J9043", "TC"), _line("G0008", "TC")),
    Case("SV_with_JW_JZ", _line("J9043", "SV JZ"), _line("J9043", "SV")),
    Case("route_exclusive", _line("J0885", "EA JA JB"), _line("J0885", "EA JA"), "warning"),
    Case("graft_exclusive", _line("Q4101", "JC JD"), _line("Q4101", "JC"), "warning"),
    Case("replacement_repair_exclusive", _line("E0260", "RA RB"), _line("E0260", "RA"), "warning"),
    Case("option_exclusive", _line("E0260", "BP BU"), _line("E0260", "BP"), "warning"),
    Case(
        "purchase_choice_with_rental",
        _line("E0260", "BP RR KI"),
        _line("E0260", "BR RR KI"),
        "warning",
    ),
    Case("lease_with_purchase", _line("E0260", "LL NU"), _line("E0260", "LL"), "warning"),
    Case("maintenance_with_rental", _line("E0260", "MS RR"), _line("E0260", "MS"), "warning"),
    Case("wounds_exclusive", _line("A6209", "A1 A2"), _line("A6209", "A1"), "warning"),
    Case("oxygen_flow_exclusive", _line("E1390", "QE QG"), _line("E1390", "QE QH"), "warning"),
    Case("anesthesia_exclusive", _line("01967", "AA QK"), _line("01967", "AA QS"), "warning"),
    Case("physical_status_exclusive", _line("01967", "P2 P3"), _line("01967", "P2"), "warning"),
    Case("foot_findings_exclusive", _line("G0247", "Q7 Q8"), _line("G0247", "Q8"), "warning"),
    Case("impairment_exclusive", _line("G8978", "CI CJ"), _line("G8978", "CJ"), "warning"),
    Case(
        "access_infection_exclusive",
        _line("90999", "V8 V9", "2012-03-01"),
        _line("90999", "V9", "2012-03-01"),
        "warning",
    ),
    Case("relationship_exclusive", _line("G9001", "X1 X3"), _line("G9001", "X3"), "warning"),
    Case("nurse_exclusive", _line("S9123", "SD TE"), _line("S9123", "SD"), "warning"),
    Case("one_site_per_line", _line("11730", "T1 T2"), _line("11730", "T1"), "warning"),
]
OF_A_CLAIM = {"KP_without_KQ"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.severity}")
def test_a_rule_fires(case: Case) -> None:
    report = _check(case.fires)
    (finding,) = [each for each in report.findings if each.rule == case.rule]
    assert (report.rule, report.result) == (case.rule, case.severity)
    assert finding.severity == case.severity
    assert finding.message
    assert finding.do
    assert finding.source
    assert "{" not in finding.message + finding.do


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.severity}")
def test_a_rule_just_does_not_fire(case: Case) -> None:
    assert case.rule not in [each.rule for each in _check(case.passes).findings]


def test_every_rule_has_a_case() -> None:
    named = {each.rule for each in (*rules().general, *rules().modifiers)}
    assert named == {case.rule for case in CASES} | OF_A_CLAIM


def test_inferred_rules_are_warnings() -> None:
    for rule in rules().modifiers:
        if "nferred" in rule.source or "eneral knowledge" in rule.source:
            assert rule.severity == "warning", rule


def test_every_modifier_of_a_rule_exists() -> None:
    for rule in rules().modifiers:
        named = (*rule.modifiers, *rule.beside, *rule.lacking, *rule.lacking_in_claim)
        assert {each for each in named if not each.isdigit()} <= official().keys(), rule


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ((" jw ", "tb"), ("JW", "TB")),
        (("JW", "", "  ", ""), ("JW",)),
        (("ß",), ("ß",)),
        ((), ()),
    ],
)
def test_modifiers_are_normalised(given: tuple[str, ...], read: tuple[str, ...]) -> None:
    assert modifiers.normalise(given) == read


@pytest.mark.parametrize("text", ["J", "JWX", "J-", "-JW", "J W", "ß", "\u0416\u0416", "J\u0660"])
def test_what_is_no_modifier_is_refused(text: str) -> None:
    report = _check(ModifierLine("J9043", (text,), DAY))
    assert report.rule == "modifier_format"


@pytest.mark.parametrize("text", ["25", "59 76", "1P", "91"])
def test_level_one_modifiers_are_not_judged(text: str) -> None:
    assert _check(_line("99213", text)).findings == ()


def test_where_an_ambulance_went_is_no_unknown_modifier() -> None:
    assert _check(_line("A0427", "RH")).findings == ()
    assert _check(_line("E0260", "RX")).rule == "modifier_unknown"


def test_general_rules_come_first() -> None:
    report = _check(_line("J9043", "JW JZ ZZ"))
    assert [each.rule for each in report.findings] == ["modifier_unknown", "JW_JZ_exclusive"]


def test_an_error_names_the_result_before_a_warning() -> None:
    report = _check(_line("E0260", "GK KX GY"))
    assert (report.result, report.rule) == ("error", "KX_with_GA_GY_GZ")


def test_without_a_container_a_drug_is_taken_as_single_dose() -> None:
    assert _check(_line("J9043", "JW")).findings == ()


def test_a_code_that_may_be_a_drug_is_not_judged() -> None:
    assert _check(_line("A9606", "JZ")).findings == ()


@pytest.mark.parametrize("code", ["96413", "S9327", "E0781", "A4657", "D0120"])
def test_what_is_surely_no_drug_takes_no_jz(code: str) -> None:
    assert _check(_line(code, "JZ")).rule == "JW_JZ_not_a_drug"


def test_jz_beside_a_jw_line_of_the_same_drug() -> None:
    given, other = _line("J9043", "JZ"), _line("J9064", "JW")
    assert _check(given, _line("j9043", "JW")).rule == "JW_JZ_exclusive"
    assert _check(given, other).findings == ()
    assert _check(given, _line("J9043", "JW", "2025-03-04")).findings == ()


def test_an_upgrade_looks_for_its_line_in_the_whole_claim() -> None:
    upgrade = _line("E0265", "GZ")
    assert _check(_line("E0260", "GK"), upgrade).findings == ()


def test_a_first_drug_wants_a_second_where_the_claim_is_whole() -> None:
    first = _line("J7611", "KP")
    assert _check(first).rule == "KP_without_KQ"
    assert _check(first, _line("J7644", "KQ")).findings == ()
    assert _check(first, whole=False).findings == ()


def test_sides_on_one_line_without_a_code() -> None:
    assert _check(_line("", "RT LT")).rule == "RTLT_same_line"
    assert _check(_line("J0178", "RT LT")).findings == ()


def test_medicares_own_rules_are_warnings_for_others() -> None:
    assert _check(_line("E0260", "GA GZ"), payer="commercial").result == "warning"
    assert _check(_line("S9327", "SH SJ"), payer="commercial").result == "error"


def test_all_383_modifiers_have_meaning_and_dates() -> None:
    assert len(official()) == 383
    assert all(each.meaning and each.added for each in official().values())
    assert {each.code for each in official().values() if each.ended} == set(
        "CP GD JF L1 SZ V8 V9 ZA ZB ZC".split()
    )
