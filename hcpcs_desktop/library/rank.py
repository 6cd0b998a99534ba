"""What the order of hits is decided by, and the reasons that many of them share."""

from typing import NamedTuple

from hcpcs_desktop.domain.hit import Why
from hcpcs_desktop.library.entries import Entry

WHOLE_WORDS, BEGUN_WORDS, EXCLUDED, SOME_NAME, SOME_WORDS = 5, 6, 7, 8, 9
"""How well a code answers, the best first; before these come the tiers of names."""

PLAIN = Why("description", "")
SAME_INGREDIENT = Why("brand", "same ingredient, other product")
MOST_WORDS = Why("description", "most of the words")


class Rank(NamedTuple):
    """What decides the order, the weightiest first.

    ``is_out`` and ``unlike`` are those of the ``Fit`` of the amounts that are asked for.
    """

    tier: int
    refused: int
    is_out: bool
    unlike: int
    place: int
    missing: float
    last_resort: bool
    temporary: bool
    special: bool
    ingredients: int
    missing_amounts: int
    spread: int
    first: int
    length: int
    code: str


class Ranked(NamedTuple):
    """A code with its rank and the reason why it was found."""

    rank: Rank
    entry: Entry
    why: Why
