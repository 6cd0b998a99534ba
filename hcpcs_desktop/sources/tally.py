"""Keeps account of a reading: rows read, rows skipped and why, remarks for the report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from hcpcs_desktop.errors import UserError

NO_ROWS = "no_rows"
"""The kind of the error for a file of a known family in which nothing can be used."""

NAMED = 5
"""How many codes a sentence of the report names before it only counts."""


@dataclass
class Tally:
    """What happened while a file was read; ``name`` is the file's."""

    name: str
    rows_read: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)

    def skip(self, why: str) -> None:
        """Count a row that is not kept; ``why`` ends the sentence of the report."""
        self.reasons[why] += 1

    @property
    def skipped(self) -> int:
        """How many rows were not kept."""
        return self.reasons.total()

    @property
    def warnings(self) -> tuple[str, ...]:
        """The sentences for the report."""
        skips = [f"{count} skipped: {why}" for why, count in sorted(self.reasons.items())]
        return (*skips, *self.remarks)

    def refuse(self, reason: str) -> UserError:
        """The error for a file in which nothing can be used."""
        return UserError(
            f"{self.name} was not taken: {reason}. Download it again from CMS.", NO_ROWS
        )


def listed(codes: Sequence[str]) -> str:
    """The codes for a sentence: the first few by name, of the others the number."""
    shown = ", ".join(codes[:NAMED])
    return f"{shown} and {len(codes) - NAMED} more" if len(codes) > NAMED else shown
