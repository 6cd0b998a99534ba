"""Which release the names of CMS's files tell."""

import pytest

from hcpcs_desktop.sources.release_name import release_in


@pytest.mark.parametrize(
    ("name", "release"),
    [
        ("HCPC2025_JUL_ANWEB_v3.xlsx", "2025-07"),
        ("HCPC2026_OCT_ANWEB_09232026.txt", "2026-10"),
        ("HCPC2020_APRIL_ANWEB.txt", "2020-04"),
        ("hcpc2021_jan_anweb.txt", "2021-01"),
        ("october-2025-alpha-numeric-hcpcs-file.zip", "2025-10"),
        ("2025 July HCPCS.zip", "2025-07"),
        ("2018-Alpha-Numeric-HCPCS-File.zip", "2018-01"),
        ("2017-Alpha-Numeric-HCPCS-File.zip", "2017-01"),
        ("HCPC2018_CONTR_ANWEB_disc.txt", "2018-01"),
        ("HCPC17_CONTR_ANWEB.txt", "2017-01"),
        ("HCPC17_ANWEB.txt", "2017-01"),
        ("HCPC20_JUL_ANWEB.xlsx", "2020-07"),
        ("HCPC2019_ANWEB.xlsx", "2019-01"),
        ("HCPC2020_ANWEB_w_disclaimer.xlsx", "2020-01"),
        ("2020-Annual-Alpha-Numeric-HCPCS-File.zip", "2020-01"),
        ("HCPC2020_04_ANWEB.xlsx", "2020-04"),
        ("2022-07 anweb.xlsx", "2022-07"),
        ("HCPCS 2020Q3.zip", "2020-07"),
        ("HCPCS_q4_2021.zip", "2021-10"),
        ("HCPC2019_CONTR_2018-11-05.txt", "2019-01"),
        ("MUE-Table-Effective-July-1-2018.zip", "2018-07"),
    ],
)
def test_a_name_tells_the_release(name: str, release: str) -> None:
    assert release_in(name) == release


@pytest.mark.parametrize("name", ["anweb.xlsx", "codes.txt", "2020.txt", "maybe 20.zip", ""])
def test_other_names_tell_nothing(name: str) -> None:
    assert release_in(name) == ""


def test_the_first_name_that_tells_is_right() -> None:
    assert release_in("anweb.xlsx", "HCPC2020_JUL", "HCPC2021_OCT") == "2020-07"
