"""What kind of thing a code stands for."""

import pytest

from hcpcs_desktop.domain.record import Values
from hcpcs_desktop.domain.traits import DME, DRUG, MODIFIER, NOC, traits_of


def values(long: str = "Something", **fields: str) -> dict[str, Values]:
    return {"long_description": (long,), **{name: (text,) for name, text in fields.items()}}


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("J9043", values("Injection, cabazitaxel, 1 mg")),
        ("Q5107", values(pricing="51")),
        ("G0009", values(pricing="54")),
        ("Q2043", values(pricing="57", betos="O1D")),
        ("C9399", values("Injection, something, 1 mg")),
    ],
)
def test_drugs(code: str, printed: dict[str, Values]) -> None:
    assert DRUG in traits_of(code, printed)


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("S9327", values(pricing="00", betos="Z2")),
        ("G0008", values("Injection, administration", pricing="57", betos="Y1")),
        ("C1234", values("Catheter")),
    ],
)
def test_what_is_no_drug(code: str, printed: dict[str, Values]) -> None:
    assert DRUG not in traits_of(code, printed)


@pytest.mark.parametrize(
    ("code", "long", "found"),
    [
        ("J9999", "Not otherwise classified, antineoplastic drugs", True),
        ("J3490", "Unclassified drugs", True),
        ("E1399", "Durable medical equipment, miscellaneous", True),
        ("J9043", "Injection, cabazitaxel, 1 mg", False),
        ("G8111", "Reason not otherwise specified", False),
    ],
)
def test_codes_for_what_has_no_code_of_its_own(code: str, long: str, found: bool) -> None:
    assert (NOC in traits_of(code, values(long))) == found


def test_a_wheelchair_is_durable_medical_equipment() -> None:
    assert DME in traits_of("E1130", values("Standard wheelchair", pricing="36"))
    assert DME not in traits_of("J9043", values(pricing="51"))


def test_a_modifier_is_nothing_else() -> None:
    assert traits_of("JW", values("Drug amount discarded, unclassified")) == {MODIFIER}
