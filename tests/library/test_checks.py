"""The checks over a library, as the window asks them."""

from contextlib import closing
from datetime import date
from pathlib import Path

from hcpcs_desktop.domain.claim_request import Claim, Line
from hcpcs_desktop.domain.edits import MueLimit
from hcpcs_desktop.domain.modifiers import ModifierLine
from hcpcs_desktop.library import checks
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.home import Home
from tests.sources.edit_files import mue_csv, ptp_text

from .conftest import Import

DAY = date(2026, 1, 15)


def test_a_claim_and_a_line_are_checked(small: Library) -> None:
    asked = checks.over(small)
    line = Line("J9043", None, DAY, ("JW", "JZ"))
    assert "modifier_conflict" in {each.rule for each in asked.claim(Claim((line,))).findings}
    report = asked.modifiers(ModifierLine("J9043", ("JW", "JZ"), DAY), "medicare")
    assert report.rule == "JW_JZ_exclusive"


def test_every_modifier_is_there_with_its_days(small: Library) -> None:
    found = {each.modifier: each for each in checks.over(small).all_modifiers(DAY)}
    assert len(found) == 383
    assert found["JZ"].added == date(2023, 1, 1)
    assert found["JF"].state == "discontinued"
    assert all(each.meaning for each in found.values())


def test_advice_goes_by_what_the_code_is(small: Library) -> None:
    asked = checks.over(small)
    of_drug = {each.facts.modifier for one in asked.advice("J9043", DAY) for each in one.modifiers}
    of_cane = {each.facts.modifier for one in asked.advice("E0100", DAY) for each in one.modifiers}
    assert "JW" in of_drug
    assert "JW" not in of_cane
    assert "NU" in of_cane
    assert asked.advice_of_modifier("JW", DAY)[0].use.when


def test_reasons_are_explained(small: Library) -> None:
    assert "N822" in checks.over(small).explain("N822")
    assert checks.over(small).explain("nothing of the kind") == ""


def test_a_library_without_tables_has_no_edits(small: Library) -> None:
    edits = checks.over(small).edits
    assert not edits.any
    assert edits.limits("J9043") == ()
    assert edits.pairs("J9043", "practitioner", DAY).pairs == ()


def test_edits_are_those_of_the_tables_that_were_added(
    tmp_path: Path, import_: Import, home: Home
) -> None:
    limits, pairs = tmp_path / "MUE_Eff_01-01-2026.csv", tmp_path / "ccipra-v320r0-f1.TXT"
    limits.write_bytes(mue_csv("Practitioner"))
    pairs.write_bytes(ptp_text())
    import_(limits, ("2026-01", pairs))
    with closing(Library.open(home.current())) as library:
        edits = checks.over(library).edits
        assert edits.any
        assert [each.limit for each in edits.limits("J9043")] == [MueLimit("J9043", 60, 3)]
        found = edits.pairs("J9043", "practitioner", DAY)
        assert {each.other("J9043") for each in found.pairs} == {"96413", "96374"}
