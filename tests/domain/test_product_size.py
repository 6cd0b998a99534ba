"""The content of a container of a packaged drug."""

from dataclasses import replace
from decimal import Decimal

import pytest

from hcpcs_desktop.domain.product import Product
from hcpcs_desktop.domain.product_size import (
    container_size,
    liquid_volume,
    listed_otherwise,
    listed_sizes,
)


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


def avastin(ndc: str, units: str, millilitres: str) -> Product:
    found = replace(package("10 MG", units), ndc=ndc)
    return replace(found, package_size=Decimal(millilitres))


LISTED = (
    avastin("50242-0061-01", "40", "16"),
    avastin("50242-0060-01", "10", "4"),
    avastin("50242-0060-10", "10", "4"),
)


def test_sizes_are_listed_small_ones_first_with_the_ndc_that_is_certain() -> None:
    assert listed_sizes(LISTED) == {"100 mg": "", "400 mg": "50242006101"}
    assert listed_sizes((package("1 MG", None),)) == {}


@pytest.mark.parametrize(
    ("ndc11", "size", "volume"),
    [
        ("50242006101", "400 mg", "16 mL"),
        ("50242006101", "0.4 g", "16 mL"),
        ("50242006101", "100 mg", None),
        ("50242009901", "400 mg", None),
        ("50242006101", "a lot", None),
        ("50242006101", "16 mL", None),
    ],
)
def test_the_volume_of_a_liquid_is_that_of_the_same_ndc_and_size(
    ndc11: str, size: str, volume: str | None
) -> None:
    assert liquid_volume(LISTED, ndc11, size) == volume


@pytest.mark.parametrize(
    ("ndc11", "size", "listed"),
    [
        ("50242006101", "100 mg", "400 mg"),
        ("50242006101", "100 mg/4 mL", "400 mg"),
        ("50242006101", "400 mg/16 mL", None),
        ("50242006101", "0.4 g", None),
        ("50242006101", "16 mL", None),
        ("50242009901", "100 mg", None),
        ("", "100 mg", None),
    ],
)
def test_another_content_than_cms_lists_is_told(ndc11: str, size: str, listed: str | None) -> None:
    found = listed_otherwise(LISTED, ndc11, size)
    assert (None if found is None else str(found)) == listed
