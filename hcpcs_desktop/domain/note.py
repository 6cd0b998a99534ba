"""CMS's remarks beside the record: processing notes, corrections, reported changes, NOC codes."""

from collections.abc import Mapping
from dataclasses import dataclass

from hcpcs_desktop.domain.record import Values


@dataclass(frozen=True, slots=True)
class ProcessingNote:
    """A numbered note that records refer to; its text as CMS prints it, in one line."""

    number: str
    text: str

    @property
    def deleted(self) -> bool:
        """Whether CMS has taken the note back."""
        return "PROCESSING NOTE DELETED" in self.text


@dataclass(frozen=True, slots=True)
class Correction:
    """What CMS corrected after a release had come out.

    ``action`` is CMS's sentence. ``effective`` is an ISO date, empty where none is printed.
    ``values`` are the fields that the correction prints, by the names of the record.
    """

    code: str
    action: str
    effective: str
    values: Mapping[str, Values]
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ReportedChange:
    """What CMS's transaction report says of a code: a letter as in the record's action code."""

    code: str
    action: str


@dataclass(frozen=True, slots=True)
class NocCode:
    """A code of CMS's list of codes for what is not otherwise classified; dates are ISO text."""

    code: str
    long: str
    added: str
    terminated: str
