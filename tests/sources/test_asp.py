"""Payment limits of drugs: wherever the header stands, numbers exact, AMA text left out."""

from decimal import Decimal
from pathlib import Path

import pytest

from hcpcs_desktop.domain.price import PaymentLimit
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import asp, plain_text, tabular

from .cms_files import readings
from .conftest import Read

HEADER = (
    "HCPCS Code,Payment Limit,HCPCS Code Dosage,Short Description,Clotting Factor,Notes,"
    "Co-insurance Percentage,Vaccine Limit"
)
PREAMBLE = (
    'Limits for Part B Drugs,,\r\n"Effective October 1, 2025 through December 31, 2025",,\r\n'
)
ROWS = (
    "90371,134.194,1 ML,AMA text,,a note,20.000,\r\n"
    'J7170,"$1,056.101",0.5 MG,"Inj., emicizumab",1,,20.000,\r\n'
    "J0001,N/A,1 MG,No price,,,,\r\n"
)
TABLE = ["HCPCS Code", "HCPCS Code Dosage", "Short Description", "Payment Limit", "Vaccine AWP%"]


@pytest.mark.parametrize("blank", [0, 5, 20])
def test_the_table_is_found_below_any_preamble(read: Read, blank: int) -> None:
    content = PREAMBLE + ",,,\r\n" * blank + HEADER + "\r\n" + ROWS
    reading = read(content.encode(), "prices.csv")
    assert (reading.family, reading.release) == ("asp", "2025-10")
    assert reading.limits == (
        PaymentLimit("90371", "", "1 ML", Decimal("134.194"), Decimal(20), notes="a note"),
        PaymentLimit(
            "J7170",
            "Inj., emicizumab",
            "0.5 MG",
            Decimal("1056.101"),
            Decimal(20),
            clotting_factor=True,
        ),
        PaymentLimit("J0001", "No price", "1 MG", None),
    )
    assert (reading.rows_read, reading.rows_stored, reading.warnings) == (3, 3, ())


def test_the_list_of_unclassified_drugs_has_names_for_codes() -> None:
    rows = [
        ["Drug Generic Name (Trade Name)", "Dosage", "Payment Limit", "Notes"],
        ["Vasopressin (Maker)", "1 UNIT", "3.5", ""],
        ["Nothing", "", "", "no limit yet"],
        ["Note: nothing else"],
    ]
    reading = asp.read_sheet(rows, "NOC.csv")
    assert reading.limits == (PaymentLimit("", "Vasopressin (Maker)", "1 UNIT", Decimal("3.5")),)
    assert reading.warnings == ("1 skipped: no drug with a limit",)


def test_a_code_may_have_two_limits_and_that_is_told() -> None:
    row = ["J9043", "3.5", "1 MG", "Cabazitaxel"]
    rows = [HEADER.split(","), row, row, ["J9043", "4", "1 MG", "Cabazitaxel"]]
    reading = asp.read_sheet(rows, "prices.csv")
    assert [each.limit for each in reading.limits] == [Decimal("3.5"), Decimal(4)]
    assert reading.warnings == ("several limits of J9043; all are kept",)


def test_what_is_no_number_is_reported() -> None:
    rows = [HEADER.split(","), ["J9043", "see below", "1 MG", "Cabazitaxel"]]
    reading = asp.read_sheet(rows, "prices.csv")
    assert reading.limits[0].limit is None
    assert reading.warnings == ("J9043: see below is no number and was left out",)


def test_a_quarter_that_is_not_stated_is_asked_for(read: Read) -> None:
    with pytest.raises(UserError, match="does not tell which release"):
        read(f"{HEADER}\r\n{ROWS}".encode(), "prices.csv")
    assert read(f"{HEADER}\r\n{ROWS}".encode(), "prices.csv", "2026-01").release == "2026-01"


def test_a_csv_that_ends_within_quotes_is_refused(read: Read) -> None:
    with pytest.raises(UserError, match="no whole csv file"):
        read(f'{PREAMBLE}{HEADER}\r\nJ9043,"Cabazi'.encode(), "prices.csv")


def test_the_limits_of_october_2025(shared_cms: Path) -> None:
    path = shared_cms / "2025-10" / "asp_pricing.csv"
    reading = readings(path)["asp"]
    limits = {each.code: each for each in reading.limits}
    assert (reading.release, len(limits), len(reading.limits)) == ("2025-10", 1_012, 1_012)
    assert (reading.rows_read, reading.skipped, reading.warnings) == (1_012, 0, ())
    assert limits["90653"].short == ""
    assert limits["90653"].vaccine_limit == Decimal("98.160")
    assert not any(each.short for code, each in limits.items() if code[0].isdigit())
    assert all(each.short for code, each in limits.items() if not code[0].isdigit())
    assert sum(each.clotting_factor for each in reading.limits) == 36
    assert sum(each.limit is None for each in reading.limits) == 1
    assert limits["J9043"].dosage == "1 MG"


def test_the_workbook_gives_what_the_csv_gives(shared_cms: Path) -> None:
    path = shared_cms / "2025-10" / "asp_pricing.csv"
    rows = tabular.csv_rows(plain_text.decode(path.read_bytes(), path.name), path.name)
    cells = [[_number(text) for text in row] for row in rows]
    assert asp.read_sheet(cells, path.name).limits == readings(path)["asp"].limits


def _number(text: str) -> str:
    """The text as a workbook's cell would come: numbers without trailing zeros."""
    try:
        return tabular.cell(float(text), "prices.xlsx")
    except ValueError:
        return text


def test_a_header_of_csv_may_have_line_ends_in_its_cells(read: Read) -> None:
    header = ",".join('"' + name.replace(" ", "\n") + '"' for name in TABLE)
    reading = read(f"{header}\r\nJ9043,1 MG,Cab,3.5,\r\n".encode(), "January 2022 ASP.csv")
    assert (reading.family, reading.limits[0].dosage) == ("asp", "1 MG")


@pytest.mark.parametrize(
    ("line", "release"),
    [
        ("Effective January 1, 2017 through March 31, 2017", "2017-01"),
        ("Effective April 1, 2018 - June 30, 2018", "2018-04"),
        ("EFFECTIVE JULY 1 2021 THROUGH SEPTEMBER 30 2021", "2021-07"),
        ("Effective: October 1 through December 31, 2022", "2022-10"),
        ("Effective January 1, 2020 through the end", "2020-01"),
        ("Effective 10/01/2019 through 12/31/2019", "2019-10"),
        ("October 2023 ASP Pricing File", "2023-10"),
    ],
)
def test_the_quarter_of_a_price_file_may_be_said_otherwise(line: str, release: str) -> None:
    rows = [[line], [], TABLE, ["J9043", "1 MG", "Cab", "$ 3.5 ", ""]]
    assert asp.read_sheet(rows, "prices.csv").release == release


def test_another_day_in_the_notes_is_no_quarter() -> None:
    said = "Note: updated June 2, 2023, effective April 1, 2023 - see the website of 2023"
    notes = [["Payment Limits"], [said], ["Effective 13/1/2019 through 2020"], TABLE]
    assert asp.read_sheet([*notes, ["J9043", "1 MG", "Cab", "3.5", ""]], "prices.csv").release == ""


@pytest.mark.parametrize("cell", ["", "-", "$ -", "N/A", "$N/A"])
def test_a_price_that_is_none(cell: str) -> None:
    reading = asp.read_sheet([TABLE, ["J9043", "1 MG", "Cab", cell, ""]], "prices.csv")
    assert (reading.limits[0].limit, reading.warnings) == (None, ())
