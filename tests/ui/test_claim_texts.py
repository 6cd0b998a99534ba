"""What people type and paste into a claim, and how it is read."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.claim import ClaimReport
from hcpcs_desktop.domain.claim_request import Authorization, Claim
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.library.checks import made
from hcpcs_desktop.ui import days
from hcpcs_desktop.ui.claim import paper, reading, sheet
from hcpcs_desktop.ui.claim.entries import (
    COLUMNS,
    NAMES,
    AuthorizationEntries,
    ClaimEntries,
    LineEntries,
)
from hcpcs_desktop.ui.claim.fields import NEW_LINE, field_of
from hcpcs_desktop.ui.claim.shown import shown, summary
from hcpcs_desktop.ui.claim.working import OF_CLAIM, Outcome, work_out
from tests.domain.claim_cases import MadeUp, rules

DAY = "2025-03-03"
CHECKS = made(MadeUp())
AUTHORIZATION = ("number", "start", "end", "authorized_units", "codes")
GOOD = LineEntries("J9043", "JW", "22", "11", "C61")


def checked(*lines: LineEntries, **fields: object) -> tuple[Outcome, list[Claim]]:
    """The outcome of some lines, and the claims that were checked for it."""
    asked: list[Claim] = []

    def check(claim: Claim) -> ClaimReport:
        asked.append(claim)
        return CHECKS.claim(claim)

    entries = ClaimEntries(lines, **{"dos": DAY, **fields})  # type: ignore[arg-type]
    return work_out(entries, check), asked


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2 x 60 mg, 100 mg", ["60 mg", "60 mg", "100 mg"]),
        ("1,000 units", ["1,000 units"]),
        ("1,000 units,2,000 units", ["1,000 units", "2,000 units"]),
        ("60 mg;3×5 mL + 1 mg", ["60 mg", "5 mL", "5 mL", "5 mL", "1 mg"]),
        ("10 mg x", ["10 mg x"]),
        ("", []),
    ],
)
def test_containers_are_counted_out(text: str, read: list[str]) -> None:
    assert list(reading.containers(text)) == read


def test_too_many_containers_are_a_slip() -> None:
    with pytest.raises(InputError, match="More than 1,000"):
        reading.containers("9999 x 10 mg")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("JW", ("JW",)),
        ("jw, RT", ("jw", "RT")),
        ("JWRT59", ("JW", "RT", "59")),
        ("JW/59 kx", ("JW", "59", "kx")),
        ("J", ("J",)),
    ],
)
def test_modifiers_stand_apart_or_run_together(text: str, read: tuple[str, ...]) -> None:
    assert reading.modifiers(text) == read


@pytest.mark.parametrize(("text", "number"), [("38", "38"), ("1,000", "1000"), ("10.0", "10.0")])
def test_units_are_exact(text: str, number: str) -> None:
    assert reading.units(text) == Decimal(number)


@pytest.mark.parametrize("text", ["abc", "1e99", "NaN", "Infinity", "0.00000001", "1 000"])
def test_what_is_no_number_of_units_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is no number of units"):
        reading.units(text)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    for read in (reading.units, days.day, reading.vial_type, reading.containers):
        with suppress(InputError):
            assert read(text) is not None


@given(st.text(max_size=200))
def test_any_text_can_be_pasted(text: str) -> None:
    pasted = sheet.read(text)
    assert len(pasted.lines) <= sheet.MOST_LINES
    assert not any("\t" in getattr(each, name) for each in pasted.lines for name in NAMES)


def test_headings_in_any_order_say_which_column_is_which() -> None:
    text = "Qty\tPatient Name\tHCPCS\tMod 1\tMod 2\tDOS\n38\tDoe\tJ9043\tJZ\tRT\t3/3/2025\n"
    pasted = sheet.read(text)
    assert pasted.lines == (
        LineEntries(code="J9043", modifiers="JZ, RT", units="38", dos="3/3/2025"),
    )
    assert pasted.left_out == ("Patient Name",)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("HCPCS Code", "code"),
        ("CPT/HCPCS", "code"),
        ("Procedure Code", "code"),
        ("Mod2", "modifiers"),
        ("Units of Service", "units"),
        ("Billed Units", "units"),
        ("POS Code", "pos"),
        ("Dx Code 1", "dx"),
        ("ICD-10", "dx"),
        ("NDC #", "ndc"),
        ("Dosage", "dose"),
        ("Date of Service", "dos"),
        ("DOS From", "dos"),
    ],
)
def test_the_headings_of_other_programs_are_known(heading: str, name: str) -> None:
    pasted = sheet.read(f"Charge\tUnits\t{heading}\tHCPCS\n1.00\t\tx\t\n")
    assert getattr(pasted.lines[0], name) == "x"
    assert pasted.left_out == ("Charge",)


@pytest.mark.parametrize("heading", ["Patient Name", "MRN", "DOB", "Member Number", "Account No"])
def test_what_is_about_a_patient_stays_out(heading: str) -> None:
    pasted = sheet.read(f"HCPCS\tUnits\t{heading}\nJ9043\t1\tsecret\n")
    assert "secret" not in str(pasted)


def test_without_headings_columns_stand_as_in_the_form_from_the_cell_on() -> None:
    assert sheet.read("J9043\tJW\t22\nJ9027\t\t5").lines == (
        LineEntries("J9043", "JW", "22"),
        LineEntries("J9027", "", "5"),
    )
    assert sheet.read("22\t11", "units").lines == (LineEntries(units="22", pos="11"),)


def test_a_line_of_quotes_is_taken_as_it_stands() -> None:
    assert sheet.read('J3490\t\t1\t\t\t\t\t\t\t"a ""b""\tc"').lines[0].drug == 'a "b" c'
    assert sheet.read('J3490\t\t1\t\t\t\t\t\t\t5" tube').lines[0].drug == '5" tube'


def test_a_column_of_codes_alone_can_have_a_heading() -> None:
    assert [each.code for each in sheet.read("HCPCS\nJ9043\nJ9027").lines] == ["J9043", "J9027"]


plain = st.text(st.characters(categories=["L", "N", "P"], codec="ascii"), max_size=8)


@given(st.lists(st.builds(LineEntries, **dict.fromkeys(NAMES, plain)), min_size=1, max_size=5))
def test_saved_lines_can_be_pasted_again(lines: list[LineEntries]) -> None:
    heads = "\t".join(each.heading for each in COLUMNS)
    quoted = [['"{}"'.format(cell.replace('"', '""')) for cell in row] for row in sheet.rows(lines)]
    text = "\n".join([heads, *("\t".join(row) for row in quoted)])
    kept = tuple(line for line in lines if not line.is_blank)
    back = sheet.read(text).lines
    if not any(cell.startswith("'") for row in sheet.rows(lines) for cell in row):
        assert back == kept


def test_pasting_goes_into_blank_rows_and_between_others() -> None:
    one, two, new = LineEntries("A"), LineEntries("B"), LineEntries("N")
    assert sheet.filled((one, two), (new,), 1) == (one, new, two)
    assert sheet.filled((one, LineEntries(), two), (new, new), 1) == (one, new, new, two)


def test_each_line_is_checked_with_what_can_be_read() -> None:
    outcome, asked = checked(GOOD, LineEntries(), LineEntries("J9027", units="x", dose="5"))
    assert [each.code for each in asked[0].lines] == ["J9043", "J9027"]
    assert outcome.rows == (0, 2)
    assert {(each.row, each.field) for each in outcome.unread} == {(2, "units"), (2, "dose")}
    findings = outcome.report.findings if outcome.report else ()
    assert {outcome.row_of(each) for each in findings} <= {0, 2}


anything = st.text(max_size=12) | st.sampled_from(
    ["J9043", "S9325", "96413", "JW", "KH RR", "38", "1e5", "0", "12", "C61", "38 mg", "2 x 60 mg"]
)


@given(st.lists(st.builds(LineEntries, **dict.fromkeys(NAMES, anything)), max_size=4))
def test_whatever_is_typed_is_checked_or_told_of(lines: list[LineEntries]) -> None:
    outcome, _ = checked(*lines)
    entries = shown(outcome, lines)
    assert all(each.message and each.do for each in entries)
    assert all(each.field in {*NAMES, *AUTHORIZATION, NEW_LINE, "dos"} for each in entries)


def test_a_field_that_cannot_be_read_is_told_of_once() -> None:
    lines = (LineEntries("J9043", "JZ", "x", "11", "C61"),)
    outcome, _ = checked(*lines)
    of_units = [each for each in shown(outcome, lines) if each.field == "units"]
    assert [each.message for each in of_units] == ['"x" is no number of units.']


def test_a_line_without_code_is_told_and_not_checked() -> None:
    outcome, asked = checked(LineEntries(units="5"))
    assert not asked
    assert [(each.row, each.field) for each in outcome.unread] == [(0, "code")]


def test_without_a_date_of_service_nothing_is_guessed() -> None:
    outcome, asked = checked(GOOD, dos="")
    assert not asked
    assert [(each.row, each.field) for each in outcome.unread] == [(OF_CLAIM, "dos")]
    _, asked = checked(replace(GOOD, dos="3/4/2025"), dos="")
    assert asked[0].lines[0].dos == date(2025, 3, 4)


def test_an_authorization_counts_where_it_is_needed() -> None:
    typed = AuthorizationEntries(True, "A1", "1/1/2025", "2025-06-30", "10", "j9305, J9043")
    _, asked = checked(GOOD, authorization=typed)
    assert asked[0].authorization_required
    assert asked[0].authorization == Authorization(
        "A1", date(2025, 1, 1), date(2025, 6, 30), Decimal(10), ("J9305", "J9043")
    )
    _, asked = checked(GOOD, authorization=AuthorizationEntries(False, "A1"))
    assert not asked[0].authorization_required
    assert asked[0].authorization is None


def test_findings_are_counted_by_how_bad_they_are() -> None:
    lines = (LineEntries("J9043", "JW JZ", "1", "11"),)
    outcome, _ = checked(*lines)
    assert summary(shown(outcome, lines)) == "1 error, 2 notes"


def test_every_rule_leads_to_a_field_that_is_there() -> None:
    fields = {*NAMES, *AUTHORIZATION, NEW_LINE}
    assert {field_of(each.rule) for each in rules().claim} <= fields
    assert {field_of(each.rule) for each in (*rules().general, *rules().modifiers)} == {"modifiers"}


def test_what_is_saved_has_the_findings_beside_its_line() -> None:
    lines = (GOOD, LineEntries("J9027", "JZ", "x"))
    outcome, _ = checked(*lines)
    rows = paper.exported(ClaimEntries(lines, DAY), shown(outcome, lines))
    assert [row[0] for row in rows] == ["J9043", "J9027"]
    assert "is no number of units" in rows[1][-1]
    assert len(rows[0]) == len(paper.EXPORTED)
