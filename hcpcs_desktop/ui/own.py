"""What belongs to the user about one code."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Own:
    """Whether a code is a favourite, the note on it, and why nothing can be saved.

    ``today`` is the date of service unless another is chosen; ``read_only`` is empty where the
    notebook can be written.
    """

    is_favourite: bool
    note: str
    today: date
    read_only: str
