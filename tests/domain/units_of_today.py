"""The unit calculation with the days that the facts tell."""

from hcpcs_desktop import paths
from hcpcs_desktop.domain import units
from hcpcs_desktop.domain.units_request import UnitsRequest, UnitsResult
from hcpcs_desktop.sources.facts import waste_dates

DATES = waste_dates(paths.seeds())


def compute(request: UnitsRequest) -> UnitsResult:
    """The claim lines for a dose."""
    return units.compute(request, DATES)
