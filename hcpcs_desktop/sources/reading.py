"""What a reader returns: the records of a file and an account of how it went."""

from dataclasses import dataclass, field

from hcpcs_desktop.domain.record import Record


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source gave.

    ``family`` is the kind of file as the command line names it, ``release`` is ``YYYY-MM`` or
    empty where the file does not tell, ``file`` the name under which it was read. Rows are lines
    or sheet rows; ``warnings`` are sentences for the report.
    """

    family: str
    release: str
    file: str
    records: tuple[Record, ...]
    rows_read: int
    skipped: int = 0
    warnings: tuple[str, ...] = field(default=())

    @property
    def rows_stored(self) -> int:
        """How many records the source gave."""
        return len(self.records)
