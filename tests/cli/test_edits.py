"""``import`` and ``claim`` with CMS's MUE tables and PTP edits: quarters, settings, what lacks."""

import json
from pathlib import Path

import pytest

from tests.sources.edit_files import mue_csv, ptp_text

from .commands import Command, LinesFile

FILES = {
    "MCR_MUE_PractitionerServices_Eff_01-01-2026.csv": mue_csv(
        "Practitioner",
        [
            ("J9043", "60", "3 Date of Service Edit: Clinical", ""),
            ("A4215", "5", "1 Line Edit", ""),
        ],
    ),
    "MCR_MUE_OutpatientHospitalServices_Eff_01-01-2026.csv": mue_csv(
        "Outpatient Hospital", [("J9043", "120", "3 Date of Service Edit: Clinical", "")]
    ),
    "MCR_MUE_DMESupplierServices_Eff_01-01-2026.csv": mue_csv(
        "DME Supplier", [("E0100", "1", "2 Date of Service Edit: Policy", "")]
    ),
    "ccipra-v320r0-f1.TXT": ptp_text(
        [
            ("96413", "J9043", "", "20240101", "*", "1", ""),
            ("G0008", "A4215", "", "20240101", "20260131", "0", ""),
            ("G0008", "E0100", "", "20240101", "20240101", "9", ""),
        ]
    ),
    "ccioph-v320r0-f1.TXT": ptp_text([("G0008", "J9043", "", "20240101", "*", "0", "")]),
}
"""Tables made up for January 2026; not CMS's data."""


def line(code: str, units: int = 1, *modifiers: str, dos: str = "2026-01-15") -> dict[str, object]:
    return {"code": code, "units": units, "modifiers": list(modifiers), "dos": dos, "dx": ["C61"]}


@pytest.fixture
def loaded(command: Command, tmp_path: Path, july: Path) -> Command:
    """A library of a few codes with the tables."""
    (tmp_path / "files").mkdir()
    for name, content in FILES.items():
        (tmp_path / "files" / name).write_bytes(content)
    done = command("import", july, *(tmp_path / "files" / name for name in FILES), "--json")
    assert done.status == 0, done.err
    return command


@pytest.mark.parametrize(
    ("lines", "setting", "rules"),
    [
        ([line("J9043", 60)], "practitioner", []),
        ([line("J9043", 61)], "practitioner", [("mue_exceeded", 1)]),
        ([line("J9043", 61)], "asc", [("mue_exceeded", 1)]),
        ([line("J9043", 61)], "outpatient_hospital", []),
        ([line("J9043", 121)], "outpatient_hospital", [("mue_exceeded", 1)]),
        ([line("J9043", 50), line("J9043", 11, "JW")], "practitioner", [("mue_exceeded", 1)]),
        ([line("J9043", 60), line("J9043", 60, dos="2026-01-16")], "practitioner", []),
        ([line("A4215", 5), line("A4215", 5)], "practitioner", []),
        ([line("E0100", 2)], "dme_supplier", [("mue_exceeded", 1)]),
        ([line("96413"), line("J9043")], "practitioner", [("ncci_ptp", 2)]),
        ([line("96413", 1, "59"), line("J9043")], "practitioner", []),
        ([line("96413"), line("J9043")], "outpatient_hospital", []),
        ([line("G0008"), line("J9043", 1, "59")], "outpatient_hospital", [("ncci_ptp", 2)]),
        ([line("G0008"), line("E0100")], "practitioner", []),
        (
            [line("G0008", dos="2026-01-31"), line("A4215", dos="2026-01-31")],
            "practitioner",
            [("ncci_ptp", 2)],
        ),
        ([line("G0008", dos="2026-02-01"), line("A4215", dos="2026-02-01")], "practitioner", []),
    ],
)
def test_the_table_of_the_setting_answers(
    loaded: Command,
    lines_file: LinesFile,
    lines: list[dict[str, object]],
    setting: str,
    rules: list[tuple[str, int]],
) -> None:
    asked = json.dumps({"setting": setting, "claim": lines})
    (answer,) = loaded("claim", "--json", "--batch", lines_file(asked)).lines
    told = [(each["rule"], each["line"]) for each in answer["findings"]]
    assert [each for each in told if each[0] in ("mue_exceeded", "ncci_ptp")] == rules


def test_what_the_claim_brings_along_goes_before_the_library(
    loaded: Command, lines_file: LinesFile
) -> None:
    pair = {
        "column1": "96413", "column2": "J9043", "effective": "2024-01-01", "deletion": "2025-12-31",
        "modifier_indicator": "1",
    }  # fmt: skip
    asked = {
        "setting": "practitioner",
        "claim": [line("96413"), line("J9043", 100)],
        "mue": {"code": "J9043", "value": 100, "mai": 2},
        "ptp": pair,
    }
    (answer,) = loaded("claim", "--json", "--batch", lines_file(json.dumps(asked))).lines
    rules = {each["rule"] for each in answer["findings"]}
    assert rules.isdisjoint({"mue_exceeded", "ncci_ptp"})


@pytest.mark.parametrize(
    ("setting", "dos", "missing"),
    [
        (
            "practitioner",
            "2026-04-01",
            ["MUE table (practitioner) of 2026-Q2", "PTP edits (practitioner) of 2026-Q2"],
        ),
        (
            "outpatient_hospital",
            "2025-12-31",
            [
                "MUE table (outpatient hospital) of 2025-Q4",
                "PTP edits (outpatient hospital) of 2025-Q4: they are not in the library; held "
                "against those of 2026-Q1",
            ],
        ),
        ("home_infusion", "2026-07-01", ["MUE table (dme supplier) of 2026-Q3"]),
        (None, "2026-01-15", ["MUE tables: choose the setting", "PTP edits: choose the setting"]),
    ],
)
def test_what_could_not_be_checked_is_named(
    loaded: Command, lines_file: LinesFile, setting: str | None, dos: str, missing: list[str]
) -> None:
    asked = {"setting": setting, "claim": [line("J9043", dos=dos), line("G0008", dos=dos)]}
    (answer,) = loaded("claim", "--json", "--batch", lines_file(json.dumps(asked))).lines
    for text in missing:
        assert any(text in each for each in answer["not_checked"]), answer["not_checked"]


def test_nothing_is_missing_where_the_tables_are_there(
    loaded: Command, lines_file: LinesFile
) -> None:
    asked = {"setting": "practitioner", "claim": [line("J9043"), line("A4215")]}
    (answer,) = loaded("claim", "--json", "--batch", lines_file(json.dumps(asked))).lines
    assert not any("MUE" in each or "PTP" in each for each in answer["not_checked"])


def test_the_page_of_a_code_has_its_limits(loaded: Command) -> None:
    shown = loaded("show", "J9043", "--on", "2026-03-31", "--json").json
    assert shown["mue"] == [
        {"table": "outpatient_hospital", "quarter": "2026-Q1", "value": 120, "mai": 3},
        {"table": "practitioner", "quarter": "2026-Q1", "value": 60, "mai": 3},
    ]
    assert loaded("show", "J9043", "--on", "2026-04-01", "--json").json["mue"] == []


def test_sources_are_listed_and_can_be_removed(loaded: Command) -> None:
    rows = loaded("sources", "--json").json["sources"]
    tables = [each for each in rows if each["family"] in ("mue", "ptp")]
    assert [each["release"] for each in tables] == ["2026-01"] * 5
    assert loaded("remove", tables[0]["id"]).status == 0
    left = loaded("sources", "--json").json["sources"]
    assert len(left) == len(rows) - 1
