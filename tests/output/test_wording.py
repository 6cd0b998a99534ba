"""The sentences that window, terminal and paper share."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.guide import Contact
from hcpcs_desktop.domain.validity import State
from hcpcs_desktop.output import wording

from .samples import BARE, GUIDE, J9043

START, END = date(2012, 1, 1), date(2018, 12, 31)


@pytest.mark.parametrize(
    ("state", "added", "terminated", "sentence"),
    [
        ("valid", START, None, "Valid since 2012-01-01"),
        ("valid", START, END, "Valid since 2012-01-01; last valid day 2018-12-31"),
        ("valid", None, None, "Valid on 2026-11-20"),
        ("discontinued", START, END, "Discontinued; last valid day 2018-12-31"),
        ("discontinued", None, None, "Discontinued"),
        ("not_yet_effective", START, None, "Not yet effective; valid from 2012-01-01"),
        ("unknown", None, None, "In the July 2020 list; dates not known"),
        ("unknown", START, None, "Not known whether valid on 2026-11-20; added 2012-01-01"),
        (
            "unknown",
            START,
            END,
            "Not known whether valid on 2026-11-20; added 2012-01-01; last valid day 2018-12-31",
        ),
    ],
)
def test_the_validity_names_the_day_that_decides(
    state: State, added: date | None, terminated: date | None, sentence: str
) -> None:
    page = replace(J9043, state=state, added=added, terminated=terminated)
    assert wording.validity(page) == sentence


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (
            "discontinued",
            "Discontinued; last valid day 2018-12-31; usable again from 2019-07-01",
        ),
        (
            "unknown",
            "Not known whether valid on 2026-11-20; added 2012-01-01; last valid day 2018-12-31; "
            "usable again by 2019-07-01",
        ),
        ("valid", "Valid since 2012-01-01; last valid day 2018-12-31"),
    ],
)
def test_a_day_without_the_code_says_when_it_is_usable_again(state: State, sentence: str) -> None:
    page = replace(J9043, state=state, added=START, terminated=END, usable_again=date(2019, 7, 1))
    assert wording.validity(page) == sentence


def test_without_dates_and_without_a_release_nothing_is_made_up() -> None:
    page = replace(BARE, release=None)
    assert wording.validity(page) == "Dates not known"
    assert wording.origin(page) == "Record that comes with the app"


def test_the_audience_of_a_checklist() -> None:
    assert wording.audience(J9043.checklist) == "Medicare, Any setting"
    assert wording.audience(BARE.checklist) == "Commercial, DME supplier"


def test_progress_counts_only_items_of_the_checklist() -> None:
    assert wording.progress(J9043.checklist, {"order", "of another payer"}) == "1 of 3"


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ((), ""),
        (("50", "16"), "CARC 50, 16"),
        (("N822",), "N822"),
        (("16", "M119", "B7", "MA130"), "CARC 16, B7 / M119, MA130"),
    ],
)
def test_adjustment_codes_are_told_apart(codes: tuple[str, ...], words: str) -> None:
    assert wording.adjustment_codes(codes) == words


@given(text=st.text())
def test_a_line_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    line = wording.one_line(text)
    assert line.isprintable()
    assert len(line) <= len(text)


def test_a_line_keeps_what_can_be_read() -> None:
    assert wording.one_line(" 2\xa0mg\n\x1b[31mred\u202e ") == "2 mg [31mred"


def test_a_drug_says_its_unit_where_that_is_known() -> None:
    assert wording.drug(J9043) == "Drug, unit 1 mg"
    assert wording.drug(replace(J9043, billing_unit=None)) == "Drug"
    assert wording.drug(BARE) == ""


def test_status_and_last_update_are_worked_out() -> None:
    expected = (
        "Status on 2026-11-20: valid. Last update: July 2020, the newest release that lists it."
    )
    assert wording.status(J9043) == expected
    assert wording.status(replace(BARE, release=None)) == "Status on 2026-11-20: dates not known."


def test_a_code_is_called_valid_by_the_dates_that_are_known() -> None:
    """A list of descriptions alone keeps codes that have ended, such as J1040 in July 2025."""
    listed = replace(J9043, release="2025-07", dates_as_of="2020-07")
    assert wording.validity(listed) == "Valid since 2012-01-01, as of July 2020"
    assert wording.status(listed) == (
        "Status on 2026-11-20: valid by the dates of July 2020; no file tells whether it has ended"
        " since. Last update: July 2025, the newest release that lists it."
    )
    known = replace(listed, dates_as_of="")
    assert "as of" not in wording.validity(known)
    assert "by the dates" not in wording.status(known)


def test_a_statement_says_where_it_is_from_and_what_the_source_said() -> None:
    definition, modifiers = GUIDE.sections
    corrected, general = definition.statements[0], modifiers.statements[0]
    assert wording.statement_source(corrected, GUIDE) == (
        "Source: CMS. As of 2026-11. Corrected: Filed elsewhere."
    )
    assert wording.statement_source(general, GUIDE) == ("Source: general practice. As of 2026-11.")
    assert wording.section_source(definition, GUIDE) == "Source: CMS. As of 2026-11."
    assert wording.section_source(modifiers, GUIDE) == ""


def test_an_item_says_where_it_is_from_and_what_it_prevents() -> None:
    assert wording.item_source(J9043.checklist.items[1]) == "Source: CMS. Prevents: CARC 16 / N822."
    assert wording.item_source(J9043.checklist.items[2]) == "Source: CMS."


def test_guides_and_contacts_fit_a_line() -> None:
    assert wording.guide_sections(GUIDE) == "Definition, common modifiers"
    assert wording.guide_origin(GUIDE) == (
        "From the billing guide for J9027, checked against CMS. As of 2026-11."
    )
    asked = Contact("Codes", "CMS", "hcpcs@cms.hhs.gov", "Record pages")
    assert wording.contact(asked) == "Codes: CMS, hcpcs@cms.hhs.gov."
