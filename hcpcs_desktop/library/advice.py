"""What to say of codes and modifiers that are not in HCPCS Level II at all."""

from hcpcs_desktop.domain import codes

LEVEL_ONE = (
    "This has the form of a CPT code (HCPCS Level I). Those belong to the American Medical "
    "Association and are not in HCPCS Level II; look it up in your CPT book."
)
DENTAL = (
    "D codes are dental codes (CDT). They belong to the American Dental Association and are in "
    "no CMS file; look them up in your CDT book."
)
NUMERIC_MODIFIER = (
    "A modifier of two digits belongs to CPT (HCPCS Level I), to the American Medical "
    "Association; look it up in your CPT book."
)
DIAGNOSIS = (
    "This has the form of a diagnosis code (ICD-10-CM). Those say why something was done, HCPCS "
    "says what was done; search for the item or the service."
)


def level_one_advice(code: str) -> str:
    """What to say of a code or modifier that is not of Level II; empty where it could be."""
    if codes.is_modifier(code) and code.isdigit():
        return NUMERIC_MODIFIER
    if codes.is_dental(code):
        return DENTAL
    return LEVEL_ONE if codes.is_level_one(code) and not codes.is_level_two(code) else ""
