"""Where a search looks: the codes of a library on a day, and what of them is wanted."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from hcpcs_desktop.domain.hit import ReadAs, Why
from hcpcs_desktop.library.entries import Entries, Entry
from hcpcs_desktop.library.ranking import PLAIN, Ranked
from hcpcs_desktop.library.terms import Terms

_WEIGHTS = "0.0, 2.0, 1.0, 6.0, 6.0"


@dataclass(frozen=True)
class Scope:
    """The codes that are searched.

    With ``everything`` those that had ended before the day, too; ``as_typed`` is without
    corrections; ``often`` counts how often the user opened a code.
    """

    entries: Entries
    on: date
    everything: bool = False
    as_typed: bool = False
    often: Mapping[str, int] = field(default_factory=dict)

    def is_usable(self, entry: Entry) -> bool:
        """Whether a code is wanted: it had not ended before the day, or everything is."""
        return self.everything or entry.ended is None or entry.ended >= self._day

    def matching(self, match: str, *, weighed: bool = True) -> list[int]:
        """The ids of the codes that the index finds, the best as it sees them first.

        Those that had ended are left out, unless nothing else is found.
        """
        order = f" ORDER BY bm25(code_text, {_WEIGHTS}), rowid" if weighed else ""
        asked = f"SELECT rowid FROM code_text WHERE code_text MATCH ?{order}"
        found = [number for (number,) in self.entries.connection.execute(asked, [match])]
        by_id = self.entries.by_id
        return [number for number in found if self.is_usable(by_id[number])] or found

    def in_order(self, ranked: Sequence[Ranked]) -> list[Ranked]:
        """Ranked codes, the best first; of those of one tier what the user opens often."""
        often = self.often
        return sorted(
            ranked, key=lambda each: (each.rank.tier, -often.get(each.entry.code, 0), each.rank)
        )

    @cached_property
    def _day(self) -> str:
        return self.on.isoformat()


@dataclass(frozen=True, slots=True)
class Found:
    """How a query was read in the end, and the hits; ``rest`` are the ids of those behind."""

    kind: ReadAs
    hits: Sequence[tuple[Entry, Why]] = ()
    rest: Sequence[int] = ()
    terms: Terms = field(default_factory=Terms)
    advice: str = ""

    def ids(self) -> set[int]:
        """The ids of all hits."""
        return {entry.id for entry, _ in self.hits}.union(self.rest)

    def listed(self, entries: Entries, left: Set[int]) -> Iterator[tuple[Entry, Why]]:
        """The hits that are left, in their order."""
        yield from (each for each in self.hits if each[0].id in left)
        yield from ((entries.by_id[each], PLAIN) for each in self.rest if each in left)
