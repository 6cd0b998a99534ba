"""Where a search looks: the codes of a library on a day, and what of them is wanted."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from hcpcs_desktop.domain.hit import ReadAs, Why
from hcpcs_desktop.library.entries import Entries, Entry
from hcpcs_desktop.library.rank import PLAIN, Ranked
from hcpcs_desktop.library.terms import Terms


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

    @cached_property
    def usable(self) -> Set[int]:
        """The ids of the codes that are wanted: those that had not ended before the day, or all."""
        return self.entries.by_id.keys() if self.everything else self.entries.in_use(self.on)

    def matching(self, match: str, *, weighed: bool = True) -> list[int]:
        """The ids of the codes that the index finds, the best as it sees them first.

        Those that had ended are left out, unless nothing else is found.
        """
        found = self.entries.index.matching(match, weighed=weighed)
        usable = self.usable
        return [number for number in found if number in usable] or list(found)

    def in_order(self, ranked: Sequence[Ranked]) -> list[Ranked]:
        """Ranked codes, the best first; of those of one tier what the user opens often."""
        often = self.often
        return sorted(
            ranked, key=lambda each: (each.rank.tier, -often.get(each.entry.code, 0), each.rank)
        )


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
