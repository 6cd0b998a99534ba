"""The content of one container of a packaged drug, as CMS's crosswalk tells it."""

from hcpcs_desktop.domain.product import Product
from hcpcs_desktop.domain.quantity import Quantity, QuantityError


def container_size(product: Product) -> Quantity | None:
    """The billing units of one item times the amount of one; None where CMS prints no such amount.

    Source: CMS on its crosswalk: BILLUNITS are those of one container, not of the package.
    """
    if not product.billing_units:
        return None
    try:
        unit = Quantity.parse(product.dosage)
        return Quantity(unit.amount * product.billing_units, unit.unit)
    except QuantityError:
        return None
