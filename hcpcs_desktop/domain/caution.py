"""What is known of a code beyond its record, and would cost a denial to miss."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Caution:
    """A sentence about these codes, with its source."""

    codes: tuple[str, ...]
    says: str
    source: str
