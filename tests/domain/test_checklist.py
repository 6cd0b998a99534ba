"""Which templates and which of their items hold for a code."""

import pytest

from hcpcs_desktop.domain.checklist import Item, Payer, Setting, Template, compose


def item(name: str, *payers: Payer, settings: tuple[Setting, ...] = ()) -> Item:
    return Item(name, f"Do {name}", "because", "a rule", (), payers, settings)


DRUG = Template(
    "drug",
    2,
    "Infused drug",
    (),
    ("drug",),
    (
        item("order"),
        item("waste", "medicare"),
        item("amount", settings=("practitioner", "home_infusion")),
    ),
)
PER_DIEM = Template(
    "per-diem", 1, "Home infusion", ("S9325-S9379",), (), (item("visit"), item("order"))
)


def names(
    code: str,
    traits: frozenset[str] = frozenset(),
    payer: Payer = "medicare",
    setting: Setting | None = None,
) -> list[str]:
    return [each.id for each in compose([DRUG, PER_DIEM], code, traits, payer, setting).items]


@pytest.mark.parametrize(
    ("code", "traits", "found"),
    [
        ("J9043", {"drug"}, ["order", "waste", "amount"]),
        ("S9327", set(), ["visit", "order"]),
        ("S9379", {"drug"}, ["visit", "order", "waste", "amount"]),
        ("S9380", set(), []),
        ("E0100", {"dme"}, []),
    ],
)
def test_a_template_holds_for_its_codes_and_traits(
    code: str, traits: set[str], found: list[str]
) -> None:
    assert names(code, frozenset(traits)) == found


def test_an_item_holds_for_its_payers_and_settings() -> None:
    drug = frozenset({"drug"})
    assert names("J9043", drug, "commercial") == ["order", "amount"]
    assert names("J9043", drug, "medicare", "asc") == ["order", "waste"]
    assert names("J9043", drug, "other", "home_infusion") == ["order", "amount"]


def test_a_checklist_says_for_whom_it_is() -> None:
    found = compose([DRUG, PER_DIEM], "S9327", frozenset({"drug"}), "medicaid", "home_infusion")
    assert (found.code, found.payer, found.setting) == ("S9327", "medicaid", "home_infusion")
    assert found.title == "Home infusion, Infused drug"
