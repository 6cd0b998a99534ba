"""The fixed-width list where it is not as usual: lost lines, letters of several bytes."""

import pytest

from hcpcs_desktop.errors import UserError

from .anweb_file import first_line, further_line, record, text, values
from .conftest import Read


@pytest.mark.parametrize("line", ["0A384001003Something", first_line("J9043").replace("J9", "??")])
def test_what_may_have_been_a_record_is_told(read: Read, line: str) -> None:
    assert read(text([*record("A0384"), line])).warnings == ("1 skipped: no record (line 2)",)


def test_a_line_apart_from_its_first_line_refuses_the_file(read: Read) -> None:
    with pytest.raises(UserError, match="goes on with J9043"):
        read(text([further_line("J9043", "and more"), *record("J9043")]))


def test_a_description_that_lost_a_line_is_told(read: Read) -> None:
    lines = [first_line("J9043", "Cabazitaxel"), further_line("J9043", "in the end", 300)]
    reading = read(text(lines))
    assert values(reading)["long_description"] == ("Cabazitaxel in the end",)
    assert reading.warnings == ("J9043: a part of its description is missing before line 2",)


@pytest.mark.parametrize(("last", "warned"), [("J9043", True), ("V5364", False)])
def test_a_long_list_that_ends_too_early_may_not_be_whole(
    read: Read, last: str, warned: bool
) -> None:
    lines = [first_line(f"A{number:04}") for number in range(500)]
    warnings = read(text([*lines, first_line(last)])).warnings
    assert bool(warnings) == warned
    assert all("it ends with J9043" in each for each in warnings)


@pytest.mark.parametrize("name", ["long_description", "short_description"])
@pytest.mark.parametrize("by_bytes", [True, False])
def test_letters_of_several_bytes_move_no_field(read: Read, name: str, by_bytes: bool) -> None:
    said = "Riboflavin 5\N{RIGHT SINGLE QUOTATION MARK}-phos\N{REGISTERED SIGN}"
    fields = {"short_description": "Riboflavin", "long_description": "Riboflavin"} | {name: said}
    width = 80 if name == "long_description" else 28
    line = first_line(
        "J9043",
        fields["long_description"],
        320,
        short_description=fields["short_description"],
        pricing=["51"],
        termination="20191231",
    )
    assert said in line
    if by_bytes:
        spare = len(said.encode()) - len(said)
        line = line.replace(said.ljust(width), said.ljust(width - spare))
        assert len(line.encode()) == 320
    found = values(read(text([line], encoding="utf-8")))
    assert found[name] == (said,)
    assert (found["pricing"], found["termination"]) == (("51",), ("2019-12-31",))
