"""How a checklist is put together from templates, and what keeps it from contradicting itself."""

from hcpcs_desktop.domain.checklist import Item, Template, compose


def _item(name: str, unless: tuple[str, ...] = ()) -> Item:
    return Item(name, name, "why", "source", ("16",), unless=unless)


DRUG = Template("drug", 10, "Drug", (), ("drug",), (_item("units", ("noc",)), _item("order")))
NOC = Template("noc", 20, "Unclassified", (), ("noc",), (_item("one unit"),))
OTHER = Template("other", 5, "Elsewhere", (), ("elsewhere",), (_item("contract"),), ("home",))


def _ids(*traits: str) -> list[str]:
    return [item.id for item in compose([NOC, OTHER, DRUG], "J3490", frozenset(traits)).items]


def test_items_stand_in_the_order_of_their_templates() -> None:
    assert _ids("drug", "elsewhere") == ["contract", "units", "order"]


def test_an_item_gives_way_to_what_a_trait_says_better() -> None:
    assert _ids("drug", "noc") == ["order", "one unit"]


def test_a_template_gives_way_too() -> None:
    assert _ids("drug", "elsewhere", "home") == ["units", "order"]


def test_the_title_names_only_what_gave_items() -> None:
    bare = Template("bare", 30, "Bare", (), ("drug",), (_item("gone", ("drug",)),))
    assert compose([DRUG, bare], "J1640", frozenset({"drug"})).title == "Drug"
