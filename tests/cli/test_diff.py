"""``diff``: releases of the library and files that need not be imported."""

import json
from pathlib import Path
from typing import Any

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.domain.release_diff import CHANGE_KINDS
from hcpcs_desktop.library.importing import Asked, build_file
from tests.sources.anweb_file import record, save, text, workbook

from .conftest import Run

JULY, OCTOBER = "HCPC2020_JUL_ANWEB.txt", "HCPC2020_OCT_ANWEB.txt"
OLD = text([*record("J9043", "Injection,  cabazitaxel", tos=("1",)), *record("C9041", "Old")])
NEW = text(
    [
        *record("J9043", "Injection, cabazitaxel, 1 mg", tos=("1", "P"), action="C"),
        *record("J7169", "New", action="A"),
    ]
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Two releases as files."""
    return str(save(tmp_path, OLD, JULY)), str(save(tmp_path, NEW, OCTOBER))


def difference(run: Run, *arguments: str, **options: Path) -> dict[str, Any]:
    status, out, err = run("diff", "--json", *arguments, **options)
    assert (status, err) == (0, "")
    return json.loads(out)  # type: ignore[no-any-return]


def test_two_files_that_are_not_imported(run: Run, files: tuple[str, str], tmp_path: Path) -> None:
    answer = difference(run, *files, library=tmp_path / "none.db")
    assert (answer["old"], answer["new"]) == ("2020-07", "2020-10")
    assert list(answer["summary"]) == list(CHANGE_KINDS)
    removed, added, changed = answer["changes"]
    assert (removed["code"], removed["change"]) == ("C9041", ["removed"])
    assert removed["fields"]["long_description"] == ["Old", None]
    assert (added["code"], added["kind"], added["action"]) == ("J7169", "code", "A")
    assert changed["change"] == ["long_description", "miscellaneous"]
    assert changed["fields"]["tos"] == [["1"], ["1", "P"]]
    assert changed["fields"]["long_description"] == [
        "Injection, cabazitaxel",
        "Injection, cabazitaxel, 1 mg",
    ]


def test_releases_of_the_library_by_their_ids(
    run: Run, files: tuple[str, str], tmp_path: Path
) -> None:
    library = tmp_path / "library.db"
    build_file(library, paths.seeds(), [Asked(Path(each)) for each in files], lambda *_: None)
    of_files = difference(run, *files)
    assert difference(run, "2020-07", "2020-10", library=library) == of_files
    assert difference(run, files[0], "2020-10", library=library) == of_files


def test_the_release_of_a_file_may_be_stated(run: Run, files: tuple[str, str]) -> None:
    answer = difference(run, f"2021-01={files[0]}", f"2021-04={files[1]}")
    assert (answer["old"], answer["new"]) == ("2021-01", "2021-04")


def test_the_same_for_people(run: Run, files: tuple[str, str]) -> None:
    status, out, _ = run("diff", *files)
    assert status == 0
    assert out.splitlines() == [
        "From July 2020 to October 2020: 1 added, 1 removed, 1 long description, 1 miscellaneous.",
        "C9041  removed",
        "       Old",
        "J7169  added",
        "       New",
        "J9043  long description, miscellaneous",
        "       long description: Injection, cabazitaxel -> Injection, cabazitaxel, 1 mg",
        "       tos: 1 -> 1, P",
    ]


def test_no_change_is_said(run: Run, files: tuple[str, str]) -> None:
    assert run("diff", files[0], files[0])[1] == "From July 2020 to July 2020: no change.\n"


def test_an_action_that_the_newer_release_does_not_print_is_null(
    run: Run, files: tuple[str, str], tmp_path: Path
) -> None:
    rows = [["HCPC", "SEQNUM", "RECID", "LONG DESCRIPTION"], ["J7171", "00100", "3", "Brand new"]]
    bare = save(tmp_path, workbook({"A": rows}), "HCPC2021_JAN_ANWEB.xlsx")
    answer = difference(run, files[1], str(bare))
    new = next(each for each in answer["changes"] if each["code"] == "J7171")
    assert (new["action"], new["action_effective"]) == (None, None)
    assert new["fields"] == {"long_description": [None, "Brand new"]}


@pytest.mark.parametrize(
    ("old", "message"),
    [
        ("2021-01", "The January 2021 release is not in the library, which holds no release"),
        ("missing.zip", "missing.zip cannot be read"),
        ("2021-13=missing.zip", "2021-13 is no release"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    run: Run, files: tuple[str, str], old: str, message: str
) -> None:
    status, out, err = run("diff", old, files[1])
    assert (status, out) == (1, "")
    assert err.startswith(f"error: {message}")
