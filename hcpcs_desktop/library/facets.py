"""Counts the hits of a search by what they can be filtered by, and filters them."""

from collections.abc import Set
from datetime import date

from hcpcs_desktop.domain.hit import Facets, FilterName, Filters
from hcpcs_desktop.domain.traits import DME, DRUG
from hcpcs_desktop.library.entries import Entries, Entry

_PAYABLE = frozenset({"C", "D"})
"""Coverage codes under which Medicare pays: by judgment of the contractor, or with conditions.

Source: CMS HCPCS record layout, coverage code; I, M and S say that Medicare does not.
"""


class Sieve:
    """The codes of a library on a day, as sets of ids: one for each filter, one for each letter."""

    def __init__(self, entries: Entries, on: date) -> None:
        """Sort all codes of the library once."""
        self.on = on
        everything = entries.by_id.values()
        self._letters: dict[str, set[int]] = {}
        for entry in everything:
            if entry.kind == "code":
                self._letters.setdefault(entry.code[0], set()).add(entry.id)
        self._traits: dict[FilterName, Set[int]] = {
            "drug": {entry.id for entry in everything if DRUG in entry.traits},
            "dme": {entry.id for entry in everything if DME in entry.traits},
            "valid": {entry.id for entry in everything if _is_valid(entry, on)},
            "payable": {entry.id for entry in everything if entry.coverage in _PAYABLE},
        }
        self._ids = {entry.code: entry.id for entry in everything}

    def left(self, found: Set[int], filters: Filters, favourites: Set[str]) -> Set[int]:
        """Those of the hits that the filters leave."""
        return self._of_letter(self._with_traits(found, filters, favourites), filters.letter)

    def facets(self, found: Set[int], filters: Filters, favourites: Set[str]) -> Facets:
        """The counts of the hits; those that are none are left out."""
        of_any_letter = self._with_traits(found, filters, favourites)
        chosen = self._of_letter(of_any_letter, filters.letter)
        letters = {letter: len(ids & of_any_letter) for letter, ids in self._letters.items()}
        traits = {name: len(ids & chosen) for name, ids in self._by_name(favourites).items()}
        return Facets(
            tuple(sorted((letter, many) for letter, many in letters.items() if many)),
            tuple((name, many) for name, many in traits.items() if many),
        )

    def _with_traits(self, found: Set[int], filters: Filters, favourites: Set[str]) -> Set[int]:
        by_name = self._by_name(favourites)
        for name in filters.traits:
            found = found & by_name[name]
        return found

    def _of_letter(self, found: Set[int], letter: str) -> Set[int]:
        return found & self._letters.get(letter, set()) if letter else found

    def _by_name(self, favourites: Set[str]) -> dict[FilterName, Set[int]]:
        return self._traits | {
            "favourite": {self._ids[code] for code in favourites if code in self._ids}
        }


def _is_valid(entry: Entry, on: date) -> bool:
    return entry.validity().state(on) == "valid"
