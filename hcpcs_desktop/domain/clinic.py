"""What a clinic adds to the program's own guidance: a payer's profile, templates of its own."""

from dataclasses import dataclass

from hcpcs_desktop.domain.clinic_template import ClinicTemplate
from hcpcs_desktop.domain.payer_profile import PayerProfile


@dataclass(frozen=True, slots=True)
class Clinic:
    """The profile of the payer at hand, and the clinic's templates."""

    profile: PayerProfile | None = None
    templates: tuple[ClinicTemplate, ...] = ()


NO_CLINIC = Clinic()
