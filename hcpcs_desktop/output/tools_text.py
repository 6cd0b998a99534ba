"""The drug tools for people at a terminal: the result first, then how it comes about."""

from collections.abc import Iterable, Sequence

from hcpcs_desktop.domain import ndc
from hcpcs_desktop.domain.bsa import BsaResult
from hcpcs_desktop.domain.claim_lines import ClaimLine
from hcpcs_desktop.domain.inputs import Step
from hcpcs_desktop.domain.ndc import NdcReading
from hcpcs_desktop.domain.ndc_claim import NdcClaim
from hcpcs_desktop.domain.ndc_unit import UnitCheck
from hcpcs_desktop.domain.product import ListedProduct
from hcpcs_desktop.domain.units_request import UnitsResult
from hcpcs_desktop.output import drugs
from hcpcs_desktop.output.ndc_line import ndc_line
from hcpcs_desktop.output.text import WIDTH, wrapped
from hcpcs_desktop.output.wording import one_line


def units(result: UnitsResult, width: int = WIDTH) -> str:
    """The claim lines, the steps that lead to them, the notes and the sentence for the record."""
    return _parts([_lines(result, width), *_working(result.steps, result.notes, width)])


def bsa(
    surface: BsaResult, lines: UnitsResult | None, notes: Sequence[str], width: int = WIDTH
) -> str:
    """The surface and the dose, then the claim lines if there are any."""
    head = wrapped(f"Body surface area: {surface.bsa:.2f} m²", width)
    if surface.bsa_used != surface.bsa:
        head += wrapped(f"Dosed by: {surface.bsa_used:.2f} m²", width)
    if surface.dose is not None:
        amount = f"{surface.dose.amount:,.3f}".rstrip("0").rstrip(".")
        head += wrapped(f"Dose: {amount} {surface.dose.unit.plural}", width)
    steps = (*surface.steps, *(lines.steps if lines else ()))
    all_notes = (*surface.notes, *(lines.notes if lines else ()), *notes)
    return _parts([head, _lines(lines, width) if lines else "", *_working(steps, all_notes, width)])


def ndc_reading(
    reading: NdcReading, products: Sequence[ListedProduct] = (), width: int = WIDTH
) -> str:
    """The eleven digits, or why there are none; below it the possible readings, or the products."""
    head = f"{reading.ndc11}  {reading.ndc11_hyphenated}\n" if reading.ndc11 else ""
    candidates = "".join(f"  {ndc.hyphenated(each)}\n" for each in reading.candidates)
    listed = "".join(wrapped(drugs.product_text(each), width, "  ") for each in products)
    return _parts([head + wrapped(reading.message, width) + candidates + listed])


def ndc_claim(claim: NdcClaim, width: int = WIDTH) -> str:
    """The quantities, and the strings to copy."""
    units = "not known" if claim.hcpcs_units is None else f"{claim.hcpcs_units:,}"
    quantity = f"{claim.ndc_unit} {claim.ndc_quantity.normalize():f}"
    rows = [("HCPCS units", units), ("NDC quantity", quantity)]
    if claim.edi:
        rows += [
            ("CMS-1500", claim.cms1500 or ""),
            ("UB-04", claim.ub04 or ""),
            ("837P", f"LIN02 {claim.edi.lin02}, LIN03 {claim.edi.lin03}"),
            ("", f"CTP04 {claim.edi.ctp04}, CTP05-1 {claim.edi.ctp05_1}"),
        ]
    table = "".join(f"{name:<14}{value}\n" for name, value in rows)
    return _parts([table, *_working((), claim.notes, width)])


def ndc_check(check: UnitCheck, width: int = WIDTH) -> str:
    """Whether the quantity is valid, and why not."""
    return _parts([wrapped(check.message, width)])


def _lines(result: UnitsResult, width: int) -> str:
    return wrapped(result.record_sentence, width) + "".join(map(_line, result.lines))


def _line(line: ClaimLine) -> str:
    code = "-".join((one_line(line.code or "(code)"), *line.modifiers))
    return f"  {code:<12}{line.units:>8,} units   {ndc_line(line)}".rstrip() + "\n"


def _working(steps: Iterable[Step], notes: Iterable[str], width: int) -> tuple[str, str]:
    return (
        "".join(wrapped(f"{each.text} Source: {each.source}.", width, "- ") for each in steps),
        "".join(wrapped(f"Note: {each}", width) for each in notes),
    )


def _parts(parts: Iterable[str]) -> str:
    """Parts with an empty line between them, without one at the end."""
    return "\n".join(part for part in parts if part).rstrip("\n")
