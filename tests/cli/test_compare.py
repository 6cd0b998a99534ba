"""``compare``."""

from hcpcs_desktop.domain.dictionary import FIELD_NAMES

from .commands import Command, Json


def field(found: Json, name: str) -> Json:
    (one,) = [each for each in found["fields"] if each["name"] == name]
    return one


def test_the_same_fields_of_codes_stand_side_by_side(ask: Command) -> None:
    found = ask("compare", "j9043", "J9310", "RT", "--on", "2019-02-01", "--json").json
    assert found["codes"] == ["J9043", "J9310", "RT"]
    assert found["on"] == "2019-02-01"
    names = [each["name"] for each in found["fields"]]
    assert names[-len(FIELD_NAMES) :] == list(FIELD_NAMES)
    assert all(len(each["values"]) == len(each["meanings"]) == 3 for each in found["fields"])
    assert field(found, "state")["values"] == ["valid", "discontinued", "valid"]
    assert field(found, "tos")["values"][0] == ["1", "P"]
    assert field(found, "long")["same"] is False
    assert field(found, "termination")["values"][:2] == ["", "2018-12-31"]


def test_a_field_says_the_same_as_show(ask: Command) -> None:
    found = ask("compare", "J9043", "J9043", "--on", "2020-08-01", "--json").json
    shown = ask("show", "J9043", "--on", "2020-08-01", "--json").json
    for each in shown["fields"]:
        compared = field(found, each["name"])
        assert compared["values"] == [each["value"]] * 2
        assert compared["meanings"] == [each["meaning"]] * 2
        assert compared["same"] is True


def test_the_text_marks_what_differs(ask: Command) -> None:
    lines = ask("compare", "J9043", "J9310", "--on", "2019-02-01").out.splitlines()
    assert lines[0].split() == ["J9043", "J9310"]
    assert any(line.startswith("* Validity") and "Discontinued" in line for line in lines)
    assert lines[-1] == "On 2019-02-01."


def test_one_code_is_nothing_to_compare(ask: Command) -> None:
    assert ask("compare", "J9043").status == 2


def test_a_code_that_is_not_there_is_refused(ask: Command) -> None:
    found = ask("compare", "J9043", "J0001", "--json")
    assert found.status == 1
    assert found.json["error"]["kind"] == "not_found"
