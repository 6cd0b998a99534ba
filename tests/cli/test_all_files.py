"""``import`` of everything that CMS published, together and one file after the other."""

import re
from pathlib import Path

import pytest

from .commands import Command, Json

FILES = 16
FAMILIES = {
    "anweb": 5,
    "record_layout": 2,
    "processing_notes": 2,
    "noc": 3,
    "corrections": 2,
    "transaction_report": 4,
    "asp": 1,
    "ndc_crosswalk": 1,
}
DESERVED = (
    r"C\d{4}: ASC effective date kept as printed, \d{6}",
    r"text and workbook differ in action effective of 115: A0130, .*",
    r"text and workbook differ in tos of 2: E0210, E0776",
    r"Q5111: 01/0/12019 is no date and was left out",
    r"1 skipped: CS stands in it twice with different changes",
)
"""What CMS's files bring upon themselves; nothing else is to be said of them."""


def everything(cms: Path) -> list[str]:
    """All files, with the release stated where neither name nor content tells it."""
    paths = sorted(path for path in cms.rglob("*.*") if path.is_file())
    return [
        f"{path.parent.name}={path}" if "2020" in path.parent.name else str(path) for path in paths
    ]


def undeserved(sources: list[Json]) -> list[str]:
    return [
        text
        for source in sources
        for text in source["warnings"]
        if not any(re.fullmatch(pattern, text) for pattern in DESERVED)
    ]


def test_all_files_together(command: Command, shared_cms: Path) -> None:
    files = everything(shared_cms)
    assert len(files) == FILES
    asked = command("import", *files, "--json")
    assert (asked.status, asked.err) == (0, "")
    answer = asked.json
    families = [source["family"] for source in answer["sources"]]
    assert {family: families.count(family) for family in families} == FAMILIES
    assert undeserved(answer["sources"]) == []
    assert len([text for source in answer["sources"] for text in source["warnings"]]) == 9
    library = answer["library"]
    assert library["releases"] == ["2018-01", "2019-01", "2020-04", "2020-07", "2025-07"]
    again = command("import", *files, "--json").json
    assert again["library"] == library
    assert all(
        source["warnings"][-1] == "already in the library; nothing was changed"
        for source in again["sources"]
    )
    assert command("doctor", "--json").json["library"]["id"] == library["id"]


@pytest.mark.slow
def test_one_file_after_the_other_gives_the_same_library(
    command: Command, shared_cms: Path, tmp_path: Path
) -> None:
    files = everything(shared_cms)
    for number, file in enumerate(files, 1):
        answer = command("import", file, "--json").json
        assert undeserved(answer["sources"]) == [], file
        assert answer["sources"], file
        listed = command("sources", "--json").json["sources"]
        assert len({source["sha256"] for source in listed}) == number + 1
    together = command("import", *files, "--json", data_dir=tmp_path / "together").json["library"]
    assert answer["library"]["id"] == together["id"]
    for source in listed[1:]:
        left = command("remove", source["id"], "--json").json
    assert left["library"]["releases"] == []
    assert [source["family"] for source in left["sources"]] == ["seeds"]
