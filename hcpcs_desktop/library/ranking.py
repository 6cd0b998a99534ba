"""In which order the hits of a search stand, and why each was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from hcpcs_desktop.domain.hit import Why
from hcpcs_desktop.library.entries import Entry
from hcpcs_desktop.library.terms import Terms
from hcpcs_desktop.library.words import stem, telling, typed_words

BRAND, LAY, INGREDIENT = 0, 0, 1
BRAND_BEGUN, LAY_BEGUN, INGREDIENT_BEGUN = 2, 3, 2
SISTER, WHOLE_WORDS, BEGUN_WORDS, SOME_NAME, SOME_WORDS = 4, 5, 6, 8, 9
"""How well a code answers, the best first; names still being typed come after whole ones."""

_NONE = 99
_TEMPORARY = "C"
"""Codes of the hospital outpatient system, most of which give way to a permanent code."""

PLAIN = Why("description", "")
SAME_INGREDIENT = Why("brand", "same ingredient, other product")
MOST_WORDS = Why("description", "most of the words")


class Rank(NamedTuple):
    """What decides the order, the weightiest first."""

    tier: int
    place: int
    missing: float
    last_resort: bool
    temporary: bool
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
        """The rank of a code that has all words of the query."""
        tier, place, why = self._by_name(entry)
        if why is None:
            tier, place, why = self._by_words(entry)
        return self._at(entry, tier, why, place)

    def rank_some(self, entry: Entry, weights: Mapping[str, float]) -> Ranked:
        """The rank of a code that has some of the words; ``weights`` say how telling each is."""
        tier, place, why = self._by_name(entry)
        missing = sum(
            weights[word]
            for word, position in zip(self._content, self._positions(entry), strict=True)
            if position is None
        )
        whole_name = why is not None and tier in {BRAND, INGREDIENT}
        some = SOME_NAME if whole_name else SOME_WORDS
        return self._at(entry, some, why if why and whole_name else MOST_WORDS, place, missing)

    def sister(self, entry: Entry) -> Ranked:
        """The rank of another product of a drug that was named."""
        return self._at(entry, SISTER, SAME_INGREDIENT)

    def _at(
        self, entry: Entry, tier: int, why: Why, place: int = 0, missing: float = 0.0
    ) -> Ranked:
        positions = [each for each in self._positions(entry) if each is not None]
        rank = Rank(
            tier,
            place,
            missing,
            entry.is_last_resort and not self._wants_noc,
            entry.code.startswith(_TEMPORARY),
            _ingredients(entry),
            sum(amount not in entry.words for amount in self._terms.amounts),
            max(positions) - min(positions) - len(positions) if positions else 99,
            min(positions, default=99),
            len(entry.words),
            entry.code,
        )
        return Ranked(rank, entry, why)

    def _by_name(self, entry: Entry) -> tuple[int, int, Why | None]:
        """The best of the names that lead to a code: trade names, everyday words, the drug."""
        drug = *self._tier_of_name(entry.drug, INGREDIENT, INGREDIENT_BEGUN), "", entry.drug
        found = [drug]
        for name in entry.brands:
            found.append((*self._tier_of_name(name, BRAND, BRAND_BEGUN), "brand name", name))
        for term, place in entry.lay:
            tier, uncovered = self._tier_of_name(term, LAY, LAY_BEGUN)
            found.append((tier, uncovered * 10 + place, "everyday word", term))
        tier, place, kind, name = min(found)
        if tier == _NONE:
            return _NONE, 0, None
        if not kind:
            return tier, place, self._plain_why()
        return tier, place, Why("lay" if kind == "everyday word" else "brand", f"{kind}: {name}")

    def _tier_of_name(self, name: str, whole: int, begun: int) -> tuple[int, int]:
        """``whole`` where the query holds the name, with the words beyond; ``begun`` its start."""
        joined, stems = _name(name)
        if stems and stems <= self._stem_set:
            return whole, len(self._stem_set) - len(stems)
        starts = len(self._begun) > 2 and joined.startswith(self._begun)
        return (begun, 0) if starts else (_NONE, 0)

    def _by_words(self, entry: Entry) -> tuple[int, int, Why]:
        held = frozenset(entry.stems)
        whole = all(term.stands_in(held) for term in self._terms.required)
        return WHOLE_WORDS if whole else BEGUN_WORDS, 0, self._plain_why()

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
    found = telling(typed_words(name))
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
