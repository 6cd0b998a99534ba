"""The rules that real ANWEB files force on a reader, one by one, as text and as workbook."""

import pytest

from hcpcs_desktop.domain.dictionary import DATES, FIELD_NAMES
from hcpcs_desktop.domain.record import Record
from hcpcs_desktop.errors import UserError

from . import anweb_file
from .anweb_file import DISCLAIMER, HEADER, first_line, further_line, record, row
from .conftest import Read

XLSX = "HCPC2020_JUL_ANWEB.xlsx"
FULL: dict[str, anweb_file.Text] = {
    "short_description": "Inj, something, 1 mg",
    "pricing": ("51", "57", "13", "21"),
    "multiple_pricing": "A",
    "cim": ("35-10", "60-9", "45-1"),
    "mcm": ("2049", "3350.5", "15000"),
    "statute": "1862(a)(7)",
    "lab_certification": ("100", "110", "115", "120", "130", "140", "150", "200"),
    "xref": ("J1111", "J2222", "J3333", "J4444", "J5555"),
    "coverage": "C",
    "asc": "YY",
    "asc_effective": "20080101",
    "mog": "102",
    "mog_indicator": "1",
    "mog_effective": "20070101",
    "processing_note": "0088",
    "betos": "O1E",
    "tos": ("1", "P", "R", "A", "9"),
    "anesthesia_base_units": "  0",
    "added": "20100101",
    "action_effective": "20190101",
    "termination": "20181231",
    "action": "D",
}
LONG = "Ambulance service, advanced life support, where the placement of a defibrillation device is permitted by the state"  # noqa: E501


def as_text(*records: list[str], **how: str) -> bytes:
    return anweb_file.text([line for lines in records for line in lines], **how)


def as_sheet(*rows: list[str], header: list[str] = HEADER) -> bytes:
    return anweb_file.workbook({"A": [header, *rows]})


def expected(name: str, text: anweb_file.Text) -> tuple[str, ...]:
    texts = (text,) if isinstance(text, str) else tuple(text)
    if name in DATES:
        return tuple(f"{each[:4]}-{each[4:6]}-{each[6:]}" for each in texts)
    return tuple(each.strip() for each in texts)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (as_text(record("J9043", **FULL)), "HCPC2020_JUL_ANWEB.txt"),
        (as_sheet(row("J9043", **FULL)), XLSX),
    ],
)
def test_every_field_is_read_from_its_place(read: Read, content: bytes, name: str) -> None:
    (found,) = read(content, name).records
    assert (found.code, found.kind) == ("J9043", "code")
    assert found.values == {
        "long_description": ("Something",),
        **{name: expected(name, text) for name, text in FULL.items()},
    }


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (as_text(record("J9043")), "HCPC2020_JUL_ANWEB.txt"),
        (as_sheet(row("J9043")), XLSX),
    ],
)
def test_a_column_without_a_value_is_printed_blank(read: Read, content: bytes, name: str) -> None:
    (found,) = read(content, name).records
    assert {*FIELD_NAMES, "short_description"} <= found.values.keys()
    assert found.values["termination"] == found.values["pricing"] == ()


def test_a_workbook_of_two_columns_says_nothing_of_the_other_fields(read: Read) -> None:
    rows = [["   A1", "Dressing for one wound"], ["J9043", "Injection"]]
    found = read(as_sheet(*rows, header=["HCPCS", "LONG_DESCRIPTION"]), XLSX).records
    assert found == (
        Record("A1", "modifier", {"long_description": ("Dressing for one wound",)}),
        Record("J9043", "code", {"long_description": ("Injection",)}),
    )


def test_disclaimer_lines_are_passed_over(read: Read) -> None:
    reading = read(as_text(DISCLAIMER, record("J9043"), [""]))
    assert [each.code for each in reading.records] == ["J9043"]
    assert (reading.rows_read, reading.skipped, reading.warnings) == (1, 0, ())


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_both_encodings_are_read(read: Read, encoding: str, end: str) -> None:
    lines = record("A9152", "Riboflavin 5’-phosphate,\xa0ophthalmic")
    (found,) = read(as_text(lines, encoding=encoding, end=end)).records
    assert found.first("long_description") == "Riboflavin 5’-phosphate, ophthalmic"


