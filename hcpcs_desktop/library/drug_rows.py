"""Turns payment limits and NDC crosswalks into rows; of two files of a quarter the last counts."""

from collections.abc import Iterable
from decimal import Decimal

from hcpcs_desktop.domain.price import PaymentLimit
from hcpcs_desktop.domain.product import Product
from hcpcs_desktop.sources.reading import Reading

Row = tuple[object, ...]


def limit_rows(readings: Iterable[Reading]) -> list[Row]:
    """The rows of ``payment_limit``, numbered in their order.

    The limits of codes and those of unclassified drugs are two files of a quarter.
    """
    listed: dict[tuple[str, bool], list[PaymentLimit]] = {}
    for reading in readings:
        fresh: dict[tuple[str, bool], list[PaymentLimit]] = {}
        for limit in reading.limits:
            fresh.setdefault((reading.release, not limit.code), []).append(limit)
        listed |= fresh
    rows = ((key[0], limit) for key in sorted(listed) for limit in listed[key])
    return [(number, *_limit_row(*row)) for number, row in enumerate(rows, 1)]


def product_rows(readings: Iterable[Reading]) -> list[Row]:
    """The rows of ``product``, numbered in their order."""
    listed: dict[tuple[str, str], list[Product]] = {}
    for reading in readings:
        fresh: dict[tuple[str, str], list[Product]] = {}
        for product in reading.products:
            fresh.setdefault((reading.release, product.crosswalk), []).append(product)
        listed |= fresh
    rows = ((key[0], product) for key in sorted(listed) for product in listed[key])
    return [(number, *_product_row(*row)) for number, row in enumerate(rows, 1)]


def _limit_row(release: str, limit: PaymentLimit) -> Row:
    return (
        limit.code,
        release,
        limit.short,
        limit.dosage,
        _text(limit.limit),
        _text(limit.coinsurance),
        _text(limit.vaccine_awp),
        _text(limit.vaccine_limit),
        _text(limit.blood_awp),
        _text(limit.blood_limit),
        int(limit.clotting_factor),
        limit.notes,
    )


def _product_row(release: str, product: Product) -> Row:
    return (
        product.code,
        product.ndc11,
        release,
        product.crosswalk,
        product.ndc,
        product.labeler,
        product.name,
        product.dosage,
        product.short,
        product.generic,
        _text(product.package_size),
        _text(product.package_quantity),
        _text(product.billing_units),
        _text(product.billing_units_package),
    )


def _text(number: Decimal | None) -> str | None:
    """A number as it was printed: SQLite's own numbers would round it."""
    return None if number is None else format(number, "f")
