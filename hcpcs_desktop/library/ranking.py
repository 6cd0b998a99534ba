"""In which order the hits of a search stand, and why each was found."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from hcpcs_desktop.domain.hit import Why
from hcpcs_desktop.library.entries import Entry
from hcpcs_desktop.library.terms import Terms
from hcpcs_desktop.library.words import stem, typed_words

BRAND, LAY, INGREDIENT = 0, 0, 1
BRAND_BEGUN, LAY_BEGUN, INGREDIENT_BEGUN = 2, 3, 2
SISTER, WHOLE_WORDS, BEGUN_WORDS, SOME_WORDS = 4, 5, 6, 9
"""How well a code answers, the best first; names still being typed come after whole ones."""

PLAIN = Why("description", "")
SAME_INGREDIENT = Why("brand", "same ingredient, other product")
MOST_WORDS = Why("description", "most of the words")


class Rank(NamedTuple):
    """What decides the order, the weightiest first."""

    tier: int
    place: int
    noc: bool
    ingredients: int
    missing_amounts: int
    spread: int
    first: int
    length: int
    code: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """A code with its rank and the reason why it was found."""

    rank: Rank
    entry: Entry
    why: Why


class Ranking:
    """Ranks codes for one query."""

    def __init__(self, terms: Terms, *, wants_noc: bool) -> None:
        """Take the terms of the query; ``wants_noc`` where it asks for unclassified codes."""
        self._terms = terms
        self._content = terms.content
        self._stems = [stem(word) for word in self._content]
        self._stem_set = frozenset(self._stems)
        self._begun = " ".join(self._content)
        self._wants_noc = wants_noc

    def rank(self, entry: Entry) -> Ranked:
        """The rank of a code that the index found."""
        tier, place, why = min(
            (self._by_brand(entry), self._by_lay(entry), self._by_ingredient(entry)),
            key=lambda found: found[:2],
        )
        if why is None:
            tier, place, why = self._by_words(entry)
        return self.at(entry, tier, why, place)

    def at(self, entry: Entry, tier: int, why: Why, place: int = 0) -> Ranked:
        """The rank of a code in a tier."""
        positions = self._positions(entry)
        found = [each for each in positions if each is not None]
        spread = max(found) - min(found) - len(found) if found else 99
        missing = sum(amount not in entry.words for amount in self._terms.amounts)
        rank = Rank(
            tier,
            place,
            entry.is_last_resort and not self._wants_noc,
            _ingredients(entry),
            missing + sum(each is None for each in positions) * (tier == SOME_WORDS) * 10,
            spread,
            min(found, default=99),
            len(entry.words),
            entry.code,
        )
        return Ranked(rank, entry, why)

    def _by_brand(self, entry: Entry) -> tuple[int, int, Why | None]:
        best: tuple[int, int, Why | None] = (99, 0, None)
        for name in entry.brands:
            tier = self._tier_of_name(name, BRAND, BRAND_BEGUN)
            if tier < best[0]:
                best = (tier, len(entry.brands) > 1, Why("brand", f"brand name: {name}"))
        return best

    def _by_lay(self, entry: Entry) -> tuple[int, int, Why | None]:
        best: tuple[int, int, Why | None] = (99, 0, None)
        for term, place in entry.lay:
            found = self._tier_of_name(term, LAY, LAY_BEGUN), place
            if found < best[:2]:
                best = (*found, Why("lay", f"everyday word: {term}"))
        return best

    def _by_ingredient(self, entry: Entry) -> tuple[int, int, Why | None]:
        tier = self._tier_of_name(entry.drug, INGREDIENT, INGREDIENT_BEGUN)
        return tier, 0, self._plain_why() if tier < 99 else None

    def _tier_of_name(self, name: str, whole: int, begun: int) -> int:
        """``whole`` where the query is the name, or the name and more; ``begun`` its beginning."""
        joined, stems = _name(name)
        if stems and stems <= self._stem_set:
            return whole
        return begun if len(self._begun) > 2 and joined.startswith(self._begun) else 99

    def _by_words(self, entry: Entry) -> tuple[int, int, Why]:
        tier = WHOLE_WORDS if self._stem_set.issubset(entry.stems) else BEGUN_WORDS
        return tier, 0, self._plain_why()

    def _plain_why(self) -> Why:
        if self._terms.corrections:
            used = ", ".join(used for _, used in self._terms.corrections)
            return Why("spelling", f"spelling: {used}")
        if self._terms.expansions:
            typed, meant = self._terms.expansions[0]
            return Why("abbreviation", f"{typed}: {meant}")
        return PLAIN

    def _positions(self, entry: Entry) -> list[int | None]:
        """Where the words of the query stand among those of the code."""
        return [
            _position(word, its_stem, entry)
            for word, its_stem in zip(self._content, self._stems, strict=True)
        ]


@lru_cache(maxsize=20_000)
def _name(name: str) -> tuple[str, frozenset[str]]:
    """A name in its compared form: its words in order, and their stems."""
    found = typed_words(name)
    return " ".join(found), frozenset(stem(word) for word in found)


def _position(word: str, its_stem: str, entry: Entry) -> int | None:
    if its_stem in entry.stems:
        return entry.stems.index(its_stem)
    return next((at for at, each in enumerate(entry.words) if each.startswith(word)), None)


def _ingredients(entry: Entry) -> int:
    """How many drugs a drug code names beside the first; the fewer, the likelier it is meant."""
    if not entry.family.startswith("drug "):
        return 0
    head = entry.long.split(",")[1] if entry.long.count(",") > 1 else entry.long
    return head.count(" and ") + head.count("/")
