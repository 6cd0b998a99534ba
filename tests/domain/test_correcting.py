"""What CMS's corrections do to a record; the sentences are those of 2018 and 2019."""

import pytest

from hcpcs_desktop.domain.correcting import Step, steps
from hcpcs_desktop.domain.note import Correction
from hcpcs_desktop.domain.record import Appearance, Record, Values

RECORD = Record(
    "J9043",
    "code",
    {
        "long_description": ("Injection, a drug, 1 mg",),
        "xref": ("J7023",),
        "asc": ("YY",),
        "asc_effective": ("2019-01-01",),
        "lab_certification": ("140",),
        "coverage": ("D",),
        "added": ("2010-01-01",),
        "action": ("N",),
    },
)


def correct(
    action: str,
    record: Record | None = RECORD,
    effective: str = "2019-01-01",
    comment: str = "",
    earlier: tuple[Appearance, ...] = (),
    **values: Values,
) -> Step:
    correction = Correction("J9043", action, effective, values, comment)
    (step,) = steps(record, "2019-01", [correction], earlier)
    return step


def changed(step: Step) -> dict[str, Values]:
    assert step.before is not None
    assert step.after is not None
    before = step.before.values
    return {name: its for name, its in step.after.values.items() if before.get(name) != its}


def test_the_fields_that_a_correction_prints_replace_those_of_the_list() -> None:
    step = correct("Change Cov to C and Price to 39", coverage=("C",), pricing=("39",))
    assert changed(step) == {"coverage": ("C",), "pricing": ("39",)}
    assert step.is_understood


@pytest.mark.parametrize(
    ("action", "fields"),
    [
        ("Change xref code to J7203", {"xref": ("J7203",)}),
        ("Add Lab Cert code 220", {"lab_certification": ("140", "220")}),
        (
            'Change Action code to "F" and add Action Effective date',
            {"action": ("F",), "action_effective": ("2019-01-01",)},
        ),
        ('Remove "YY" ASC Ind and ASC Start date', {"asc": (), "asc_effective": ()}),
        (
            "Discontinue",
            {
                "termination": ("2018-12-31",),
                "action_effective": ("2019-01-01",),
                "action": ("D",),
            },
        ),
    ],
)
def test_some_sentences_say_all(action: str, fields: dict[str, Values]) -> None:
    step = correct(action)
    assert changed(step) == fields
    assert step.is_understood


def test_a_change_of_the_asc_date_takes_effect_on_that_day() -> None:
    step = correct("Change ASC Ind/ASC eff date", effective="2017-04-01", asc=("YY",))
    assert changed(step) == {"asc_effective": ("2017-04-01",)}


@pytest.mark.parametrize("text", ["INJECTION, a Drug, 1 mg", "Injection,  a drug,\n1 mg"])
def test_what_the_list_has_already_changes_nothing(text: str) -> None:
    step = correct("Revise Long Desc", long_description=(text,))
    assert step.after == step.before
    assert step.is_understood


def test_a_code_is_added_with_the_day_of_the_correction() -> None:
    step = correct("ADD CODE", None, comment="Statute 1833(t)", coverage=("C",))
    assert step.after is not None
    assert step.after.values == {
        "coverage": ("C",),
        "added": ("2019-01-01",),
        "action_effective": ("2019-01-01",),
        "action": ("A",),
        "statute": ("1833(t)",),
    }


def test_a_code_added_without_a_day_has_no_day() -> None:
    step = correct("ADD CODE", None, effective="", coverage=("C",))
    assert step.after is not None
    assert step.after.values == {"coverage": ("C",)}


def test_a_print_that_has_only_the_code_adds_none() -> None:
    assert correct("ADD CODE", None).after is None
    assert correct("Removed in error - add back to file", None).after is None


def test_a_code_that_was_lost_is_as_the_list_before_had_it() -> None:
    earlier = (Appearance("2018-01", RECORD), Appearance("2020-01", Record("J9043", "code", {})))
    assert correct("Removed in error - add back to file", None, earlier=earlier).after == RECORD


@pytest.mark.parametrize(
    "action",
    ["DELETE", "Remove, will be assigned at a later date", "DO NOT ADD - Remove from the list"],
)
def test_a_code_is_taken_back(action: str) -> None:
    assert correct(action).after is None
    assert correct(action, None).after is None


def test_an_addition_can_be_taken_back() -> None:
    added = Correction("J9043", "ADD CODE", "2018-01-01", {"coverage": ("C",)})
    taken_back = Correction("J9043", "DO NOT ADD", "", {})
    first, second = steps(None, "2018-01", [added, taken_back], [])
    assert first.after == second.before
    assert second.after is None


def test_descriptions_are_reverted_where_the_year_is_at_hand() -> None:
    before = Record("J9043", "code", {"long_description": ("As it was",), "coverage": ("C",)})
    says = "Should not have been updated - revert back to 2018 description"
    step = correct(says, effective="", earlier=(Appearance("2018-01", before),))
    assert changed(step) == {"long_description": ("As it was",)}
    assert not correct(says).is_understood


def test_other_sentences_change_nothing_and_say_so() -> None:
    step = correct("See the note")
    assert step.after == step.before
    assert not step.is_understood


def test_a_code_that_the_list_lacks_is_not_made_by_a_change() -> None:
    assert correct("Change Cov to C", None, coverage=("C",)).after is None
