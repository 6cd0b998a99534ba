"""What codes share with their sisters, as the library writes it: a drug, or a per-diem therapy."""

DRUG_FAMILY = "drug "
PER_DIEM_FAMILY = "per diem "


def drug_of(family: str) -> str:
    """The drug that a family is of; empty where it is of none."""
    return family.removeprefix(DRUG_FAMILY) if family.startswith(DRUG_FAMILY) else ""
