"""What a clinic says of a payer, and what follows from it for checklists, units and claims."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.checklist import Item, Template
from hcpcs_desktop.domain.clinic import Clinic
from hcpcs_desktop.domain.composing import compose_for
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.payer_profile import PayerProfile, checked, interval
from hcpcs_desktop.domain.units_request import UnitsRequest
from tests.domain.claim_cases import check, found, line, only
from tests.domain.units_of_today import compute

PLAN = PayerProfile("Blue Plan")
DRUG = frozenset({"drug", "infused_drug"})


def _item(name: str, about: str = "") -> Item:
    return Item(name, name, "why", "source", ("16",), about=about)  # type: ignore[arg-type]


TEMPLATE = Template(
    "drug",
    10,
    "Drug",
    ("S9325",),
    ("drug",),
    (
        _item("order"),
        _item("contract", "jw_jz"),
        _item("authorization", "authorization"),
        _item("authorization again", "authorization"),
        _item("contract for S", "s_codes"),
    ),
)


def _texts(profile: PayerProfile, code: str = "J9043") -> list[str]:
    traits = DRUG if code.startswith("J") else frozenset({"home_infusion"})
    made = compose_for([TEMPLATE], code, traits, clinic=Clinic(profile))
    assert made.payer == profile.payer
    assert made.profile == profile.name
    return [item.text for item in made.items]


def test_a_profile_that_leaves_all_open_changes_nothing() -> None:
    assert _texts(PLAN) == [item.text for item in TEMPLATE.items]


def test_what_it_says_of_jw_and_jz_stands_in_the_place_of_the_general_item() -> None:
    texts = _texts(replace(PLAN, jw_jz="refused"))
    assert texts[1].startswith("No JW and no JZ")
    assert "contract" not in texts


def test_codes_that_need_authorization_get_one_item_with_what_it_wants_to_see_again() -> None:
    profile = replace(
        PLAN,
        authorization_codes=("J9000-J9999",),
        reauthorization_every="6 months",
        reauthorization_evidence="imaging",
    )
    texts = _texts(profile)
    assert [text for text in texts if text.startswith(("Auth", "Reauth"))] == [
        "Authorization: number, dates, code and units",
        "Reauthorized every 6 months, with: imaging",
    ]
    assert "authorization" in _texts(profile, "S9325")


@pytest.mark.parametrize(("taken", "word"), [(True, "among those"), (False, "in place of")])
def test_s_codes(taken: bool, word: str) -> None:
    assert any(word in text for text in _texts(replace(PLAN, takes_s_codes=taken), "S9325"))
    assert not any(word in text for text in _texts(replace(PLAN, takes_s_codes=taken)))


def test_the_items_of_a_profile_name_it() -> None:
    profile = replace(
        PLAN, ndc_required=True, ndc_qualifiers=("ML", "UN"), sourcing="Acme pharmacy"
    )
    made = compose_for([TEMPLATE], "J9043", DRUG, clinic=Clinic(profile))
    own = [item for item in made.items if item.origin]
    assert [item.about for item in own] == ["ndc", "sourcing"]
    assert all("Blue Plan" in item.source and "Blue Plan" in item.origin for item in own)
    assert "ML or UN" in own[0].text


def test_medicares_rule_of_jw_and_jz_is_in_no_profile() -> None:
    assert not any(
        "JZ" in text for text in _texts(replace(PLAN, payer="medicare", jw_jz="refused"))
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "  "),
        ("name", "x" * 81),
        ("payer", "tricare"),
        ("jw_jz", "maybe"),
        ("ndc_qualifiers", ("XX",)),
        ("authorization_codes", ("J90",)),
        ("reauthorization_every", "soon"),
        ("appeal_within", "0 days"),
        ("notes", "x" * 4_001),
    ],
)
def test_what_makes_no_sense_is_refused_by_its_field(field: str, value: object) -> None:
    with pytest.raises(InputError) as refused:
        checked(replace(PLAN, **{field: value}))  # type: ignore[arg-type]
    assert refused.value.field == field


def test_it_is_put_in_order() -> None:
    typed = PayerProfile(
        " Blue   Plan ",
        authorization_codes=("j9043", "J9043", "j9000 - j9999"),
        appeal_within="1 DAY",
    )
    found = checked(typed)
    assert found.name == "Blue Plan"
    assert found.authorization_codes == ("J9043", "J9000-J9999")
    assert found.appeal_within == "1 day"
    assert checked(found) == found


@given(st.integers(2, 9_999), st.sampled_from(["day", "week", "month", "year"]))
def test_intervals_are_read_as_they_are_shown(number: int, unit: str) -> None:
    shown = interval("appeal_within", f"{number}{unit}")
    assert shown == f"{number} {unit}s"
    assert interval("appeal_within", shown) == shown


def _units(profile: PayerProfile) -> UnitsRequest:
    return UnitsRequest(
        "1 mg",
        "110 mg",
        "single-dose",
        date(2025, 3, 3),
        "J9043",
        opened=("60 mg", "50 mg"),
        ndcs={"60 mg": "00024582411", "50 mg": "00024582410"},
        payer=profile.payer,
        profile=profile,
    )


@pytest.mark.parametrize(("wanted", "lines"), [(True, 2), (False, 1), (None, 2)])
def test_units_keep_lines_apart_as_the_profile_says(wanted: bool | None, lines: int) -> None:
    result = compute(_units(replace(PLAN, one_line_per_ndc=wanted)))
    assert len(result.lines) == lines


def test_units_tell_what_the_payer_makes_of_jw_and_jz() -> None:
    told = compute(_units(replace(PLAN, jw_jz="refused"))).notes
    assert any("Blue Plan: refuses JW and JZ" in note for note in told)
    assert any("the contract says" in note for note in compute(_units(PLAN)).notes)


def test_a_claim_lacks_the_authorization_that_the_profile_wants() -> None:
    profile = replace(PLAN, authorization_codes=("J9305",))
    report = check(line("J9305"), line("J2405"), payer="commercial", profile=profile)
    missing = only(report, "authorization_missing")
    assert (missing.line, missing.severity) == (1, "error")
    assert "Blue Plan" in missing.message


def test_a_claim_lacks_jw_and_jz_as_badly_as_the_profile_says() -> None:
    bare = line("J9305")
    wanted = only(
        check(bare, payer="commercial", profile=replace(PLAN, jw_jz="wanted")), "missing_jw_jz"
    )
    assert wanted.severity == "error"
    for stance in ("ignored", "refused"):
        profile = replace(PLAN, jw_jz=stance)
        assert not found(check(bare, payer="commercial", profile=profile), "missing_jw_jz")


def test_a_claim_has_modifiers_and_codes_that_the_payer_refuses() -> None:
    profile = replace(PLAN, jw_jz="refused", takes_s_codes=False)
    given_ = (line("J9305", 1, "JZ"), line("S9325"))
    report = check(*given_, payer="commercial", profile=profile)
    assert only(report, "jw_jz_refused").line == 1
    assert only(report, "s_code_refused").line == 2
    usual = check(*given_, payer="commercial", profile=PLAN)
    assert not found(usual, "jw_jz_refused")
    assert not found(usual, "s_code_refused")


@pytest.mark.parametrize(("wanted", "severity"), [(True, "error"), (False, None), (None, None)])
def test_a_claim_without_an_ndc(wanted: bool | None, severity: str | None) -> None:
    profile = replace(PLAN, ndc_required=wanted)
    report = check(line("J9305"), payer="commercial", profile=profile)
    severities = [each.severity for each in found(report, "ndc_missing")]
    assert severities == ([severity] if severity else [])


def test_units_tell_what_the_payer_wants_of_ndcs() -> None:
    bare = replace(_units(replace(PLAN, ndc_required=True)), ndcs={})
    assert any("Blue Plan wants the NDC" in note for note in compute(bare).notes)
    unwanted = _units(replace(PLAN, ndc_required=False))
    assert any("Blue Plan wants no NDC" in note for note in compute(unwanted).notes)
    powder = replace(_units(replace(PLAN, ndc_qualifiers=("ML", "GR"))), form="powder")
    assert any("in ML or GR alone, not in UN" in note for note in compute(powder).notes)
    assert not any("alone, not in" in note for note in compute(_units(PLAN)).notes)


def test_one_line_for_several_ndcs_names_the_payer_that_takes_it() -> None:
    notes = compute(_units(replace(PLAN, one_line_per_ndc=False))).notes
    assert any(note.startswith("Blue Plan takes several NDCs") for note in notes)
