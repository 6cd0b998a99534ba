"""Which field of a line mends a finding."""

from collections.abc import Mapping

_FIELDS: Mapping[str, str] = {
    "code_unknown": "code",
    "code_not_yet_effective": "code",
    "code_discontinued": "code",
    "not_payable_by_medicare": "code",
    "code_combination": "code",
    "s_code_refused": "code",
    "drug_code_mismatch": "code",
    "authorization_code_mismatch": "code",
    "units_dose_mismatch": "units",
    "mue_exceeded": "units",
    "authorization_exceeded": "units",
    "authorization_missing": "number",
    "authorization_expired": "end",
    "pos_inconsistent": "pos",
    "ndc_invalid": "ndc",
    "ndc_missing": "ndc",
    "ndc_code_mismatch": "ndc",
    "noc_needs_description": "drug",
    "diagnosis_missing": "dx",
    "administration_line_missing": "new line",
}

NEW_LINE = "new line"


def field_of(rule: str) -> str:
    """The field for a rule's findings; what is not named here is a matter of modifiers."""
    return _FIELDS.get(rule, "modifiers")
