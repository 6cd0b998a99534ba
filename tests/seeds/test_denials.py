"""The denials of the seeds: all that must be there, with an answer for each."""

import tomllib

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.domain.denial import Asked, find, known, parse
from hcpcs_desktop.sources import seeds

SEEDS = seeds.read(paths.seeds())
DENIALS = SEEDS.remittance.denials
WANTED = (
    "N823 N822 N706 N640 N522 N448 N435 N425 N381 N362 N290 N286 N265 N264 N130 N115 N95"
    " N56 N54 N30 N29 N20 N4 MA130 MA04 M127 M123 M119 M97 M86 M81 M80 M79 M77 M76 M62 M53"
    " M51 M25 M20 M15 M10 M9 M7 B15 B7 273 272 253 252 242 236 234 226 222 207 204 198 197"
    " 184 183 182 181 171 170 167 151 150 147 146 125 119 109 108 97 96 58 55 50 45 39 35"
    " 29 23 22 18 16 15 11 8 6 5 4 3 2 1"
).split()
TO_BE_CONFIRMED = ("N706 N29 M127 M123 M10 M9 M7 B15 273 236 234 222 207 184 108 35").split()
CLAIM_RULES = frozenset(
    "code_unknown code_not_yet_effective code_discontinued not_payable_by_medicare"
    " units_dose_mismatch missing_jw_jz jz_but_waste jw_jz_same_drug jw_jz_refused"
    " s_code_refused modifier_conflict"
    " authorization_missing authorization_expired authorization_exceeded"
    " authorization_code_mismatch pos_inconsistent mue_exceeded ncci_ptp code_combination"
    " drug_code_mismatch ndc_invalid ndc_missing ndc_code_mismatch"
    " noc_needs_description rental_month_missing"
    " diagnosis_missing administration_line_missing".split()
)


def test_every_code_is_there_once() -> None:
    codes = [denial.code for denial in DENIALS]
    assert set(WANTED) <= set(codes)
    assert len(set(codes)) == len(codes)


def test_what_is_to_be_confirmed_says_so() -> None:
    general = {denial.code for denial in DENIALS if denial.knowledge == "general"}
    assert general == set(TO_BE_CONFIRMED)


@pytest.mark.parametrize("code", ["1", "2", "3", "23", "45", "253"])
def test_what_only_settles_a_line_is_no_denial(code: str) -> None:
    denial = known(DENIALS, Asked("carc", code))
    assert denial is not None
    assert not denial.is_denial


def test_a_packaged_line_is_no_denial_either() -> None:
    bundled = known(DENIALS, Asked("carc", "97"))
    assert bundled is not None
    assert bundled.is_denial
    assert "packaged" in bundled.settles_when


def test_need_that_was_noticed_goes_to_the_patient() -> None:
    need = known(DENIALS, Asked("carc", "50"))
    assert need is not None
    assert SEEDS.remittance.route(need, "PR").leads_to == "patient"
    assert SEEDS.remittance.route(need, "CO").leads_to == "appeal"


@pytest.mark.parametrize("code", ["16", "4", "181", "18", "N822", "N823", "MA130"])
def test_what_has_no_appeal_is_corrected(code: str) -> None:
    denial = next(each for each in DENIALS if each.code == code)
    assert denial.leads_to in {"correct", "nothing"}


def test_appeals_name_their_deadline() -> None:
    routes = {route.leads_to: route.says for route in SEEDS.remittance.routes}
    assert SEEDS.facts["appeal"].value in routes["appeal"]
    assert SEEDS.facts["filing"].value in routes["correct"]
    assert {denial.leads_to for denial in DENIALS} <= set(routes)


def test_every_denial_says_what_it_means_and_what_to_do() -> None:
    for denial in DENIALS:
        assert all((denial.title, denial.meaning, denial.act, denial.source))
        assert denial.check or not denial.is_denial
        assert denial.words


def test_rules_and_companions_exist() -> None:
    codes = {denial.code for denial in DENIALS}
    for denial in DENIALS:
        assert set(denial.rules) <= CLAIM_RULES
        assert set(denial.comes_with) <= codes - {denial.code}


def test_every_rule_of_the_claim_check_prevents_a_reason() -> None:
    carcs = [denial for denial in DENIALS if denial.kind == "carc"]
    assert {rule for denial in carcs for rule in denial.rules} == CLAIM_RULES - {"jw_jz_same_drug"}


def test_checklists_prevent_only_denials_that_are_explained() -> None:
    codes = {denial.code for denial in DENIALS}
    for template in SEEDS.templates:
        for item in template.items:
            assert set(item.prevents) <= codes, item.id


@pytest.mark.parametrize("code", ["11", "15", "16", "50", "151", "197", "252", "N822", "M119"])
def test_the_usual_denials_have_items_against_them(code: str) -> None:
    assert any(code in item.prevents for each in SEEDS.templates for item in each.items)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("missing authorization", "197"),
        ("medical necessity", "50"),
        ("duplicate", "18"),
        ("timely filing", "29"),
        ("missing modifier", "4"),
        ("wrong place of service", "5"),
        ("deductible", "1"),
        ("missing ndc", "M119"),
        ("bundled", "97"),
        ("unprocessable", "16"),
        ("write off", "45"),
    ],
)
def test_words_lead_to_the_denial_that_is_meant(typed: str, first: str) -> None:
    assert find(DENIALS, typed)[0].code == first


def test_every_code_can_be_typed() -> None:
    for denial in DENIALS:
        typed = f"CO-{denial.code}" if denial.kind == "carc" else denial.code
        assert [known(DENIALS, asked) for asked in parse(typed)] == [denial]


def test_the_file_has_no_key_that_nobody_reads() -> None:
    file = tomllib.loads((paths.seeds() / "denials.toml").read_text(encoding="utf-8"))
    hints = [hint for denial in file["denial"] for hint in denial.get("group", [])]
    assert all(set(hint) <= {"group", "says", "leads_to", "is_denial"} for hint in hints)
    assert all(set(route) == {"leads_to", "says", "source"} for route in file["route"])
