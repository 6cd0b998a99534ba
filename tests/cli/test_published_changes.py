"""``diff`` between the releases that CMS published, held against their workbooks read by hand."""

from functools import cache
from pathlib import Path

import pytest

from hcpcs_desktop.domain.dictionary import SEVERAL_PLACES
from tests.sources.published import Cells, lists, release_cells

from .commands import Command, Json

PAIRS = [("2020-04", "2020-07"), ("2018-01", "2019-01"), ("2020-07", "2025-07")]
SUMMARIES = {
    ("2020-04", "2020-07"): {
        "added": 61,
        "discontinued": 9,
        "long_description": 4,
        "short_description": 5,
        "administrative": 6,
    },
    ("2018-01", "2019-01"): {},
    ("2020-07", "2025-07"): {"added": 1_612, "long_description": 311},
}
KINDS = [
    "added", "removed", "discontinued", "reactivated", "long_description", "short_description",
    "coverage", "payment", "administrative", "miscellaneous",
]  # fmt: skip
CHANGE = {"code", "kind", "change", "action", "action_effective", "fields"}
REPORTED = {"action", "action_effective"}


@cache
def cells(cms: Path) -> dict[str, Cells]:
    return release_cells(cms)


def by_code(found: Cells) -> dict[str, dict[str, tuple[str, ...]]]:
    records: dict[str, dict[str, tuple[str, ...]]] = {}
    for (code, name), values in found.items():
        records.setdefault(code, {})[name] = values
    return records


def side(cms: Path, release: str) -> str:
    return f"{release}={lists(cms)[release]}"


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_every_difference_of_two_releases_and_no_other_is_listed(
    command: Command, shared_cms: Path, file_of_five: Path, pair: tuple[str, str]
) -> None:
    asked = command("--library", file_of_five, "diff", *pair, "--json")
    assert (asked.status, asked.err) == (0, "")
    answer = asked.json
    assert answer.keys() == {"old", "new", "summary", "changes"}
    assert (answer["old"], answer["new"]) == pair
    old, new = (by_code(cells(shared_cms)[release]) for release in pair)
    changes = {change["code"]: change for change in answer["changes"]}
    assert list(changes) == sorted(changes)
    assert len(changes) == len(answer["changes"])
    for code in old.keys() | new.keys():
        check(changes.get(code), code, old.get(code), new.get(code))


def check(
    change: Json,
    code: str,
    before: dict[str, tuple[str, ...]] | None,
    after: dict[str, tuple[str, ...]] | None,
) -> None:
    """Hold what is said of one code against what the workbooks print for it."""
    both = before.keys() & after.keys() if before and after else set()
    differ = {name for name in both if before and after and before[name] != after[name]}
    if before and after and not differ - REPORTED:
        assert change is None, code
        return
    assert change.keys() == CHANGE, code
    assert change["kind"] == ("modifier" if len(code) == 2 else "code")
    newer = after or before or {}
    assert (change["action"] or "") == "".join(newer.get("action", ()))
    assert (change["action_effective"] or "") == "".join(newer.get("action_effective", ()))
    if before is None or after is None:
        assert change["change"] == ["removed" if after is None else "added"]
        filled = {name for name, values in newer.items() if values}
        assert change["fields"].keys() == filled, code
        return
    assert change["fields"].keys() == differ, code
    for name in differ:
        assert change["fields"][name] == [as_shown(name, before[name]), as_shown(name, after[name])]
    expected = {kind_of(name, before, after) for name in differ - REPORTED}
    assert change["change"] == [kind for kind in KINDS if kind in expected], code


def as_shown(name: str, values: tuple[str, ...]) -> str | list[str]:
    return list(values) if name in SEVERAL_PLACES else "".join(values)


def kind_of(
    name: str, before: dict[str, tuple[str, ...]], after: dict[str, tuple[str, ...]]
) -> str:
    if name in ("long_description", "short_description", "coverage"):
        return name
    if name == "termination" and not (before[name] and after[name]):
        return "discontinued" if after[name] else "reactivated"
    if name in ("betos", "tos"):
        return "miscellaneous"
    is_payment = name.startswith(("pricing", "multiple_pricing", "asc", "mog", "anesthesia"))
    return "payment" if is_payment else "administrative"


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_the_summary_counts_the_changes_of_all_kinds(
    command: Command, file_of_five: Path, pair: tuple[str, str]
) -> None:
    answer = command("--library", file_of_five, "diff", *pair, "--json").json
    assert list(answer["summary"]) == KINDS
    for kind, number in answer["summary"].items():
        assert number == sum(kind in change["change"] for change in answer["changes"])
    counted = {kind: number for kind, number in answer["summary"].items() if number}
    assert counted == (SUMMARIES[pair] or counted)


def test_what_a_list_of_descriptions_alone_cannot_tell_is_said(
    command: Command, file_of_five: Path
) -> None:
    """Codes ended and coverage changed from 2020 to 2025; the later list prints neither."""
    told = "Not compared, because one of the two lists does not print it: discontinued, reactivated"
    assert told in command("--library", file_of_five, "diff", "2020-07", "2025-07").out
    between = command("--library", file_of_five, "diff", "2020-04", "2020-07").out
    assert "Not compared" not in between


@pytest.mark.parametrize("pair", [("2020-04", "2020-07"), ("2018-01", "2019-01")], ids="-".join)
def test_files_give_the_same_as_releases(
    command: Command, shared_cms: Path, file_of_five: Path, tmp_path: Path, pair: tuple[str, str]
) -> None:
    of_library = command("--library", file_of_five, "diff", *pair, "--json").json
    files = [side(shared_cms, release) for release in pair]
    assert command("diff", *files, "--json").json == of_library
    mixed = command("--library", file_of_five, "diff", pair[0], files[1], "--json").json
    assert mixed == of_library
    assert not (tmp_path / "data").exists()


def test_backwards_the_same_codes_change(command: Command, file_of_five: Path) -> None:
    there, back = (
        command("--library", file_of_five, "diff", *pair, "--json").json
        for pair in (("2020-04", "2020-07"), ("2020-07", "2020-04"))
    )
    assert [each["code"] for each in there["changes"]] == [each["code"] for each in back["changes"]]
    assert (there["summary"]["added"], there["summary"]["discontinued"]) == (
        back["summary"]["removed"],
        back["summary"]["reactivated"],
    )


def test_a_release_and_itself_do_not_differ(command: Command, file_of_five: Path) -> None:
    answer = command("--library", file_of_five, "diff", "2019-01", "2019-01", "--json").json
    assert answer["changes"] == []
    assert set(answer["summary"].values()) == {0}
