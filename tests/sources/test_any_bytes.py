"""Whatever the bytes, a file gives readings or one sentence."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import registry
from hcpcs_desktop.sources.reading import Reading

from .anweb_file import record, save, text, workbook, zipped

STARTS = {
    "layout": b"HCPCS Contractor Record - 2019\n 9. HCPCS Pricing\n SAS ALIAS : PRCNGCD\nCODES :\n",
    "notes": b"0001--A NOTE\n",
    "noc": b"HCPCS  LONG DESCRIPTION  ADD DATE  TERM DATE\n",
    "corrections": b"CODE  ACTION  EFF DATE  SHORT DESC  LONG DESC\n",
    "transactions": b"HCPCS/MOD TYPE OF CHANGE\n",
    "asp": b"HCPCS Code,Payment Limit,HCPCS Code Dosage,Notes\n",
    "crosswalk": b"_2025_CODE,NDC2,Drug Name,HCPCS dosage,PKG SIZE,BILLUNITS,BILLUNITSPKG\n",
    "anweb": text(record("J9043")),
    "mue": b"HCPCS/CPT Code\tDME Supplier Services MUE Values\tMUE Adjudication Indicator\n",
    "ptp": b"Column 1\tColumn 2\t\tEffective\tDeletion\t0=not allowed\n",
}
LINES = st.lists(
    st.text(st.sampled_from("J9043 N/A,\"\t=-*.0128\r\x1aé'"), max_size=60).map(str.encode)
    | st.binary(max_size=40)
).map(b"\n".join)
HEADERS = [
    ["HCPC", "SEQNUM", "LONG DESCRIPTION", "ADD DT"],
    ["HCPCS", "LONG DESCRIPTION", "ADD DATE", "TERM DATE"],
    ["CODE", "ACTION", "EFF DATE", "LONG DESC"],
    ["HCPCS/MOD", "TYPE OF CHANGE"],
    ["HCPCS Code", "HCPCS Code Dosage", "Payment Limit"],
    ["_2025_CODE", "NDC2", "BILLUNITS", "BILLUNITSPKG"],
    ["HCPCS/CPT Code", "DME Supplier Services MUE Values", "MUE Adjudication Indicator"],
    ["Column 1", "Column 2", "", "Effective", "Deletion", "0=not allowed"],
]
CELLS = st.lists(
    st.lists(st.sampled_from(["J9043", "   CO", "ADD", "20190101", "20251301", "x", "1e9", ""]))
)
WHATEVER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def try_out(folder: Path, content: bytes, name: str) -> None:
    with suppress(UserError):
        for reading in registry.read(save(folder, content, name), "2020-01"):
            assert isinstance(reading, Reading)
            assert reading.release == "2020-01"


@pytest.mark.parametrize("start", STARTS)
@WHATEVER
@given(rest=LINES)
def test_text(tmp_path: Path, start: str, rest: bytes) -> None:
    try_out(tmp_path, STARTS[start] + rest, "practitioner.txt")


@pytest.mark.parametrize("header", HEADERS)
@WHATEVER
@given(rows=CELLS)
def test_sheets(tmp_path: Path, header: list[str], rows: list[list[str]]) -> None:
    try_out(tmp_path, workbook({"A": [header, *rows]}), "practitioner.xlsx")


@WHATEVER
@given(content=st.binary())
def test_bytes(tmp_path: Path, content: bytes) -> None:
    try_out(tmp_path, content, "file.bin")
    try_out(tmp_path, zipped({"a.txt": content, "b.dat": content}), "file.zip")
