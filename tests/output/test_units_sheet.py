"""A unit calculation on paper and on the clipboard."""

from dataclasses import replace
from datetime import date

import pytest

from hcpcs_desktop.domain.units_request import UnitsRequest, UnitsResult
from hcpcs_desktop.output.units_sheet import Asked, sheet, table
from tests.domain.units_of_today import compute

ASKED = Asked(
    code="J9043",
    description="Injection, cabazitaxel, 1 mg",
    dose="38 mg",
    billing_unit="1 mg",
    vial_type="single-dose",
    dos="2026-11-20",
    payer="medicare",
    profile="",
    container="vial",
    suggested=False,
)


def worked(**changes: object) -> UnitsResult:
    request = UnitsRequest("1 mg", "38 mg", "single-dose", date(2026, 11, 20), "J9043")
    return compute(replace(request, **{"opened": ("60 mg",), **changes}))  # type: ignore[arg-type]


def test_the_table_has_one_line_for_each_claim_line() -> None:
    result = worked(ndcs={"60 mg": "0024-5824-11"})
    assert table(result).splitlines() == [
        "Code\tModifier\tUnits\tNDC",
        "J9043\t\t38\tN400024582411",
        "J9043\tJW\t22\tN400024582411",
    ]


@pytest.mark.parametrize("code", ["=1+1", "@SUM(A1)", "-2", "+3"])
def test_a_spreadsheet_takes_no_cell_for_a_formula(code: str) -> None:
    assert table(worked(code=code)).splitlines()[1].startswith(f"'{code[0]}") or code == "-2"


def test_the_whole_ndc_string_keeps_its_three_blanks_also_on_paper() -> None:
    ndcs = {"60 mg": "0024-5824-11"}
    result = worked(ndcs=ndcs, opened=("60 mg/1.5 mL",), form="liquid")
    assert "J9043\t\t38\tN400024582411   ML0.95" in table(result)
    assert "N400024582411&nbsp;&nbsp;&nbsp;ML0.95" in sheet(ASKED, result)


def test_an_ndc_that_is_not_usable_is_left_out() -> None:
    assert "5024200610" not in table(worked(ndcs={"60 mg": "5024200610"}))


def test_the_sheet_says_what_was_asked_and_what_came_out() -> None:
    document = sheet(ASKED, worked())
    for expected in (
        "Units and waste: J9043",
        "Injection, cabazitaxel, 1 mg",
        "one 60 mg vial",
        "22 mg discarded and not given to any patient.",
        "Source: Medicare Claims Processing Manual ch. 17 s. 40",
    ):
        assert expected in document


def test_the_sheet_obeys_no_text() -> None:
    asked = replace(ASKED, code="<b>", description='<img src="//host/x">', dose="<i>38 mg")
    document = sheet(asked, worked(code="<u>"))
    for tag in ("<b>", "<i>", "<u>", "<img"):
        assert tag not in document


def test_the_sheet_says_that_the_app_chose_what_to_open() -> None:
    result = worked(opened=(), vials=("60 mg",))
    assert "Least to open" in sheet(replace(ASKED, suggested=True), result)


def test_notes_stand_on_the_sheet() -> None:
    assert "To look at" in sheet(ASKED, worked(opened=()))
    assert "not known" in sheet(ASKED, worked(opened=()))
