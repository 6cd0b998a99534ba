"""What the drug tools answer as JSON. Keys keep their names and meaning: programs rely on them.

Amounts with a unit are text; bare numbers are JSON numbers, exact up to the digits that these have.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from hcpcs_desktop.domain.bsa import BsaResult
from hcpcs_desktop.domain.claim_lines import ClaimLine
from hcpcs_desktop.domain.inputs import Step
from hcpcs_desktop.domain.ndc import NdcReading
from hcpcs_desktop.domain.ndc_claim import Edi, NdcClaim, cms1500, ub04
from hcpcs_desktop.domain.ndc_unit import NdcQuantity, UnitCheck
from hcpcs_desktop.domain.product import ListedProduct
from hcpcs_desktop.domain.units_request import OpenedContainer, UnitsResult
from hcpcs_desktop.output import drugs
from hcpcs_desktop.output.answers import Json


def units_answer(result: UnitsResult) -> Json:
    """The answer to ``units``; what was discarded is None where no container is known."""
    left = result.discarded_amount
    return {
        "administered_units": result.administered_units,
        "discarded_units": result.discarded_units,
        "discarded_amount": None if left is None else str(left),
        "vials_used": dict(result.vials_used),
        "jw_jz_applies": result.jw_jz_applies,
        "lines": [_line(each) for each in result.lines],
        "steps": _steps(result.steps),
        "notes": list(result.notes),
        "containers": [_container(each) for each in result.containers],
        "record_sentence": result.record_sentence,
    }


def bsa_answer(surface: BsaResult, lines: UnitsResult | None, notes: Sequence[str]) -> Json:
    """The answer to ``bsa``: the surface, the dose if there is one, the claim lines if asked."""
    answer: Json = {"bsa": _number(surface.bsa), "bsa_used": _number(surface.bsa_used)}
    if surface.dose is not None:
        answer["dose"] = str(surface.dose)
    if surface.dose_mg is not None:
        answer["dose_mg"] = _number(surface.dose_mg)
    answer |= units_answer(lines) if lines else {}
    answer["steps"] = _steps((*surface.steps, *(lines.steps if lines else ())))
    answer["notes"] = [*surface.notes, *(lines.notes if lines else ()), *notes]
    return answer


def ndc_reading_answer(reading: NdcReading, products: Sequence[ListedProduct] = ()) -> Json:
    """The answer to ``ndc`` for an NDC alone, with what the crosswalk lists it for."""
    return {
        "status": reading.status,
        "ndc11": reading.ndc11,
        "ndc11_hyphenated": reading.ndc11_hyphenated,
        "source_format": reading.source_format,
        "candidates": list(reading.candidates),
        "suggested": reading.suggested,
        "problem": reading.problem,
        "message": reading.message,
        "products": [drugs.product_answer(each) for each in products],
    }


def ndc_claim_answer(claim: NdcClaim) -> Json:
    """The answer to ``ndc`` for a dose; without a usable NDC the strings are left out."""
    answer: Json = {
        "hcpcs_units": claim.hcpcs_units,
        "ndc_unit": claim.ndc_unit,
        "ndc_quantity": _number(claim.ndc_quantity),
        "notes": list(claim.notes),
    }
    strings: Json = {
        "ndc11": claim.ndc11,
        "cms1500": claim.cms1500,
        "ub04": claim.ub04,
        "edi": _edi(claim.edi) if claim.edi else None,
    }
    return answer | {name: value for name, value in strings.items() if value is not None}


def ndc_check_answer(check: UnitCheck) -> Json:
    """The answer to ``ndc`` for a unit qualifier and a quantity."""
    return {"valid": check.valid, "warning": check.warning, "message": check.message}


def _line(line: ClaimLine) -> Json:
    answer: Json = {"code": line.code, "modifiers": list(line.modifiers), "units": line.units}
    if line.ndc is None:
        return answer
    return answer | {"ndc": line.ndc} | _counted(line.ndc, line.ndc_quantity)


def _counted(ndc11: str, counted: NdcQuantity | None) -> Json:
    """How much of the product, and the strings of the claim forms; empty where it is not known."""
    if counted is None:
        return {}
    return {
        "ndc_unit": counted.unit,
        "ndc_quantity": _number(counted.quantity),
        "cms1500": cms1500(ndc11, counted.unit, counted.number),
        "ub04": ub04(ndc11, counted.unit, counted.number),
        "edi": _edi(Edi("N4", ndc11, counted.number, counted.unit)),
    }


def _steps(steps: Iterable[Step]) -> list[Json]:
    return [{"text": each.text, "source": each.source} for each in steps]


def _container(container: OpenedContainer) -> Json:
    return {
        "count": container.count,
        "content": str(container.content),
        "given": str(container.given),
        "discarded": str(container.discarded),
    }


def _edi(edi: Edi) -> Json:
    return {"LIN02": edi.lin02, "LIN03": edi.lin03, "CTP04": edi.ctp04, "CTP05-1": edi.ctp05_1}


def _number(number: Decimal) -> int | float:
    """The nearest number that JSON readers have; whole ones stay whole."""
    return int(number) if number == number.to_integral_value() else float(number)
