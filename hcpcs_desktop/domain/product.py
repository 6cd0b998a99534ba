"""A packaged drug and the code that it is billed under.

Source: CMS NDC-HCPCS crosswalks; CMS publishes one for each way of pricing and they stay apart.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Crosswalk = Literal["ASP", "AWP", "OPPS", "PrEP", "NOC"]
"""Which of CMS's crosswalks lists the product: how its payment limit comes about."""

_NDC = re.compile(r"[0-9]{5}-[0-9]{4}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Product:
    """One row of a crosswalk.

    ``code`` is empty in the crosswalk of unclassified drugs, whose ``generic`` name is printed
    instead. ``ndc`` is as CMS prints it: 5-4-2 with hyphens, or for what has no NDC the maker's
    own number. ``dosage`` is the amount of one billing unit, ``package_size`` the amount in one
    item and ``package_quantity`` how many items the NDC holds; ``billing_units`` are those of one
    item, ``billing_units_package`` those of the whole package. None where CMS prints no number.
    """

    code: str
    ndc: str
    crosswalk: Crosswalk
    labeler: str
    name: str
    dosage: str
    short: str = ""
    generic: str = ""
    package_size: Decimal | None = None
    package_quantity: Decimal | None = None
    billing_units: Decimal | None = None
    billing_units_package: Decimal | None = None

    @property
    def ndc11(self) -> str:
        """The NDC as the eleven digits of a claim; empty for the maker's own number."""
        return self.ndc.replace("-", "") if _NDC.fullmatch(self.ndc) else ""


@dataclass(frozen=True, slots=True)
class ListedProduct:
    """A product and the quarter (by its release, ``YYYY-MM``) for which CMS lists it."""

    release: str
    product: Product