@pytest.mark.parametrize("width", [320, 316, 300, 293])
def test_records_need_not_be_padded_to_320(read: Read, width: int) -> None:
    reading = read(as_text([first_line("J9043", "Injection", width, action="N")]))
    assert reading.records[0].first("action") == "N"


@pytest.mark.parametrize("trimmed", [False, True])
def test_parts_of_a_description_are_joined_with_one_blank(read: Read, trimmed: bool) -> None:
    lines = [
        first_line("A0384", "BLS specialized service disposable supplies; defibrillation is"),
        further_line("A0384", "permitted in", trimmed=trimmed),
        further_line("A0384", "BLS  ambulances", 300, trimmed=trimmed),
    ]
    (found,) = read(as_text(lines)).records
    assert found.first("long_description") == (
        "BLS specialized service disposable supplies; defibrillation is permitted in BLS ambulances"
    )


def test_a_description_too_long_for_a_cell_goes_on_in_a_second_row(read: Read) -> None:
    second = ["G0503", "0020", "4", "and the patient is discharged", *[""] * (len(HEADER) - 4)]
    reading = read(as_sheet(row("G0503", "Care", coverage="C"), second, row("G0504")), XLSX)
    assert reading.records[0].first("long_description") == "Care and the patient is discharged"
    assert reading.records[0].first("coverage") == "C"
    assert len(reading.records) == 2


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (as_text(record("AA", LONG, coverage="D")), "HCPC2020_JUL_ANWEB.txt"),
        (as_sheet(row("AA", LONG, coverage="D")), XLSX),
    ],
)
def test_a_modifier_stands_behind_three_blanks(read: Read, content: bytes, name: str) -> None:
    (found,) = read(content, name).records
    assert (found.code, found.kind, found.first("coverage")) == ("AA", "modifier", "D")
    assert found.first("long_description") == LONG


def test_the_header_of_a_workbook_may_stand_below_a_disclaimer(read: Read) -> None:
    rows = [["***Disclaimers"], [""], ["*Inclusion does not imply"], HEADER, row("J9043")]
    reading = read(anweb_file.workbook({"A": rows}), XLSX)
    assert [each.code for each in reading.records] == ["J9043"]


def test_text_and_workbook_give_the_same(read: Read) -> None:
    codes = {"AA": LONG, "A0384": LONG, "J9043": "Injection"}
    text = read(as_text(*(record(code, long, **FULL) for code, long in codes.items())))
    sheet = read(as_sheet(*(row(code, long, **FULL) for code, long in codes.items())), XLSX)
    assert text.records == sheet.records


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (as_text(record("D0120", LONG), record("J9043")), "HCPC2020_JUL_ANWEB.txt"),
        (as_sheet(row("D0120", LONG), row("J9043")), XLSX),
    ],
)
def test_dental_codes_are_left_out_and_reported(read: Read, content: bytes, name: str) -> None:
    reading = read(content, name)
    assert [each.code for each in reading.records] == ["J9043"]
    assert reading.skipped == 1
    assert reading.warnings == ("1 skipped: a D code, which belongs to the ADA (D0120)",)


@pytest.mark.parametrize(
    ("content", "name", "warning"),
    [
        (
            as_text(record("J9043"), record("99213", LONG)),
            "HCPC2020_JUL_ANWEB.txt",
            "2 skipped: no record (line 2, line 3)",
        ),
        (
            as_sheet(row("J9043"), row("99213")),
            XLSX,
            "1 skipped: no Level II code or modifier (99213)",
        ),
        (as_sheet(row("J9043"), row("")), XLSX, "1 skipped: no Level II code or modifier (row 3)"),
    ],
)
def test_what_is_no_level_two_code_is_left_out(
    read: Read, content: bytes, name: str, warning: str
) -> None:
    reading = read(content, name)
    assert [each.code for each in reading.records] == ["J9043"]
    assert reading.warnings == (warning,)


