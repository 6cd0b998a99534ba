"""``build``, ``import``, ``sources`` and ``remove``."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from hcpcs_desktop.library.home import Home
from tests.library.libraries import JULY, OCTOBER, small_text
from tests.sources.anweb_file import save

from .commands import Command, Json

SOURCE = {
    "id", "family", "release", "file", "sha256", "rows_read", "rows_stored", "skipped", "warnings",
}  # fmt: skip
LIBRARY = {"id", "path", "codes", "modifiers", "releases", "bytes"}


@pytest.mark.parametrize("target", ["build", "import"])
def test_the_keys_of_the_answer(command: Command, tmp_path: Path, july: Path, target: str) -> None:
    options = ["--out", tmp_path / "library.db"] if target == "build" else []
    found = command(target, *options, july, "--json").json
    assert found.keys() >= {"sources", "library", "seconds"}
    assert all(source.keys() >= SOURCE for source in found["sources"])
    assert found["library"].keys() >= LIBRARY
    source = found["sources"][-1]
    assert (source["family"], source["release"], source["file"]) == ("anweb", "2020-07", july.name)
    assert (source["rows_read"], source["rows_stored"], source["skipped"]) == (14, 14, 0)
    assert (found["library"]["codes"], found["library"]["modifiers"]) == (11, 3)
    assert Path(found["library"]["path"]).is_file()


def test_a_built_library_can_be_read(command: Command, tmp_path: Path, july: Path) -> None:
    target = tmp_path / "library.db"
    assert command("build", "--out", target, july).status == 0
    assert command("--library", target, "show", "J9043").status == 0
    assert not (tmp_path / "data").exists()


def test_a_library_of_the_seeds_alone_is_built(command: Command, tmp_path: Path) -> None:
    found = command("build", "--out", tmp_path / "library.db", "--json").json
    assert found["library"]["releases"] == []
    assert [source["family"] for source in found["sources"]] == ["seeds"]
    assert found["sources"][0]["release"] is None


@pytest.mark.parametrize("broken", [None, "sections.toml", "tables/fields.toml"])
@pytest.mark.parametrize("content", [b"x = ", b"x = 1", b"\xff", None])
def test_other_seeds_must_be_seeds(
    command: Command, tmp_path: Path, few_seeds: Path, broken: str | None, content: bytes | None
) -> None:
    seeds = tmp_path / "seeds"
    if broken is not None:
        shutil.copytree(few_seeds, seeds)
        (seeds / broken).unlink()
        if content is not None:
            (seeds / broken).write_bytes(content)
    found = command("build", "--out", tmp_path / "library.db", "--seeds", seeds, "--json")
    assert found.status == 1
    assert "seeds" in found.json["error"]["message"]
    assert not list(tmp_path.glob("*.db*"))


def test_sources_lists_what_was_imported_and_remove_takes_it_out(
    command: Command, tmp_path: Path, july: Path
) -> None:
    october = save(tmp_path, small_text("J9043"), OCTOBER)
    command("import", july, october)
    listed = command("sources", "--json").json["sources"]
    assert all(source.keys() >= SOURCE for source in listed)
    assert [source["release"] for source in listed] == [None, "2020-07", "2020-10"]
    left = command("remove", listed[1]["id"], "--json").json
    assert left["library"]["releases"] == ["2020-10"]
    assert command("sources", "--json").json["sources"] == left["sources"]


def test_for_people_they_are_text(command: Command, july: Path) -> None:
    for arguments in (("import", july), ("sources",)):
        printed = command(*arguments)
        assert (printed.status, printed.err) == (0, "")
        assert "July 2020" in printed.out


def test_the_same_file_again_changes_nothing_and_says_so(command: Command, july: Path) -> None:
    first = command("import", july, "--json").json
    again = command("import", july, "--json").json
    assert again["library"] == first["library"]
    assert again["sources"][0]["warnings"] == ["already in the library; nothing was changed"]


def test_the_release_may_be_stated(command: Command, tmp_path: Path) -> None:
    file = save(tmp_path, small_text(), "anweb.txt")
    asked = command("import", file, "--json")
    assert (asked.status, asked.json["error"]["kind"]) == (1, "release_needed")
    found = command("import", f"2021-04={file}", "--json").json
    assert found["sources"][0]["release"] == "2021-04"


@pytest.mark.parametrize("name", ["2020-13=anweb.txt", "gone.zip", "."])
@pytest.mark.parametrize("target", ["build", "import"])
def test_what_cannot_be_read_is_refused(
    command: Command, tmp_path: Path, target: str, name: str
) -> None:
    options = ["--out", tmp_path / "library.db"] if target == "build" else []
    found = command(target, *options, name, "--json")
    assert found.status == 1
    assert found.err == f"error: {found.json['error']['message']}\n"
    assert not list(tmp_path.glob("**/*.db"))


def test_the_report_tells_progress_and_the_answer(
    command: Command, tmp_path: Path, july: Path
) -> None:
    report = tmp_path / "report.jsonl"
    answer = command("import", july, "--report", report, "--json").json
    *steps, last = events(report)
    assert {step["event"] for step in steps} == {"progress"}
    assert all(step.keys() >= {"text", "done", "total"} for step in steps)
    assert all(0 <= step["done"] <= step["total"] for step in steps)
    assert last == {"event": "done", "answer": answer}


def test_the_report_tells_what_was_refused(command: Command, tmp_path: Path) -> None:
    report = tmp_path / "report.jsonl"
    found = command("import", tmp_path / "gone.zip", "--report", report, "--json")
    assert found.status == 1
    assert events(report)[-1] == {"event": "error", **found.json["error"]}


def test_a_report_that_cannot_be_written_is_refused(command: Command, july: Path) -> None:
    found = command("import", july, "--report", july / "report.jsonl", "--json")
    assert found.status == 1
    assert "cannot be written to" in found.err
    assert "Name another file for the report." in found.err


@pytest.mark.parametrize("source", ["", "2020-07="])
def test_a_source_that_names_no_file_is_refused(command: Command, source: str) -> None:
    found = command("import", source, "--json")
    assert found.status == 1
    assert found.json["error"]["message"].startswith(f'"{source}" names no file.')


def test_a_second_import_at_once_is_refused(command: Command, tmp_path: Path, july: Path) -> None:
    with Home(tmp_path / "data" / "library").locked():
        found = command("import", july, "--json")
    assert (found.status, found.json["error"]["kind"]) == (1, "import_running")


def test_a_data_folder_that_cannot_be_written_to_is_refused(command: Command, july: Path) -> None:
    found = command("import", july, "--json", data_dir=july / "data")
    assert (found.status, found.json["error"]["kind"]) == (1, "not_writable")


@pytest.mark.parametrize("id_", ["seeds", "anweb-2020-07"])
def test_what_is_no_source_cannot_be_removed(command: Command, july: Path, id_: str) -> None:
    command("import", july)
    before = command("sources").out
    found = command("remove", id_, "--json")
    assert (found.status, found.json["error"]["kind"]) == (1, "not_found")
    assert command("sources").out == before


@pytest.mark.parametrize("arguments", [["build"], ["remove"], ["import", "--nonsense"]])
def test_wrong_usage_exits_with_2(command: Command, arguments: list[str]) -> None:
    assert command(*arguments).status == 2


def events(report: Path) -> list[Json]:
    return [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]


def test_a_look_tells_what_would_be_taken_and_changes_nothing(
    command: Command, tmp_path: Path, july: Path
) -> None:
    letter = save(tmp_path, b"Dear Sir", "letter.txt")
    report = tmp_path / "report.jsonl"
    found = command("import", "--preview", july, letter, "--report", report, "--json").json
    taken, refused = found["files"]
    assert (taken["file"], taken["error"], refused["sources"]) == (july.name, None, [])
    assert [each["family"] for each in taken["sources"]] == ["anweb"]
    assert "letter.txt was not taken" in refused["error"]["message"]
    assert [each["event"] for each in events(report)] == ["progress", "progress", "done"]
    assert events(report)[-1]["answer"] == found
    assert not (tmp_path / "data").exists()


def test_a_look_is_told_to_people_as_well(command: Command, july: Path) -> None:
    said = command("import", "--preview", july).out
    assert july.name in said
    assert "anweb, July 2020, 14 records" in said


def test_a_look_at_a_folder_tells_the_other_files_in_one_line(
    command: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "dropped"
    folder.mkdir()
    for name in ("a.txt", "b.csv"):
        save(folder, b"Dear Sir", name)
    nothing = command("import", "--preview", folder, "--json").json
    assert nothing == {"files": [], "others": 2}
    assert command("import", "--preview", folder).out == "2 files hold nothing of CMS.\n"
    save(folder, small_text(), JULY)
    said = command("import", "--preview", folder).out
    assert said.startswith(JULY)
    assert said.endswith("\n2 other files hold nothing of CMS.\n")


def test_taking_out_reports_its_progress(command: Command, tmp_path: Path, july: Path) -> None:
    source = command("import", july, "--json").json["sources"][0]["id"]
    report = tmp_path / "report.jsonl"
    answer = command("remove", source, "--report", report, "--json").json
    assert events(report)[0]["event"] == "progress"
    assert events(report)[-1] == {"event": "done", "answer": answer}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_utf_8_is_a_name_all_the_same(command: Command, tmp_path: Path) -> None:
    out = tmp_path / os.fsdecode(b"\xe9t\xe9.db")
    assert command("build", "--out", out).status == 0
    assert command("--library", out, "show", "J9043").status == 0
