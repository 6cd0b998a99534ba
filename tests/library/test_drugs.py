"""Payment limits and products of a code on a date, and the codes of an NDC."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.library import codes, prices, products
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.importing import Asked, build_file
from hcpcs_desktop.library.tables import content_id
from tests.sources.anweb_file import save

from .libraries import JULY, small_text

LIMITS = """Limits,,,
"Effective {month} 1, {year} through the end",,,
HCPCS Code,Payment Limit,Short Description,HCPCS Code Dosage,Notes
J9043,{limit},Cabazitaxel,1 MG,{year}
90371,134.194,AMA text,1 ML,
"""
UNCLASSIFIED = """NOC limits,,
"Effective July 1, 2020 through the end",,
Drug Generic Name (Trade Name),Dosage,Payment Limit
vasopressin (Vasostrict),1 UNIT,3.5
"""
PRODUCTS = """{month} {year} {kind} NDC - HCPCS Crosswalk,,
"Effective {month} 1, {year} through the end",,
_{year}_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,BILLUNITS,BILLUNITSPKG
J9043,Cabazitaxel,Maker,00024-5824-11,{name},1 MG,1.50,60,60
J9043,Cabazitaxel,Maker,GG100,Own number,1 MG,1,10,
J9044,Bortezomib,Maker,00024-5824-11,{name},0.1 MG,1,600,600
"""  # noqa: E501


def limits(year: int, month: str, limit: str) -> bytes:
    return LIMITS.format(year=year, month=month, limit=limit).encode()


def crosswalk(year: int, month: str, kind: str, name: str) -> bytes:
    return PRODUCTS.format(year=year, month=month, kind=kind, name=name).encode()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A list of codes, two quarters of payment limits, and crosswalks of two kinds."""
    folder = tmp_path_factory.mktemp("drugs")
    files = {
        JULY: small_text(),
        "first.csv": limits(2020, "July", "100.10"),
        "unclassified.csv": UNCLASSIFIED.encode(),
        "second.csv": limits(2020, "October", "200.20"),
        "asp.csv": crosswalk(2020, "July", "ASP", "Old"),
        "asp again.csv": crosswalk(2020, "July", "ASP", "New"),
        "awp.csv": crosswalk(2020, "July", "AWP", "Other"),
    }
    target = folder / "library.db"
    asked = [Asked(save(folder, content, name)) for name, content in files.items()]
    build_file(target, paths.seeds(), asked, lambda *_: None)
    with closing(Library.open(target)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("on", "release", "limit"),
    [
        (date(2020, 7, 1), "2020-07", "100.10"),
        (date(2020, 9, 30), "2020-07", "100.10"),
        (date(2020, 10, 1), "2020-10", "200.20"),
        (date(2026, 1, 1), "2020-10", "200.20"),
        (date(2010, 1, 1), "2020-07", "100.10"),
    ],
)
def test_the_limit_is_that_of_the_quarter(
    library: Library, on: date, release: str, limit: str
) -> None:
    (found,) = prices.of_code(library.connection, "J9043", on)
    assert (found.release, found.limit.limit) == (release, Decimal(limit))
    assert str(found.limit.limit) == limit
    assert (found.limit.dosage, found.limit.notes) == ("1 MG", release[:4])


def test_a_code_without_a_limit_has_none(library: Library) -> None:
    assert prices.of_code(library.connection, "J9044", date(2020, 7, 1)) == ()


def test_five_digit_codes_have_a_limit_and_no_description(library: Library) -> None:
    (found,) = prices.of_code(library.connection, "90371", date(2020, 7, 1))
    assert (found.limit.short, found.limit.limit) == ("", Decimal("134.194"))


def test_crosswalks_stay_apart_and_the_last_of_a_kind_counts(library: Library) -> None:
    found = products.of_code(library.connection, "J9043", date(2020, 12, 1))
    assert [(each.product.crosswalk, each.product.name) for each in found] == [
        ("ASP", "New"),
        ("ASP", "Own number"),
        ("AWP", "Other"),
        ("AWP", "Own number"),
    ]
    assert found[0].product.package_size == Decimal("1.50")
    assert found[1].product.billing_units_package is None
    assert {each.release for each in found} == {"2020-07"}


def test_an_ndc_may_have_several_codes(library: Library) -> None:
    found = products.of_ndc(library.connection, "00024582411", date(2020, 7, 1))
    assert [each.product.code for each in found] == ["J9043", "J9044", "J9043", "J9044"]
    assert products.of_ndc(library.connection, "", date(2020, 7, 1)) == ()


def test_which_ndcs_are_known(library: Library) -> None:
    known = products.KnownNdcs(library.connection)
    assert "00024582411" in known
    assert "00024582412" not in known
    assert "" not in known


def test_the_page_of_a_code_has_both(library: Library) -> None:
    page = codes.page(library, "J9043", date(2020, 10, 1))
    assert [each.release for each in page.prices] == ["2020-10"]
    assert len(page.products) == 4


def test_a_library_without_drug_files_has_none(small: Library) -> None:
    page = codes.page(small, "J9043", date(2020, 10, 1))
    assert (page.prices, page.products) == ((), ())


def test_the_limits_of_all_quarters_stand_in_their_order(library: Library) -> None:
    found = prices.history(library.connection, "J9043")
    assert [(each.release, each.limit.limit) for each in found] == [
        ("2020-07", Decimal("100.10")),
        ("2020-10", Decimal("200.20")),
    ]
    assert codes.page(library, "J9043", date(2020, 8, 1)).price_history == found
    assert prices.history(library.connection, "A4215") == ()


def test_the_limits_of_unclassified_drugs_stand_beside_those_of_codes(library: Library) -> None:
    rows = library.connection.execute(
        "SELECT code, short FROM payment_limit WHERE release = '2020-07' ORDER BY id"
    )
    assert [code or short for code, short in rows] == ["J9043", "90371", "vasopressin (Vasostrict)"]


def test_the_id_is_that_of_what_the_file_holds(library: Library) -> None:
    assert content_id(library.connection) == library.about.id
