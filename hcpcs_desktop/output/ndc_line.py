"""The NDC of a claim line, as the paper form has it."""

from hcpcs_desktop.domain.claim_lines import ClaimLine
from hcpcs_desktop.domain.ndc_claim import cms1500


def ndc_line(line: ClaimLine) -> str:
    """With its qualifier and, where it is known, its quantity; empty where the line has none."""
    if line.ndc is None:
        return ""
    counted = line.ndc_quantity
    return cms1500(line.ndc, counted.unit, counted.number) if counted else f"N4{line.ndc}"
