"""What a coder reads off a remittance, and what is answered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.denial import (
    Asked,
    Denial,
    GroupHint,
    Kind,
    LeadsTo,
    Remittance,
    Route,
    find,
    known,
    parse,
)


def _denial(
    code: str,
    title: str,
    *words: str,
    kind: Kind = "carc",
    leads_to: LeadsTo = "appeal",
    meaning: str = "",
    rules: tuple[str, ...] = (),
    groups: tuple[GroupHint, ...] = (),
) -> Denial:
    return Denial(
        kind, code, title, meaning, True, leads_to, "", (), rules, (), words, "verified", "", "",
        groups,
    )  # fmt: skip


NEED = _denial(
    "50", "Need not shown", "medical necessity", groups=(GroupHint("PR", "notice", "patient"),)
)
MISSING = _denial("197", "Authorization missing", "no auth", rules=("authorization_missing",))
NUMBER = _denial("15", "Authorization number does not hold", meaning="The number is missing.")
NDC = _denial(
    "M119", "NDC missing or wrong", kind="rarc", leads_to="correct", rules=("ndc_invalid",)
)
ALL = (NUMBER, NEED, MISSING, NDC)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("CO-197", [Asked("carc", "197", "CO")]),
        ("co197", [Asked("carc", "197", "CO")]),
        ("CO 45", [Asked("carc", "45", "CO")]),
        ("PR 1", [Asked("carc", "1", "PR")]),
        ("OA-23", [Asked("carc", "23", "OA")]),
        ("PI-B15", [Asked("carc", "B15", "PI")]),
        ("CO-045", [Asked("carc", "45", "CO")]),
        ("CARC 16", [Asked("carc", "16")]),
        ("carc b7", [Asked("carc", "B7")]),
        ("denial code 16", [Asked("carc", "16")]),
        ("reason code: 151", [Asked("carc", "151")]),
        ("N822", [Asked("rarc", "N822")]),
        ("RARC M119", [Asked("rarc", "M119")]),
        ("remark code MA130", [Asked("rarc", "MA130")]),
        ("ma130", [Asked("rarc", "MA130")]),
        ("n4", [Asked("rarc", "N4")]),
        ("197", [Asked("carc", "197")]),
        ("CO-16, N822 and MA130", [
            Asked("carc", "16", "CO"), Asked("rarc", "N822"), Asked("rarc", "MA130"),
        ]),
        ("CO-16 M51 / PR-2", [
            Asked("carc", "16", "CO"), Asked("rarc", "M51"), Asked("carc", "2", "PR"),
        ]),
    ],
)  # fmt: skip
def test_codes_are_read_as_people_type_them(typed: str, asked: list[Asked]) -> None:
    assert list(parse(typed)) == asked


@pytest.mark.parametrize(
    "typed",
    ["", "J9043", "M0001", "16", "25", "JW", "99213", "co", "cabazitaxel", "S9325-S9328", "1234"],
)
def test_codes_of_procedures_and_modifiers_are_left_alone(typed: str) -> None:
    assert parse(typed) == ()


@given(st.text())
def test_any_text_can_be_typed(typed: str) -> None:
    assert all(asked.code for asked in parse(typed))
    find(ALL, typed)


def test_a_code_is_looked_up_by_kind() -> None:
    assert known(ALL, Asked("carc", "197", "CO")) is MISSING
    assert known(ALL, Asked("rarc", "197")) is None


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("missing authorization", ["197", "15"]),
        ("no auth", ["197"]),
        ("authorization is missing", ["197", "15"]),
        ("authorised", ["15", "197"]),
        ("auth number", ["15"]),
        ("authorized number", ["15"]),
        ("medical necessity", ["50"]),
        ("denied for medical necessity", ["50"]),
        ("ndc", ["M119"]),
        ("claim denied", []),
    ],
)
def test_words_find_the_denial_they_describe(typed: str, codes: list[str]) -> None:
    assert [denial.code for denial in find(ALL, typed)] == codes


def test_the_group_changes_what_it_leads_to() -> None:
    routes = (Route("appeal", "Appeal.", ""), Route("patient", "Bill.", ""))
    remittance = Remittance((), routes, ALL)
    assert remittance.route(NEED, "CO").says == "Appeal."
    assert remittance.route(NEED, "PR").says == "Bill."
