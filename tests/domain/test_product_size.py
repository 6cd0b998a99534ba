"""The content of a container of a packaged drug."""

from decimal import Decimal

import pytest

from hcpcs_desktop.domain.product import Product
from hcpcs_desktop.domain.product_size import container_size


def package(dosage: str, units: str | None) -> Product:
    number = None if units is None else Decimal(units)
    return Product("J9043", "00024-5824-11", "ASP", "Maker", "Drug", dosage, billing_units=number)


@pytest.mark.parametrize(
    ("dosage", "units", "size"),
    [
        ("1 MG", "60", "60 mg"),
        ("0.5 MG", "12", "6 mg"),
        ("15 MG", "0.5", "7.5 mg"),
        ("10 IU", "300", "3,000 IU"),
        ("1 EA", "1", "1 each"),
    ],
)
def test_billing_units_of_one_item_times_their_amount(dosage: str, units: str, size: str) -> None:
    assert str(container_size(package(dosage, units))) == size


@pytest.mark.parametrize(("dosage", "units"), [("1 MG", None), ("1 MG", "0"), ("1 DOSAGE", "1")])
def test_a_size_that_cms_does_not_tell_is_not_known(dosage: str, units: str | None) -> None:
    assert container_size(package(dosage, units)) is None
