"""Whether a newer CMS release is due, in words."""

from datetime import date

from hcpcs_desktop.domain.freshness import Freshness
from hcpcs_desktop.domain.release import name_of

HOW_TO_GET_IT = (
    "CMS puts the new list on cms.gov, under HCPCS Quarterly Update, some days before the quarter "
    "begins. Save the zip as it is and drop it on this window; what you have stays."
)


def due(fresh: Freshness) -> str:
    """When the next release takes effect, or that it has; empty where none is held."""
    if not fresh.release:
        return ""
    day = _in_words(fresh.next_release_due)
    return (
        f"A newer release has been in effect since {day}"
        if fresh.stale
        else f"Next release due {day}"
    )


def _in_words(day: date) -> str:
    return f"{day.day} {name_of(day.strftime('%Y-%m'))}"