@pytest.mark.parametrize("name", ["added", "action_effective", "termination", "mog_effective"])
@pytest.mark.parametrize("day", ["20190230", "2019", "20190", "ABCDEFGH", "00000000"])
def test_an_impossible_date_refuses_the_file(read: Read, name: str, day: str) -> None:
    with pytest.raises(UserError, match=f"J9043 has an impossible date, {day}"):
        read(as_text(record("J9043", **{name: day})))


def test_half_an_asc_date_is_kept_as_printed_and_reported(read: Read) -> None:
    reading = read(as_text(record("C9488", asc="20", asc_effective="170401")))
    assert reading.records[0].first("asc_effective") == "170401"
    assert reading.warnings == ("C9488: ASC effective date kept as printed, 170401",)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (as_text(record("J9043", LONG), record("J9043", LONG)), "HCPC2020_JUL_ANWEB.txt"),
        (as_sheet(row("J9043", LONG), row("J9043", LONG)), XLSX),
    ],
)
def test_the_same_record_twice_is_one(read: Read, content: bytes, name: str) -> None:
    reading = read(content, name)
    assert len(reading.records) == 1
    assert reading.warnings == ("1 skipped: the same record once more (J9043)",)


@pytest.mark.parametrize("other", [{"coverage": "M"}, {"short_description": "Other"}])
def test_two_records_of_one_code_that_differ_refuse_the_file(
    read: Read, other: dict[str, str]
) -> None:
    with pytest.raises(UserError, match="it lists J9043 twice with different content"):
        read(as_text(record("J9043"), record("A0384"), record("J9043", **other)))


@pytest.mark.parametrize(
    "lines",
    [
        [further_line("J9043", "and more"), *record("A0384")],
        [*record("A0384"), further_line("J9043", "and more")],
        [*record("J9043"), *record("A0384"), further_line("J9043", "and more")],
    ],
)
def test_a_further_line_without_its_first_line_refuses_the_file(
    read: Read, lines: list[str]
) -> None:
    with pytest.raises(UserError, match="goes on with J9043, whose first line is missing"):
        read(as_text(lines))


@pytest.mark.parametrize(
    ("code", "length"),
    [
        *(("J9043", length) for length in (1, 3, 5, 10, 11, 50, 91, 200, 292)),
        *(("AA", length) for length in (4, 5, 10, 11, 292)),
    ],
)
def test_half_a_line_refuses_the_file(read: Read, code: str, length: int) -> None:
    cut = first_line(code, "Injection")[:length]
    with pytest.raises(UserError, match=r"line 2.* is cut off"):
        read(as_text(record("A0384"), [cut]))


@pytest.mark.parametrize("length", [1, 5, 11, 292])
def test_a_file_of_half_a_line_is_refused(read: Read, length: int) -> None:
    with pytest.raises(UserError):
        read(first_line("J9043", "Injection")[:length].encode())


@pytest.mark.parametrize(
    "header",
    [
        ["HCPCS", "SHORT DESCRIPTION"],
        ["NDC", "HCPCS", "LONG DESCRIPTION"],
        ["Code", "Description"],
    ],
    ids=["no long description", "crosswalk", "other"],
)
def test_a_workbook_with_other_columns_is_refused(read: Read, header: list[str]) -> None:
    with pytest.raises(UserError, match="no file that the app knows is in it"):
        read(as_sheet(["J9043"] * len(header), header=header), XLSX)


def test_a_list_without_codes_is_refused(read: Read) -> None:
    with pytest.raises(UserError, match="it has no HCPCS code in it"):
        read(as_sheet(["99213", "Visit"], header=["HCPCS", "LONG_DESCRIPTION"]), XLSX)


def test_a_list_as_csv_may_leave_out_the_blanks_at_the_end_of_a_row(read: Read) -> None:
    rows = b"HCPC,SEQNUM,LONG DESCRIPTION,ADD DT,TERM DT\r\nJ9043,0010,A drug,20100101\r\n"
    (one,) = read(rows, "HCPC2020_JUL_ANWEB.csv").records
    assert one.values["added"] == ("2010-01-01",)
    assert one.values["termination"] == ()
