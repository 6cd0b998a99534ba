"""Dates as people write them."""

from datetime import date

import pytest

from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.ui import days


@pytest.mark.parametrize("text", ["2025-03-03", "03/03/2025", "3/3/25", " 20250303 ", "3-3-2025"])
def test_dates_are_read_as_people_here_write_them(text: str) -> None:
    assert days.day(text) == date(2025, 3, 3)


@pytest.mark.parametrize("text", ["2025-13-01", "tomorrow", "3.3.2025", "²", "9999-12-31"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is no date"):
        days.day(text)


def test_a_date_is_kept_in_one_form_and_what_is_none_as_it_was_typed() -> None:
    assert days.in_iso("3/3/2025") == "2025-03-03"
    assert days.in_iso("tomorrow") == "tomorrow"
