"""What Medicare pays for a drug under Part B: the limits of CMS's quarterly payment limit files.

Source: CMS ASP pricing files; a limit is for one billing unit of the code.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PaymentLimit:
    """The payment limit of a code in one quarter, money in US dollars.

    ``code`` is empty for a drug of the list of unclassified drugs, which ``short`` then names; a
    five-digit code has no ``short``, because that text is the AMA's. ``limit`` is None where CMS
    prints none. Percentages are of the limit (``coinsurance``) or of the average wholesale price.
    """

    code: str
    short: str
    dosage: str
    limit: Decimal | None
    coinsurance: Decimal | None = None
    vaccine_awp: Decimal | None = None
    vaccine_limit: Decimal | None = None
    blood_awp: Decimal | None = None
    blood_limit: Decimal | None = None
    clotting_factor: bool = False
    notes: str = ""


@dataclass(frozen=True, slots=True)
class ListedLimit:
    """A payment limit and the quarter (by its release, ``YYYY-MM``) for which CMS lists it."""

    release: str
    limit: PaymentLimit
