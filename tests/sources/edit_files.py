"""NCCI tables made up for the tests, in CMS's layouts. Codes and numbers are invented.

The copyright lines above CMS's headings are replaced by a remark that says so.
"""

from collections.abc import Sequence
from io import BytesIO

from tests.sources.anweb_file import workbook

MADE_UP = "Made up for a test; not CMS's data"
PTP_HEADINGS = (
    "Column1/Column 2 Edits",
    "Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale",
    "\t\tprior to 1996\tDate\tDate\t0=not allowed\t",
    "\t\t\t\t*=no data\t1=allowed\t",
    "\t\t\t\t\t9=not applicable\t",
)
PAIRS = (
    ("96413", "J9043", "", "20240101", "*", "1", "Misuse of column two code"),
    ("J9043", "96374", "*", "19960101", "20240930", "0", "Standards of practice"),
    ("G0008", "Q0081", "", "20250401", "*", "9", "More extensive procedure"),
    ("96413", "96374", "", "20240101", "*", "1", "Both of Level I"),
    ("0591T", "10021", "", "20240101", "*", "0", "Both of Level I"),
)
MUE_ROWS = (
    ("J9043", "60", "3 Date of Service Edit: Clinical", "Prescribing Information"),
    ("96413", "1", "2 Date of Service Edit: Policy", "Code Descriptor"),
    ("A4216", "400", "1 Line Edit", "Clinical: Data"),
)


def ptp_text(pairs: Sequence[Sequence[str]] = PAIRS) -> bytes:
    """A part of a table of pairs as tab-delimited text."""
    lines = [MADE_UP, *PTP_HEADINGS, *("\t".join(pair) for pair in pairs), ""]
    return "\r\n".join(lines).encode("cp1252")


def ptp_workbook(pairs: Sequence[Sequence[str]] = PAIRS) -> bytes:
    """The same as a workbook."""
    headings = [[MADE_UP], *(line.split("\t") for line in PTP_HEADINGS)]
    return workbook({"f1": [*headings, *pairs]})


def mue_heading(kind: str = "Practitioner") -> list[str]:
    """The heading of an MUE table, with the line break that CMS has in its first cell."""
    return [
        "HCPCS/\nCPT Code",
        f"{kind} Services\nMUE Values",
        "MUE Adjudication Indicator",
        "MUE Rationale",
    ]


def mue_csv(
    kind: str = "Practitioner",
    rows: Sequence[Sequence[str]] = MUE_ROWS,
    delimiter: str = ",",
) -> bytes:
    """An MUE table as csv, or as tab-delimited text."""
    table = [[MADE_UP], [], mue_heading(kind), *rows]
    written = [delimiter.join(f'"{cell}"' for cell in row) for row in table]
    return "\r\n".join([*written, ""]).encode("cp1252")


def mue_workbook(kind: str = "Practitioner") -> bytes:
    """The same as a workbook."""
    return workbook({"MUE": [[MADE_UP], mue_heading(kind), *MUE_ROWS]})


def file(content: bytes) -> BytesIO:
    """A file of these bytes."""
    return BytesIO(content)
