"""Payment limits in words: amounts, percentages, and what a limit means."""

from datetime import date
from decimal import Decimal

from hcpcs_desktop.domain.price import ListedLimit, PaymentLimit
from hcpcs_desktop.domain.release import first_day, name_of

MEANING = (
    "For one billing unit, normally the average sales price plus 6\N{NO-BREAK SPACE}%. It is what "
    "Medicare Part B allows where the drug is covered, and no statement that it is."
)
"""Source: Social Security Act s. 1847A; CMS says of its files that a limit is no coverage."""

_PLACES = 3


def dollars(amount: Decimal | None) -> str:
    """An amount of US dollars with the three places of CMS's files; a dash where none is known."""
    return "–" if amount is None else f"$ {amount:,.{_PLACES}f}"


def per_unit(limit: PaymentLimit) -> str:
    """The limit and what it is for: ``$ 227.277 per 1 MG``."""
    if limit.limit is None:
        return "No limit printed"
    return f"{dollars(limit.limit)} per {limit.dosage}" if limit.dosage else dollars(limit.limit)


def coinsurance(limit: PaymentLimit) -> str:
    """The patient's share of a unit, by the percentage that CMS prints; empty where it does not."""
    if limit.coinsurance is None:
        return ""
    percent = f"{limit.coinsurance.normalize():f} %"
    if limit.limit is None:
        return percent
    share = limit.limit * limit.coinsurance / 100
    return f"{percent}, {dollars(share)} of each unit"


def quarter(listed: ListedLimit) -> str:
    """The quarter of a limit in words: ``October to December 2025``."""
    start = first_day(listed.release)
    last = name_of(f"{start.year}-{min(start.month + 2, 12):02}")
    return f"{name_of(listed.release).split()[0]} to {last}"


def other_quarter(listed: ListedLimit, on: date) -> str:
    """That a limit is not that of the day's quarter; empty where it is.

    Where the library lacks the quarter of a day, the nearest that it has stands in.
    """
    start = first_day(listed.release)
    if (on.year, (on.month - 1) // 3) == (start.year, (start.month - 1) // 3):
        return ""
    return f"not the quarter of {on.isoformat()}, which no file in the library has"


def short_quarter(release: str) -> str:
    """The quarter of a release: ``Q4 2025``."""
    day = first_day(release)
    return f"Q{(day.month + 2) // 3} {day.year}"


def remarks(limit: PaymentLimit) -> tuple[str, ...]:
    """What else CMS prints of a limit, one sentence each."""
    said = [
        f"As a vaccine: {dollars(limit.vaccine_limit)}." if limit.vaccine_limit else "",
        f"As a blood product: {dollars(limit.blood_limit)}." if limit.blood_limit else "",
        "Clotting factor: a furnishing fee comes on top." if limit.clotting_factor else "",
        f"CMS notes: {limit.notes}." if limit.notes else "",
    ]
    return tuple(each for each in said if each)
