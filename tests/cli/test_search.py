"""``search``."""

from pathlib import Path

import pytest

from .commands import Command, LinesFile

ANSWER = {"query", "on", "took_ms", "total", "read_as", "hits"}
HIT = {"code", "kind", "short", "long", "state", "why"}


def test_the_keys_of_the_answer(ask: Command) -> None:
    found = ask("search", "cabazitaxel", "--on", "2020-08-01", "--json").json
    assert found.keys() >= ANSWER
    assert found["read_as"].keys() >= {"kind", "corrections", "expansions"}
    assert (found["query"], found["on"]) == ("cabazitaxel", "2020-08-01")
    hit = found["hits"][0]
    assert hit.keys() >= HIT
    assert hit["why"].keys() >= {"kind", "text"}
    assert hit["code"] == "J9043"


@pytest.mark.parametrize(
    "arguments", [("--json", "search", "j9043"), ("search", "--json", "j9043")]
)
def test_json_may_stand_before_or_behind_the_command(
    ask: Command, arguments: tuple[str, ...]
) -> None:
    found = ask(*arguments)
    assert (found.status, found.err) == (0, "")
    assert [hit["code"] for hit in found.json["hits"]] == ["J9043"]


@pytest.mark.parametrize("arguments", [("rt",), ("halo", "procedure"), ("halo procedure",), ()])
def test_a_query_may_be_several_words_or_none(ask: Command, arguments: tuple[str, ...]) -> None:
    assert ask("search", *arguments, "--json").json["query"] == " ".join(arguments)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["L0810", "L0820"]),
        (["--all"], ["L0810", "L0820", "L0830"]),
        (["--on", "2019-12-31"], ["L0810", "L0820", "L0830"]),
        (["--limit", "1"], ["L0810"]),
    ],
)
def test_the_options(ask: Command, options: list[str], found: list[str]) -> None:
    answer = ask("search", "L08", *options, "--json").json
    assert [hit["code"] for hit in answer["hits"]] == found


def test_twenty_hits_unless_more_are_asked_for(ask: Command) -> None:
    assert len(ask("search", "injection", "--json").json["hits"]) <= 20


def test_for_people_it_is_text(ask: Command) -> None:
    found = ask("search", "cabazitaxel")
    assert (found.status, found.err) == (0, "")
    assert "J9043" in found.out
    assert "Cabazitaxel injection" in found.out


@pytest.mark.parametrize("query", ["99213", "D0120"])
def test_a_code_of_others_is_an_answer_with_advice(ask: Command, query: str) -> None:
    found = ask("search", query, "--json")
    assert (found.status, found.json["total"]) == (0, 0)
    assert "HCPCS Level II" in found.json["advice"] or "dental" in found.json["advice"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_batch_is_answered_line_by_line(ask: Command, lines_file: LinesFile, end: str) -> None:
    lines = ["j9043", "", "99213", "halo\x0bprocedure \u2028", "zzzzqqq", "\N{BOM}rt"]
    found = ask("search", "--batch", lines_file(*lines, end=end), "--json")
    assert found.status == 0
    assert [each["query"] for each in found.lines] == lines
    assert [each["total"] for each in found.lines][:3] == [1, 0, 0]


def test_an_empty_batch_has_no_answers(ask: Command, lines_file: LinesFile) -> None:
    found = ask("search", "--batch", lines_file(), "--json")
    assert (found.status, found.out) == (0, "")


def test_a_last_line_without_an_end_counts(ask: Command, lines_file: LinesFile) -> None:
    assert len(ask("search", "--batch", lines_file("a", "b", end="\n"), "--json").lines) == 2
    assert ask("search", "--batch", lines_file("rt", end=""), "--json").json["query"] == "rt"


def test_a_batch_is_text_for_people(ask: Command, lines_file: LinesFile) -> None:
    found = ask("search", "--batch", lines_file("j9043", "rt"))
    assert found.out.index("J9043") < found.out.index("RT")


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_batch_that_cannot_be_read_is_refused(
    ask: Command, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "batch.txt"
    if content is not None:
        path.write_bytes(content)
    found = ask("search", "--batch", path, "--json")
    assert found.status == 1
    assert found.err.startswith(f"error: {path} cannot be read")
    assert found.json["error"].keys() >= {"kind", "message"}


@pytest.mark.parametrize(
    "options",
    [
        ["--limit", "0"],
        ["--limit", "-1"],
        ["--limit", "many"],
        ["--limit", "9" * 30],
        ["--on", "20200801"],
        ["--on", "2020-02-30"],
        ["--on", "yesterday"],
        ["--nonsense"],
    ],
)
def test_wrong_usage_exits_with_2(ask: Command, options: list[str]) -> None:
    found = ask("search", "j9043", *options)
    assert (found.status, found.out) == (2, "")
    assert "_limit" not in found.err


def test_without_a_library_it_is_refused(command: Command) -> None:
    found = command("search", "j9043", "--json")
    assert found.status == 1
    assert found.json["error"]["kind"] == "library_missing"
    assert found.err.startswith("error: There is no library at")


def test_pages_of_guidance_stand_beside_the_hits(ask: Command) -> None:
    found = ask("search", "CO-197", "--json").json
    assert found["read_as"]["kind"] == "denial"
    assert found["hits"] == []
    (page,) = found["topics"]
    assert (page["kind"], page["code"], page["title"]) == (
        "denial",
        "CO-197",
        "Authorization missing",
    )
    (place,) = ask("search", "POS 19", "--json").json["topics"]
    assert (place["kind"], place["code"]) == ("place", "POS 19")
