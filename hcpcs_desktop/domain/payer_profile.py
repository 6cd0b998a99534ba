"""What a clinic knows of one of its payers: its own rules, where payers differ.

There is no public table of payers' rules; a profile says what stands in this clinic's contract.
What it leaves open (None, or empty) is as it is usual for the kind of payer.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal, get_args

from hcpcs_desktop.domain.checklist import PAYERS, Payer
from hcpcs_desktop.domain.codes import CodeRange, named_in
from hcpcs_desktop.domain.inputs import InputError, one_of
from hcpcs_desktop.domain.ndc_unit import NDC_UNITS, NdcUnit

Stance = Literal["wanted", "ignored", "refused"]

STANCES: tuple[Stance, ...] = get_args(Stance)
FILE_KIND = "hcpcs-desktop payer profiles"
"""What a file of profiles says that it is."""
MOST_CHARACTERS = 4_000
"""Of a note; more is a document of its own."""
LONGEST_NAME = 80
MOST_CODES = 2_000

_INTERVAL = re.compile(r"([1-9]\d{0,3})\s*(day|week|month|year)s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PayerProfile:
    """A payer of the clinic, by its name.

    ``payer`` is the kind that it belongs to. ``authorization_codes`` are codes or runs of codes
    (``J9000-J9999``) that need authorization. ``sourcing`` is where its drugs must come from.
    ``reauthorization_every`` and ``appeal_within`` are intervals such as ``6 months``,
    ``180 days``; ``reauthorization_evidence`` is what it wants to see by then.
    """

    name: str
    payer: Payer = "commercial"
    jw_jz: Stance | None = None
    ndc_required: bool | None = None
    ndc_qualifiers: tuple[NdcUnit, ...] = ()
    one_line_per_ndc: bool | None = None
    takes_s_codes: bool | None = None
    authorization_codes: tuple[str, ...] = ()
    sourcing: str = ""
    reauthorization_every: str = ""
    reauthorization_evidence: str = ""
    appeal_within: str = ""
    notes: str = ""

    def needs_authorization(self, code: str) -> bool:
        """Whether the payer wants an authorization for a code."""
        return named_in(code, self.authorization_codes)

    def refuses(self, code: str) -> bool:
        """Whether the payer does not take a code: an S code, where it takes none."""
        return self.takes_s_codes is False and code.startswith("S")


def checked(profile: PayerProfile) -> PayerProfile:
    """The profile in good order: blanks cut, codes in upper case, intervals as they are shown.

    Raises InputError under the name of the field that makes no sense.
    """
    name = " ".join(profile.name.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise InputError("name", f"give the payer a name of 1 to {LONGEST_NAME} characters.")
    one_of("payer", profile.payer, PAYERS)
    if profile.jw_jz is not None:
        one_of("jw_jz", profile.jw_jz, STANCES)
    for qualifier in profile.ndc_qualifiers:
        one_of("ndc_qualifiers", qualifier, tuple(NDC_UNITS))
    return replace(
        profile,
        name=name,
        ndc_qualifiers=tuple(dict.fromkeys(profile.ndc_qualifiers)),
        authorization_codes=codes(profile.authorization_codes),
        sourcing=_text("sourcing", profile.sourcing),
        reauthorization_every=interval("reauthorization_every", profile.reauthorization_every),
        reauthorization_evidence=_text(
            "reauthorization_evidence", profile.reauthorization_evidence
        ),
        appeal_within=interval("appeal_within", profile.appeal_within),
        notes=_text("notes", profile.notes),
    )


def codes(typed: tuple[str, ...]) -> tuple[str, ...]:
    """Codes and runs of codes as they are compared, each once.

    Raises InputError for ``authorization_codes``.
    """
    found: dict[str, None] = {}
    for text in typed:
        try:
            found[str(CodeRange.parse(text))] = None
        except ValueError as error:
            raise InputError(
                "authorization_codes",
                f'"{text[:40]}" is no code; write J9043, or a run such as J9000-J9999.',
            ) from error
    if len(found) > MOST_CODES:
        raise InputError("authorization_codes", f"has more than {MOST_CODES:,} entries.")
    return tuple(found)


def interval(field: str, typed: str) -> str:
    """An interval as it is shown (``6 months``); empty for none. Raises InputError."""
    if not typed.strip():
        return ""
    found = _INTERVAL.fullmatch(typed.strip())
    if found is None:
        raise InputError(field, "write a number of days, weeks, months or years, as 180 days.")
    number, unit = int(found[1]), found[2].lower()
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _text(field: str, typed: str) -> str:
    text = typed.strip()
    if len(text) > MOST_CHARACTERS:
        raise InputError(field, f"is longer than {MOST_CHARACTERS:,} characters.")
    return text
