"""The program as it is started: real processes, their output and their exit status."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from hcpcs_desktop import __version__
from tests.library.libraries import OCTOBER, small_text
from tests.library.test_importing import tree
from tests.sources.anweb_file import save

from .commands import Command, LinesFile

LOADED = """
import sys
from hcpcs_desktop.cli.main import run
status = run(sys.argv[1:])
loaded = {name.split(".")[0] for name in sys.modules}
print(sorted(loaded & {"PySide6", "shiboken6", "sqlite_utils", "python_calamine"}), file=sys.stderr)
sys.exit(status)
"""

INTERRUPTED = """
import pathlib, signal, sys
from hcpcs_desktop import paths
from hcpcs_desktop.cli import main

left = int(sys.argv[1])
begun = False
paths.seeds = lambda: pathlib.Path(sys.argv[2])

def step(event, _):
    global left
    if not begun or event == "import":
        return
    left -= 1
    if left == 0:
        signal.raise_signal(signal.SIGINT)

sys.addaudithook(step)
begun = True
status = main.run(sys.argv[3:])
begun = False
print(-left)
sys.exit(status)
"""
"""A command that gets Ctrl-C where it calls the system; never at 0, and it prints how often."""

MOMENTS = 6
MANY = 300
"""So many answers that they do not fit into a pipe."""

STOPPED = "Stopped before it was done; nothing half done was kept.\n"
no_sigint = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send")


def program(*arguments: str | Path) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "hcpcs_desktop", *map(str, arguments)],
        capture_output=True,
        check=False,
    )


def test_a_search_loads_neither_the_window_nor_what_builds_libraries(small_file: Path) -> None:
    for arguments in (["search", "cabazitaxel"], ["show", "J9043"], ["checklist", "J9043"]):
        done = subprocess.run(
            [sys.executable, "-c", LOADED, "--library", str(small_file), *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "[]\n")


def test_an_answer_is_one_line_of_json(small_file: Path) -> None:
    done = program("--library", small_file, "search", "j9043", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == 1
    assert json.loads(done.stdout)["hits"][0]["code"] == "J9043"


def test_a_refusal_goes_to_standard_error_and_exits_with_1(small_file: Path) -> None:
    done = program("--library", small_file, "show", "99213")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"error: 99213: This has the form of a CPT code")
    assert done.stderr.count(b"\n") == 1


def test_wrong_usage_exits_with_2() -> None:
    assert program("nonsense").returncode == 2


@no_sigint
def test_ctrl_c_stops_an_import_with_one_sentence(
    command: Command, tmp_path: Path, july: Path
) -> None:
    command("import", july)
    before = tree(tmp_path / "data")
    october = save(tmp_path, small_text(coverage="M"), OCTOBER)
    report = tmp_path / "report"
    os.mkfifo(report)
    data = tmp_path / "data"
    with started("--data-dir", data, "import", october, "--report", report) as running:
        with report.open(encoding="utf-8") as told:
            assert "reading" in told.readline()
            running.send_signal(signal.SIGINT)
            told.read()
        out, err = running.communicate()
    assert (running.returncode, out, err) == (130, "", STOPPED)
    assert tree(tmp_path / "data") == before


@no_sigint
def test_ctrl_c_at_any_moment_leaves_the_old_library_or_the_new_one(
    tmp_path: Path, few_seeds: Path, july: Path
) -> None:
    october = save(tmp_path, small_text(coverage="M"), OCTOBER)
    old, new = tmp_path / "old", tmp_path / "new"
    assert interrupted(few_seeds, 0, "--data-dir", old, "import", july).returncode == 0
    shutil.copytree(old, new)
    steps = int(interrupted(few_seeds, 0, "--data-dir", new, "import", october).stdout.split()[-1])
    for moment in range(1, MOMENTS + 1):
        data = tmp_path / str(moment)
        shutil.copytree(old, data)
        at = steps * moment // (MOMENTS + 1)
        done = interrupted(few_seeds, at, "--data-dir", data, "import", october)
        assert (done.returncode, done.stderr) == (130, STOPPED), at
        assert tree(data) in (tree(old), tree(new)), at


@no_sigint
def test_ctrl_c_leaves_nothing_of_a_library_that_is_built(
    tmp_path: Path, few_seeds: Path, july: Path
) -> None:
    out = tmp_path / "built" / "library.db"
    steps = int(interrupted(few_seeds, 0, "build", "--out", out, july).stdout.split()[-1])
    out.unlink()
    done = interrupted(few_seeds, steps // 2, "build", "--out", out, july)
    assert (done.returncode, done.stderr) == (130, STOPPED)
    assert not list(out.parent.iterdir())


@no_sigint
def test_ctrl_c_leaves_the_answers_that_were_given(small_file: Path, lines_file: LinesFile) -> None:
    many = lines_file(*["J9043"] * MANY)
    with started("--library", small_file, "--json", "show", "--batch", many) as running:
        assert running.stdout is not None
        first = running.stdout.readline()
        running.send_signal(signal.SIGINT)
        out, err = running.communicate()
    assert (running.returncode, err) == (130, STOPPED)
    assert json.loads(first)["code"] == "J9043"
    assert out.count(first) < MANY - 1


@no_sigint
def test_ctrl_c_stops_all_of_a_pipe(small_file: Path, lines_file: LinesFile) -> None:
    many = lines_file(*["J9043"] * MANY)
    with started("--library", small_file, "--json", "show", "--batch", many) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline()
        running.send_signal(signal.SIGINT)
        running.stdout.close()
        assert running.stderr.read() in ("", STOPPED)
    assert running.returncode in (1, 130)


def started(*arguments: str | Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "hcpcs_desktop", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def interrupted(seeds: Path, at: int, *given: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", INTERRUPTED, str(at), str(seeds), *map(str, given)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_version() -> None:
    assert program("--version").stdout.decode().strip() == f"HCPCS Desktop {__version__}"


def test_a_checklist_is_printed_as_pdf(small_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "checklist.pdf"
    done = program(
        "--library", small_file, "checklist", "J9043", "--format", "pdf", "--out", path, "--json"
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert path.read_bytes().startswith(b"%PDF-")
    assert json.loads(done.stdout)["code"] == "J9043"


@pytest.mark.parametrize("name", ["build", "import", "sources", "remove", "search", "show",
                                  "checklist", "doctor"])  # fmt: skip
def test_every_command_has_help(command: Command, name: str) -> None:
    found = command(name, "--help")
    assert found.status == 0
    assert "--json" in found.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("--library",),
        ("nonsense",),
        ("show",),
        ("show", "J9043", "--on", "2020-02-30"),
        ("show", "J9043", "--batch", "codes.txt"),
        ("search", "saline", "--batch", "queries.txt"),
        ("search", "saline", "--limit", "0"),
        ("units", "--dose", "45 mg"),
    ],
)
def test_wrong_usage_is_told_as_other_errors_are(
    command: Command, arguments: tuple[str, ...]
) -> None:
    found = command("--json", *arguments)
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith("error: ")
    assert found.err.count("\n") == 1
    assert "--help`.\n" in found.err


def test_a_library_that_breaks_while_it_is_read_is_refused(
    command: Command, small_file: Path, tmp_path: Path, lines_file: LinesFile
) -> None:
    broken = tmp_path / "broken.db"
    with closing(sqlite3.connect(small_file)) as whole, closing(sqlite3.connect(broken)) as copy:
        whole.backup(copy)
        copy.execute("DROP TABLE appearance")
    found = command("--library", broken, "--json", "show", "J9043")
    assert found.status == 1
    assert found.json["error"]["kind"] == "library_damaged"
    assert found.err == f"error: {found.json['error']['message']}\n"
    found = command("--library", broken, "--json", "show", "--batch", lines_file("J9043", "J1"))
    assert (found.status, found.err) == (0, "")
    assert [line["error"]["kind"] for line in found.lines] == ["library_damaged"] * 2


def test_a_place_that_the_system_denies_is_told_and_no_bug(
    command: Command, small_file: Path, tmp_path: Path
) -> None:
    denied = tmp_path / ("x" * 300)
    found = command("--library", small_file, "--json", "checklist", "J9043", data_dir=denied)
    assert (found.status, found.json["error"]["kind"]) == (1, "out_of_reach")
    assert found.err.startswith(f"error: {denied}")
    found = command("--library", small_file, "--json", "doctor", data_dir=denied)
    assert (found.status, found.err) == (1, "")
    failed = {each["name"]: each["detail"] for each in found.json["checks"] if not each["ok"]}
    assert failed.keys() == {"notebook", "data folder"}
    assert "cannot be reached" in failed["notebook"]


def test_a_library_without_permission_to_read_is_not_called_damaged(
    command: Command, small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    found = command("--library", small_file, "--json", "show", "J9043")
    assert (found.status, found.json["error"]["kind"]) == (1, "library_unreadable")
