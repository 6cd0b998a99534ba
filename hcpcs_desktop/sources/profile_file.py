"""Reads payer profiles that a clinic shares as a file."""

from pathlib import Path
from typing import Any

import msgspec

from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.payer_profile import FILE_KIND, PayerProfile, checked
from hcpcs_desktop.sources import shared_file

_Profile: Any = shared_file.strict(PayerProfile)
_File: Any = msgspec.defstruct(
    "_File", [("profile", tuple[_Profile, ...])], forbid_unknown_fields=True
)


def read(path: Path) -> tuple[PayerProfile, ...]:
    """The profiles of a file; raises UserError that names the line or field at fault."""
    file = shared_file.read(path, FILE_KIND, _File)
    found: dict[str, PayerProfile] = {}
    for number, each in enumerate(file.profile, 1):
        try:
            profile = checked(PayerProfile(**msgspec.structs.asdict(each)))
        except InputError as error:
            reason = error.reason.rstrip(".")
            raise shared_file.refused(path, f"profile {number}, {error.field}: {reason}") from error
        if profile.name.casefold() in found:
            raise shared_file.refused(path, f"profile {number}: {profile.name} stands twice")
        found[profile.name.casefold()] = profile
    if not found:
        raise shared_file.refused(path, "there is no profile in it")
    return tuple(found.values())
