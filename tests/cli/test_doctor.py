"""``doctor``."""

from pathlib import Path

import pytest

from .commands import Command

KEYS = {"ok", "checks", "conflicts", "freshness", "library", "notebook", "versions"}


def failed(document: dict[str, list[dict[str, object]]]) -> set[object]:
    return {check["name"] for check in document["checks"] if not check["ok"]}


def test_the_keys_of_the_answer(command: Command, july: Path) -> None:
    command("import", july)
    found = command("doctor", "--json")
    document = found.json
    assert (found.status, document["ok"], found.err) == (0, True, "")
    assert document.keys() >= KEYS
    assert all(check.keys() >= {"name", "ok", "detail"} for check in document["checks"])
    assert document["freshness"].keys() >= {"release", "next_release_due", "stale"}
    assert (document["freshness"]["release"], document["freshness"]["stale"]) == ("2020-07", True)
    assert document["library"]["releases"] == ["2020-07"]
    assert document["notebook"]["exists"] is False
    assert document["versions"].keys() >= {"app", "python", "sqlite"}


def test_for_people_it_is_text(command: Command, july: Path) -> None:
    command("import", july)
    found = command("doctor")
    assert found.status == 0
    assert "library integrity" in found.out
    assert "newest release 2020-07" in found.out


def test_without_a_library_a_check_fails(command: Command) -> None:
    found = command("doctor", "--json")
    assert (found.status, found.json["ok"]) == (1, False)
    assert failed(found.json) == {"library"}
    assert found.json.keys() >= KEYS
    assert command("doctor").status == 1


def test_a_flipped_bit_is_found(command: Command, july: Path) -> None:
    path = Path(command("import", july, "--json").json["library"]["path"])
    content = bytearray(path.read_bytes())
    content[content.index(b"cabazitaxel, 1 mg")] ^= 1
    path.write_bytes(content)
    found = command("doctor", "--json")
    assert found.status == 1
    assert "library bytes" in failed(found.json)


@pytest.mark.parametrize("keep", [0, 100, 5_000])
def test_a_damaged_library_is_found(command: Command, july: Path, keep: int) -> None:
    path = Path(command("import", july, "--json").json["library"]["path"])
    path.write_bytes(path.read_bytes()[:keep])
    found = command("doctor", "--json")
    assert (found.status, failed(found.json)) == (1, {"library"})


def test_a_damaged_current_is_found(command: Command, tmp_path: Path, july: Path) -> None:
    command("import", july)
    (tmp_path / "data" / "library" / "current").write_text("library.db")
    found = command("doctor", "--json")
    assert (found.status, failed(found.json)) == (1, {"library"})
    assert found.json.keys() >= KEYS


def test_a_data_folder_that_cannot_be_written_to_is_found(command: Command, july: Path) -> None:
    found = command("doctor", "--json", data_dir=july / "data")
    assert found.status == 1
    assert "data folder" in failed(found.json)


def test_another_library_is_looked_at(ask: Command, small_file: Path) -> None:
    document = ask("doctor", "--json").json
    assert document["ok"]
    assert document["library"]["path"] == str(small_file)
