"""Templates of a clinic: which items stand in a checklist, and what is refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from hcpcs_desktop.domain.checklist import Item, Template
from hcpcs_desktop.domain.clinic import Clinic
from hcpcs_desktop.domain.clinic_template import OWN_RULE, ClinicTemplate, checked
from hcpcs_desktop.domain.composing import compose_for
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import template_file

DRUG = frozenset({"drug"})
ITEMS = tuple(Item(name, f"text of {name}", "why", "source", ("16",)) for name in "abc")
PROGRAM = Template("drug", 10, "Drug", (), ("drug",), ITEMS)
OWN = Item("own", "Our item", "Ours.", "", ("252",))


def _ours(*items: Item, leave_out: tuple[str, ...] = (), order: int = 1_000) -> ClinicTemplate:
    return checked(ClinicTemplate(Template("ours", order, "Ours", (), ("drug",), items), leave_out))


def _items(*templates: ClinicTemplate, code: str = "J9043") -> list[Item]:
    made = compose_for([PROGRAM], code, DRUG, clinic=Clinic(templates=templates))
    return list(made.items)


def test_own_items_come_last_and_say_whose_they_are() -> None:
    found = _items(_ours(OWN))
    assert [item.id for item in found] == ["a", "b", "c", "own"]
    assert found[-1].origin == "your clinic's template Ours"
    assert found[-1].source == OWN_RULE
    assert not any(item.origin for item in found[:-1])


def test_own_items_come_first_where_the_template_says_so() -> None:
    assert [item.id for item in _items(_ours(OWN, order=1))] == ["own", "a", "b", "c"]


def test_items_are_left_out() -> None:
    assert [item.id for item in _items(_ours(OWN, leave_out=("b", "gone")))] == ["a", "c", "own"]


def test_an_item_of_the_same_id_stands_in_its_place() -> None:
    found = _items(_ours(replace(ITEMS[1], text="Ours instead")))
    assert [item.text for item in found] == ["text of a", "Ours instead", "text of c"]
    assert found[1].origin


def test_an_item_that_was_not_changed_stays_the_programs() -> None:
    assert not any(item.origin for item in _items(_ours(*ITEMS)))


def test_a_template_for_other_codes_changes_nothing() -> None:
    template = Template("ours", 1_000, "Ours", ("E0100-E0199",), (), (OWN,))
    other = checked(ClinicTemplate(template, ("a",)))
    assert [item.id for item in _items(other)] == ["a", "b", "c"]


HEAD = 'kind = "hcpcs-desktop checklist template"\nversion = 1\nid = "ours"\ntitle = "Ours"\n'
ITEM = '[[item]]\nid = "x"\ntext = "X"\n'


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (HEAD + ITEM, "codes: say for which codes"),
        (HEAD + 'codes = ["J90"]\n' + ITEM, "codes: .*J90"),
        (HEAD + 'traits = ["spaceship"]\n' + ITEM, 'traits: "spaceship" is no kind of code'),
        (HEAD + 'codes = ["J9043"]\n', "item: there is no item"),
        (HEAD + 'codes = ["J9043"]\n' + ITEM + ITEM, "item 2, id: x stands twice"),
        (HEAD + 'codes = ["J9043"]\n' + ITEM.replace('"X"', '""'), "item 1, text: give it 1 to"),
        (HEAD + 'codes = ["J9043"]\n' + ITEM.replace('"x"', '"X x"'), "item 1, id: use small"),
        (HEAD + 'codes = ["J9043"]\n' + ITEM + 'prevents = ["zz"]', "item 1, prevents: "),
        (HEAD + 'codes = ["J9043"]\n' + ITEM + 'payers = ["me"]', "item 1, payers 1: invalid"),
        (HEAD + 'codes = ["J9043"]\n' + ITEM + "colour = 1", 'item 1: .*unknown field "colour"'),
        (HEAD + "codes = J9043\n", "no TOML: .*line 5"),
        (HEAD.replace("version = 1", "version = 9"), "version must be 1"),
    ],
)
def test_a_file_that_breaks_the_schema_is_refused_with_the_place(
    tmp_path: Path, content: str, told: str
) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(content)
    with pytest.raises(UserError, match=told):
        template_file.read(file)


def test_too_many_items_are_refused() -> None:
    items = tuple(replace(OWN, id=f"own-{number}") for number in range(201))
    with pytest.raises(InputError, match="more than 200"):
        _ours(*items)
