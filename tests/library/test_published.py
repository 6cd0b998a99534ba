"""Libraries of the real files of CMS."""

from datetime import date, timedelta
from pathlib import Path

from hcpcs_desktop.library import codes, schema, search
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.query import parse
from tests.sources.published import WITHOUT_EFFECTIVE_DATE, workbook_cells

IN_2019 = date(2019, 6, 1)
TODAY = date(2026, 11, 22)


def test_the_release_of_2019_holds_all_codes_and_modifiers(of_2019: Library) -> None:
    about = of_2019.about
    assert (about.codes, about.modifiers, about.releases) == (6_440, 360, ("2019-01",))


def test_every_field_of_2019_equals_the_workbook_of_cms(of_2019: Library, shared_cms: Path) -> None:
    """The text prints the 115 dates; what only the workbook prints was filled in from it."""
    columns = ", ".join(schema.FIELDS)
    rows = of_2019.connection.execute(
        f"SELECT version.code, {columns} FROM version "
        "JOIN appearance ON appearance.version = version.id WHERE release = '2019-01'"
    ).fetchall()
    in_library = {
        (code, name): values
        for code, *texts in rows
        for name, values in schema.values_of(tuple(texts)).items()
    }
    in_workbook = workbook_cells(shared_cms)
    assert len(rows) == 6_800
    assert in_library.keys() == in_workbook.keys()
    assert {cell for cell in in_workbook if in_library[cell] != in_workbook[cell]} == {
        (code, "action_effective") for code in WITHOUT_EFFECTIVE_DATE
    }


def test_a_page_shows_what_the_workbook_of_cms_prints(of_2019: Library, shared_cms: Path) -> None:
    in_workbook = workbook_cells(shared_cms)
    for code in sorted({code for code, _ in in_workbook} - {*WITHOUT_EFFECTIVE_DATE})[::70]:
        page = codes.page(of_2019, code, IN_2019)
        assert (page.long,) == in_workbook[code, "long_description"]
        assert (page.short,) == in_workbook[code, "short_description"]
        for field in page.fields:
            assert field.values == in_workbook[code, field.name]


def test_a_code_that_ended_keeps_its_date_when_a_newer_file_has_no_dates(
    of_2020_and_2025: Library,
) -> None:
    last_day = date(2018, 12, 31)
    for on, state in (
        (last_day, "valid"),
        (last_day + timedelta(days=1), "discontinued"),
        (TODAY, "discontinued"),
    ):
        page = codes.page(of_2020_and_2025, "J9310", on)
        assert (page.state, page.terminated) == (state, last_day)
    termination = codes.page(of_2020_and_2025, "J9310", TODAY).field("termination")
    assert (termination.values, termination.release) == (("2018-12-31",), "2020-07")


def test_a_code_that_only_a_file_without_dates_lists_is_unknown(
    of_2020_and_2025: Library,
) -> None:
    page = codes.page(of_2020_and_2025, "J0175", TODAY)
    assert (page.state, page.added, page.terminated) == ("unknown", None, None)
    assert "In the July 2025 list; dates not known." in page.provenance
    assert not any(field.printed for field in page.fields)
    assert page.long.startswith("Injection, donanemab")


def test_each_field_carries_the_release_that_prints_it(of_2020_and_2025: Library) -> None:
    page = codes.page(of_2020_and_2025, "J9043", TODAY)
    assert page.release == "2025-07"
    assert {field.release for field in page.fields} == {"2020-07"}
    assert page.field("pricing").values == ("51",)
    assert page.state == "valid"


def test_codes_that_ended_before_2025_are_not_valid_because_they_are_listed(
    of_2020_and_2025: Library,
) -> None:
    rows = of_2020_and_2025.connection.execute(
        "SELECT code FROM code WHERE ended < '2020-07-01' AND code IN "
        "(SELECT code FROM appearance WHERE release = '2025-07')"
    )
    ended = [code for (code,) in rows]
    assert len(ended) > 500
    for code in ended[::10]:
        assert codes.page(of_2020_and_2025, code, TODAY).state == "discontinued"


def test_the_drug_is_found_by_its_name(of_2019: Library) -> None:
    answer = search.run(of_2019, parse("cabazitaxel"), IN_2019)
    assert answer.hits[0].code == "J9043"
