"""Crosswalks from NDC to code: header wherever and named after the year, all five kinds."""

from decimal import Decimal
from pathlib import Path

import pytest

from hcpcs_desktop.domain.product import Product
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import ndc_crosswalk, tabular

from . import anweb_file
from .cms_files import readings
from .conftest import Read

HEADER = "_2025_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,"
UNITS = "BILLUNITS,BILLUNITSPKG"
TITLE = "October 2025 {} NDC - HCPCS Crosswalk for Medicare Part B Drugs\r\n"
EFFECTIVE = '"     Effective October 1, 2025 through December 31, 2025",,,\r\n'
ROW = 'J9035,Bevacizumab injection,"Genentech, Inc.",50242-0061-01,Avastin,10 MG,16,1,40,40\r\n'
NOC_HEADER = [
    *("Drug Generic Name", "Drug Name", "NDC or ALTERNATE ID", "Dosage", "LABELER NAME"),
    *("PKG SIZE", "PKG QTY", "BILLUNITS", "BILLUNITSPKG"),
]
TABLE = ["HCPCS Code", "NDC2", "Drug Name", "PKG SIZE", "PKG QTY", "BILLUNITS", "BILLUNITSPKG"]


def crosswalk(kind: str = "ASP", header: str = HEADER, rows: str = ROW) -> bytes:
    return (TITLE.format(kind) + EFFECTIVE + ",,,\r\n" + header + UNITS + "\r\n" + rows).encode()


def test_a_product_has_what_the_row_prints(read: Read) -> None:
    reading = read(crosswalk(), "crosswalk.csv")
    assert (reading.family, reading.release) == ("ndc_crosswalk", "2025-10")
    assert reading.products == (
        Product(
            *("J9035", "50242-0061-01", "ASP", "Genentech, Inc.", "Avastin", "10 MG"),
            short="Bevacizumab injection",
            package_size=Decimal(16),
            package_quantity=Decimal(1),
            billing_units=Decimal(40),
            billing_units_package=Decimal(40),
        ),
    )


def test_five_digit_codes_lose_their_description(read: Read) -> None:
    rows = "90371,AMA text,Grifols,13533-0636-03,HyperHepB ,1 ML,0.5,1,0.5,1,,,\r\n"
    (product,) = read(crosswalk(rows=rows), "crosswalk.csv").products
    assert (product.code, product.short, product.dosage) == ("90371", "", "1 ML")
    assert (product.name, product.billing_units) == ("HyperHepB", Decimal("0.5"))


@pytest.mark.parametrize(
    ("title", "name", "kind"),
    [
        ("ASP", "crosswalk.csv", "ASP"),
        ("AWP", "crosswalk.csv", "AWP"),
        ("OPPS", "crosswalk.csv", "OPPS"),
        ("PrEP", "crosswalk.csv", "PrEP"),
        ("", "October 2025 AWP NDC-HCPCS Crosswalk.csv", "AWP"),
        ("", "crosswalk.csv", "ASP"),
    ],
)
def test_which_crosswalk_it_is(read: Read, title: str, name: str, kind: str) -> None:
    (product,) = read(crosswalk(title), name).products
    assert product.crosswalk == kind


@pytest.mark.parametrize(
    "code_column", ["_2026_CODE", "2024_Code", "HCPCS Code", "HCPCS Level II Code defer to DCDRG"]
)
def test_the_code_column_of_all_years(read: Read, code_column: str) -> None:
    header = HEADER.replace("_2025_CODE", code_column).replace("NDC2", "NDC")
    (product,) = read(crosswalk(header=header), "crosswalk.csv").products
    assert (product.code, product.ndc) == ("J9035", "50242-0061-01")


