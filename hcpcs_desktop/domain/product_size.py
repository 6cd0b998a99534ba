"""The content of one container of a packaged drug, as CMS's crosswalk tells it."""

from collections.abc import Iterable, Iterator

from hcpcs_desktop.domain.inputs import InputError, amount
from hcpcs_desktop.domain.product import Product
from hcpcs_desktop.domain.quantity import Quantity, QuantityError

_MILLILITER = Quantity.parse("1 mL").unit


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


def liquid_volume(products: Iterable[Product], ndc11: str, size: str) -> str | None:
    """The volume of a container of a liquid, as ``16 mL``.

    None where CMS lists the NDC with another content than the size, or not at all. That PKG SIZE
    counts millilitres holds for liquids alone: of a powder it is the container itself.
    """
    typed = _amount(size)
    for product, content in _of_ndc(products, ndc11):
        if typed is not None and product.package_size and _same(content, typed):
            return str(Quantity(product.package_size, _MILLILITER))
    return None


def listed_otherwise(products: Iterable[Product], ndc11: str, size: str) -> Quantity | None:
    """The content with which CMS lists the NDC, where the size is another one."""
    typed = _amount(size)
    contents = [content for _, content in _of_ndc(products, ndc11)]
    if typed is None or any(_same(content, typed) for content in contents):
        return None
    alike = (each for each in contents if each.unit.measure == typed.unit.measure)
    return next(alike, None)


def _amount(size: str) -> Quantity | None:
    """What a size holds, of ``400 mg/16 mL`` the first; None for no amount."""
    try:
        return amount("size", size.partition("/")[0])
    except InputError:
        return None


def _of_ndc(products: Iterable[Product], ndc11: str) -> Iterator[tuple[Product, Quantity]]:
    for product in products:
        content = container_size(product)
        if product.ndc11 == ndc11 and content is not None:
            yield product, content


def _same(one: Quantity, other: Quantity) -> bool:
    return one.unit.measure == other.unit.measure and one / other == 1


def listed_sizes(products: Iterable[Product]) -> dict[str, str]:
    """The container sizes that CMS lists, small ones first, each with its NDC if it has just one.

    Sizes are as text (``400 mg``); an empty NDC stands where several packages have that size.
    """
    found: dict[Quantity, set[str]] = {}
    for product in products:
        size = container_size(product)
        if size is not None:
            found.setdefault(size, set()).add(product.ndc11)
    in_order = sorted(found, key=lambda size: size.amount.scaleb(size.unit.power))
    return {str(size): found[size].pop() if len(found[size]) == 1 else "" for size in in_order}
