"""What a reader returns: what a file holds, and an account of how it went."""

from collections.abc import Sized
from dataclasses import dataclass, field

from hcpcs_desktop.domain.dictionary import CodeTable
from hcpcs_desktop.domain.edits import MueLimit, MueTable, PtpTable
from hcpcs_desktop.domain.layout import FieldText
from hcpcs_desktop.domain.note import Correction, NocCode, ProcessingNote, ReportedChange
from hcpcs_desktop.domain.packed_pairs import Partners
from hcpcs_desktop.domain.price import PaymentLimit
from hcpcs_desktop.domain.product import Product
from hcpcs_desktop.domain.record import Record


@dataclass(frozen=True, slots=True)
class MueList:
    """One MUE table."""

    table: MueTable
    limits: tuple[MueLimit, ...]

    def __len__(self) -> int:
        """How many limits it has."""
        return len(self.limits)


@dataclass(frozen=True, slots=True)
class PtpPart:
    """One part of a table of pairs: by code its partners, and how many pairs were kept.

    ``name`` is the same for all revisions of a part, of which the last counts.
    """

    table: PtpTable
    name: str
    kept: int
    partners: dict[str, Partners]

    def __len__(self) -> int:
        """How many pairs it has."""
        return self.kept


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source gave.

    ``family`` is the kind of file as the command line names it, ``release`` is ``YYYY-MM`` or
    empty where the file does not tell, ``file`` the name under which it was read. Rows are lines
    or sheet rows; ``warnings`` are sentences for the report. Each family fills its own tuple
    (the record layout two) and leaves the others empty.
    """

    family: str
    release: str
    file: str
    records: tuple[Record, ...] = ()
    rows_read: int = 0
    skipped: int = 0
    warnings: tuple[str, ...] = field(default=())
    field_texts: tuple[FieldText, ...] = ()
    tables: tuple[CodeTable, ...] = ()
    notes: tuple[ProcessingNote, ...] = ()
    noc_codes: tuple[NocCode, ...] = ()
    corrections: tuple[Correction, ...] = ()
    reported: tuple[ReportedChange, ...] = ()
    limits: tuple[PaymentLimit, ...] = ()
    products: tuple[Product, ...] = ()
    mue_lists: tuple[MueList, ...] = ()
    ptp_parts: tuple[PtpPart, ...] = ()

    @property
    def rows_stored(self) -> int:
        """How many things the source gave: records, notes, prices, values of code tables ..."""
        held: list[Sized] = [getattr(self, name) for name in CONTENTS]
        held += [*self.mue_lists, *self.ptp_parts, *(table.meanings for table in self.tables)]
        return sum(len(each) for each in held)


CONTENTS = (
    "records", "field_texts", "notes", "noc_codes", "corrections", "reported", "limits",
    "products",
)  # fmt: skip
"""The tuples of a reading whose members count as rows."""
