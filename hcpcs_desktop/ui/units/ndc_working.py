"""From an NDC and a dose, as typed, to what a claim says of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hcpcs_desktop.domain import ndc, ndc_claim
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.ndc import NdcReading
from hcpcs_desktop.domain.ndc_claim import Form, NdcClaim, NdcClaimRequest
from hcpcs_desktop.ui.units.faults import sentence


@dataclass(frozen=True, slots=True)
class NdcEntries:
    """The fields as typed; the other fields only matter once there is a dose."""

    ndc: str = ""
    dose: str = ""
    form: Form = "liquid"
    strength: str = ""
    vial: str = ""
    billing_unit: str = ""


@dataclass(frozen=True, slots=True)
class NdcOutcome:
    """How the NDC was read, the claim of a dose, and what is wrong, by field."""

    reading: NdcReading | None = None
    claim: NdcClaim | None = None
    faults: Mapping[str, str] = field(default_factory=dict)


def work_out(entries: NdcEntries) -> NdcOutcome:
    """Read the NDC, and work out its quantity where a dose is given."""
    reading = ndc.read(entries.ndc) if entries.ndc.strip() else None
    faults = {"ndc": reading.message} if reading and reading.ndc11 is None else {}
    if not entries.dose.strip():
        return NdcOutcome(reading, faults=faults)
    try:
        claim = ndc_claim.compute(
            NdcClaimRequest(
                dose=entries.dose,
                form=entries.form,
                billing_unit=entries.billing_unit.strip() or None,
                concentration=entries.strength.strip() or None,
                vial=entries.vial.strip() or None,
                ndc=reading.ndc11 if reading else None,
            )
        )
    except InputError as error:
        name = {"concentration": "strength"}.get(error.field, error.field)
        return NdcOutcome(reading, faults={**faults, name: sentence(error)})
    return NdcOutcome(reading, claim, faults)


def strings(outcome: NdcOutcome) -> list[tuple[str, str]]:
    """What can be copied onto a claim, each with the place where it goes."""
    reading, claim = outcome.reading, outcome.claim
    found = []
    if reading is not None and reading.ndc11:
        found.append(("Eleven digits", reading.ndc11))
    if claim is None:
        return found
    if claim.hcpcs_units is not None:
        found.append(("HCPCS units", str(claim.hcpcs_units)))
    found.append(("NDC quantity", f"{claim.ndc_unit}{claim.ndc_quantity.normalize():f}"))
    if claim.cms1500 and claim.ub04 and claim.edi:
        edi = claim.edi
        found += [
            ("CMS-1500, shaded 24A", claim.cms1500),
            ("UB-04, form locator 43", claim.ub04),
            ("837P, LIN02 and LIN03", f"{edi.lin02}*{edi.lin03}"),
            ("837P, CTP04 and CTP05-1", f"{edi.ctp04}*{edi.ctp05_1}"),
        ]
    return found
