"""Payment limits and packaged drugs as JSON and as text; numbers keep the digits of CMS's files."""

from decimal import Decimal

from hcpcs_desktop.domain.price import ListedLimit
from hcpcs_desktop.domain.product import ListedProduct
from hcpcs_desktop.domain.release import name_of

Json = dict[str, object]


def price_answer(listed: ListedLimit) -> Json:
    """A payment limit with its quarter; US dollars for one billing unit, percentages as such."""
    limit = listed.limit
    return {
        "release": listed.release,
        "dosage": limit.dosage,
        "limit": _text(limit.limit),
        "coinsurance": _text(limit.coinsurance),
        "vaccine_awp": _text(limit.vaccine_awp),
        "vaccine_limit": _text(limit.vaccine_limit),
        "blood_awp": _text(limit.blood_awp),
        "blood_limit": _text(limit.blood_limit),
        "clotting_factor": limit.clotting_factor,
        "notes": limit.notes,
    }


def product_answer(listed: ListedProduct) -> Json:
    """A packaged drug with its quarter; ``ndc11`` is None where CMS prints no NDC."""
    product = listed.product
    return {
        "release": listed.release,
        "code": product.code,
        "ndc": product.ndc,
        "ndc11": product.ndc11 or None,
        "crosswalk": product.crosswalk,
        "labeler": product.labeler,
        "name": product.name or product.generic,
        "dosage": product.dosage,
        "package_size": _text(product.package_size),
        "package_quantity": _text(product.package_quantity),
        "billing_units": _text(product.billing_units),
        "billing_units_package": _text(product.billing_units_package),
    }


def product_text(listed: ListedProduct) -> str:
    """A packaged drug in one line: code, name, maker, what a unit is, units of the package."""
    product = listed.product
    units = _text(product.billing_units_package) or "?"
    named = f"{product.name or product.generic}, {product.labeler}"
    return (
        f"{product.code or 'NOC'}  {named}: {units} x {product.dosage} "
        f"(CMS {product.crosswalk} crosswalk, {name_of(listed.release)})"
    )


def _text(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")