def test_the_crosswalk_of_unclassified_drugs_has_no_codes() -> None:
    row = ["Vasopressin", "Vasostrict", "ABC-12", "1 UNIT", "Maker", "1", "10", "20", "200"]
    reading = ndc_crosswalk.read_sheet([NOC_HEADER, row, ["Note"]], "NOC.csv")
    (product,) = reading.products
    assert (product.code, product.generic, product.crosswalk) == ("", "Vasopressin", "NOC")
    assert product.ndc == "ABC-12"
    assert reading.warnings == ("1 skipped: no NDC",)


def test_all_crosswalks_of_a_zip_are_one_source_and_stay_apart(read: Read) -> None:
    sheets = anweb_file.workbook({"ASP": tabular.csv_rows(crosswalk().decode(), "ASP.csv")})
    content = anweb_file.zipped(
        {
            "ASP NDC-HCPCS Crosswalk.csv": crosswalk(),
            "ASP NDC-HCPCS Crosswalk.xlsx": sheets,
            "AWP NDC-HCPCS Crosswalk.csv": crosswalk("AWP"),
            "read me.pdf": b"%PDF\0",
        }
    )
    reading = read(content, "crosswalks.zip")
    assert [product.crosswalk for product in reading.products] == ["ASP", "AWP"]
    assert (reading.release, reading.rows_read, reading.warnings) == ("2025-10", 3, ())


def test_two_files_that_contradict_each_other_are_reported(read: Read) -> None:
    other = crosswalk(rows=ROW.replace("40,40", "41,41"))
    content = anweb_file.zipped({"ASP 1.csv": crosswalk(), "ASP 2.csv": other})
    reading = read(content, "crosswalks.zip")
    assert [product.billing_units for product in reading.products] == [Decimal(40)]
    assert reading.warnings == ("ASP 1.csv and ASP 2.csv differ in J9035; the first counts",)


def test_the_crosswalk_of_october_2025(shared_cms: Path) -> None:
    path = shared_cms / "2025-10" / "asp_ndc_hcpcs_crosswalk.csv"
    reading = readings(path)["ndc_crosswalk"]
    assert (reading.release, len(reading.products)) == ("2025-10", 8_245)
    assert (reading.rows_read, reading.skipped, reading.warnings) == (8_245, 0, ())
    (avastin,) = [each for each in reading.products if each.ndc == "50242-0061-01"]
    assert (avastin.code, avastin.billing_units_package) == ("J9035", Decimal(40))
    assert {each.crosswalk for each in reading.products} == {"ASP"}
    assert not any(each.short for each in reading.products if each.code[0].isdigit())
    assert sum(each.code[0].isdigit() for each in reading.products) == 27
    assert all(each.billing_units and each.dosage for each in reading.products)


def test_a_crosswalk_without_rows_is_refused(read: Read) -> None:
    with pytest.raises(UserError, match="no NDC"):
        read(crosswalk(rows=""), "crosswalk.csv")


@pytest.mark.parametrize(
    ("cell", "ndc"),
    [
        ("00024-5824-11", "00024-5824-11"),
        ("24582411", "00024-5824-11"),
        ("12345678901", "12345-6789-01"),
        ("123456789012", "123456789012"),
    ],
)
def test_an_ndc_that_was_a_number_is_whole_again(cell: str, ndc: str) -> None:
    rows = [TABLE, ["J9043", cell, "Jevtana", "1", "1", "60", "60"]]
    assert ndc_crosswalk.read_sheet(rows, "a.xlsx").products[0].ndc == ndc


def test_names_of_columns_with_blanks() -> None:
    names = ["2021_HCPCS_CODE", "NDC 2", "Drug Name", "Package Size", "Pkg Qty", "Bill Units"]
    rows = [[*names, "Bill Units Pkg"], ["J9043", "00024-5824-11", "Jevtana", "2", "1", "60", "61"]]
    product = ndc_crosswalk.read_sheet(rows, "a.csv").products[0]
    assert (product.package_size, product.billing_units) == (Decimal(2), Decimal(60))
    assert product.billing_units_package == Decimal(61)
