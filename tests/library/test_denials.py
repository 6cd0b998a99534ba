"""What a coder reads off a remittance, typed into the search."""

from datetime import date

import pytest

from hcpcs_desktop.library import search
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.query import parse

ON = date(2025, 8, 1)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("CO-197", "CARC CO-197: Authorization missing."),
        ("CARC 16", "CARC 16:"),
        ("N822", "RARC N822: Modifier missing."),
        ("missing authorization", "CARC 197:"),
        ("co-45", "This is no denial."),
        ("PR 1", "This is no denial."),
    ],
)
def test_a_reason_or_remark_is_explained(of_2020_and_2025: Library, typed: str, said: str) -> None:
    answer = search.run(of_2020_and_2025, parse(typed), ON)
    assert (answer.read_as, answer.hits) == ("denial", ())
    assert said in answer.advice


@pytest.mark.parametrize("typed", ["home oxygen", "J9043", "JW", "wheelchair"])
def test_what_names_codes_is_no_denial(of_2020_and_2025: Library, typed: str) -> None:
    assert search.run(of_2020_and_2025, parse(typed), ON).read_as != "denial"
