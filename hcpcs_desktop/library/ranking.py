"""In which order the hits of a search stand, and why each was found."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from hcpcs_desktop.domain.amount_text import spans
from hcpcs_desktop.domain.amounts import OPEN, Fit, Span, fit_of
from hcpcs_desktop.domain.hit import Why, WhyKind
from hcpcs_desktop.domain.measures import BARE
from hcpcs_desktop.domain.traits import DRUG
from hcpcs_desktop.library.descriptions import ingredients, is_special, refused_in
from hcpcs_desktop.library.entries import Entry
from hcpcs_desktop.library.names import BEGUN, KIN, LAY, OTHER_PRODUCT, WHOLE, WHOLE_DRUG, Named
from hcpcs_desktop.library.names import DRUG as DRUG_NAME
from hcpcs_desktop.library.rank import (
    BEGUN_WORDS,
    EXCLUDED,
    MOST_WORDS,
    PLAIN,
    SAME_INGREDIENT,
    SOME_NAME,
    SOME_WORDS,
    WHOLE_WORDS,
    Rank,
    Ranked,
)
from hcpcs_desktop.library.terms import BIOSIMILAR, Terms
from hcpcs_desktop.library.words import stem, typed_words

_BEHIND_NAMES = 10_000
"""The place of a code whose bounds hold an amount of the query: behind those that are named."""

_TEMPORARY = "C"
"""Codes of the hospital outpatient system, most of which give way to a permanent code."""

_PRIVATE = "S"
"""Codes of private payers, most of which double a drug's code that every payer takes."""


class Ranking:
    """Ranks codes for one query."""

    def __init__(
        self,
        terms: Terms,
        named: Mapping[int, Named],
        *,
        wants_noc: bool,
        unwanted: frozenset[str],
        asked: Sequence[Span] = (),
        isotopes: Sequence[str] = (),
        ends_with_number: bool = False,
    ) -> None:
        """Take the terms, and the codes that they name, by id.

        ``wants_noc`` where the query asks for unclassified codes; ``unwanted`` are the stems of
        what it asks to be without; ``asked`` are the amounts in it, ``isotopes`` the numbers of
        those that it names. A number without a unit is one of anything where the query
        ``ends_with_number``, else of a drug alone: ``4 wheel``.
        """
        self._terms = terms
        self._named = named
        self._content = terms.content
        self._stems = [stem(word) for word in self._content]
        self._sought = [(f" {stem(word)} ", f" {word}") for word in self._content]
        self._amounts = [f" {amount} " for amount in terms.amounts]
        self._is_of_biosimilars = BIOSIMILAR in terms.amounts
        self._expanded = self._reason()
        self._wants_noc = wants_noc
        self._unwanted = unwanted
        self._asked = [span for span in asked if span.measure != BARE] or asked
        beside = [str(span.low) for span in asked if span not in self._asked]
        self._beside = [f" {number.replace('.', 'd')} " for number in beside]
        self._isotopes = [f" {number} " for number in isotopes]
        self._measured = [each for each in self._asked if not _is_number(each)]
        self._ends_with_number = ends_with_number

    def rank(self, entry: Entry) -> Ranked:
        """The rank of a code that has all words of the query."""
        named = self._named.get(entry.id)
        positions = self._positions(entry)
        if self._is_excluded(entry):
            return self._at(entry, EXCLUDED, self._plain_why(entry), positions)
        fit = self._fit(entry)
        why = self._name_why(named, entry) if named else self._plain_why(entry)
        if fit.is_held and not (named and named.tier == WHOLE) and self._has_all(entry):
            return self._at(entry, WHOLE, why, positions, _BEHIND_NAMES, fit=fit)
        if named is not None:
            return self._at(entry, named.tier, why, positions, named.place, fit=fit)
        whole = all(term.stands_in(entry.stems) for term in self._terms.required)
        tier = WHOLE_WORDS if whole else BEGUN_WORDS
        return self._at(entry, tier, why, positions, fit=fit)

    def rank_some(self, entry: Entry, weights: Mapping[str, float]) -> Ranked:
        """The rank of a code that has some of the words; ``weights`` say how telling each is."""
        named = self._named.get(entry.id)
        positions = self._positions(entry)
        covered = _stems_of(named.name) if named else ()
        missing = sum(
            weights[word]
            for word, its_stem, position in zip(self._content, self._stems, positions, strict=True)
            if position is None and its_stem not in covered
        )
        if named is not None and named.tier <= WHOLE_DRUG:
            why = self._name_why(named, entry)
            return self._at(entry, SOME_NAME, why, positions, named.place, missing)
        return self._at(entry, SOME_WORDS, MOST_WORDS, positions, missing=missing)

    def sister(self, entry: Entry) -> Ranked:
        """The rank of another product of a drug that was named."""
        tier = EXCLUDED if self._is_excluded(entry) else OTHER_PRODUCT
        positions = self._positions(entry)
        return self._at(entry, tier, SAME_INGREDIENT, positions, fit=self._fit(entry))

    def names(self, entry: Entry) -> bool:
        """Whether the query names the code, by a trade name of its own or by its drug."""
        named = self._named.get(entry.id)
        return named is not None and named.tier <= BEGUN

    def _at(
        self,
        entry: Entry,
        tier: int,
        why: Why,
        found_at: Sequence[int | None],
        place: int = 0,
        missing: float = 0.0,
        *,
        fit: Fit = OPEN,
    ) -> Ranked:
        positions = [each for each in found_at if each is not None]
        rank = Rank(
            tier,
            self._refused(entry),
            fit.is_out,
            fit.unlike,
            place,
            missing,
            entry.is_last_resort and not self._wants_noc,
            entry.code.startswith((_TEMPORARY, _PRIVATE) if entry.drug else _TEMPORARY),
            why.kind != "brand" and bool(entry.drug) and is_special(entry.long),
            ingredients(entry.long) if entry.drug else 0,
            sum([amount not in entry.words for amount in self._amounts]),
            max(positions) - min(positions) - len(positions) if positions else 99,
            min(positions, default=99),
            entry.words.count(" "),
            entry.code,
        )
        return Ranked(rank, entry, why)

    def _fit(self, entry: Entry) -> Fit:
        """How the amounts of the query go with the code; that of another isotope is out."""
        is_drug = DRUG in entry.traits
        asked = self._asked if is_drug or self._ends_with_number else self._measured
        fit = fit_of(spans(entry.long), asked, is_drug=is_drug) if asked else OPEN
        is_another = not all(number in entry.words for number in self._isotopes)
        return fit._replace(is_held=False, is_out=True) if is_another else fit

    def _has_all(self, entry: Entry) -> bool:
        """Whether the words themselves stand in the code, and the numbers beside an amount."""
        return all(f" {each} " in entry.stems for each in self._stems) and all(
            each in entry.words for each in self._beside
        )

    def _is_excluded(self, entry: Entry) -> bool:
        """Whether the code is not for what the query asks for, such as a biosimilar."""
        if self._is_of_biosimilars and entry.drug:
            return f" {BIOSIMILAR} " not in entry.words or f" excludes {BIOSIMILAR}" in entry.words
        return " excludes " in entry.words and any(
            f" excludes {word}" in entry.words for word in self._content
        )

    def _refused(self, entry: Entry) -> int:
        """How many words the code says no to and the query does not, or the other way round."""
        said = refused_in(entry.long)
        if not (said or self._unwanted):
            return 0
        wanted = sum(each in said for each in self._stems if each not in self._unwanted)
        held = (each for each in self._unwanted if f" {each} " in entry.stems)
        return wanted + sum(each not in said for each in held)

    def _name_why(self, named: Named, entry: Entry) -> Why:
        if named.kind == DRUG_NAME:
            return self._plain_why(entry)
        if named.kind == KIN:
            return SAME_INGREDIENT
        if named.kind == LAY:
            return Why("lay", f"everyday word: {named.name}")
        return Why("brand", f"brand name: {named.name}")

    def _plain_why(self, entry: Entry) -> Why:
        corrections = [
            used for typed, used in self._terms.corrections if f" {typed} " not in entry.words
        ]
        if corrections:
            used = ", ".join(corrections)
            return Why("spelling", f"spelling: {used}")
        return self._expanded

    def _reason(self) -> Why:
        """Why a code is found whose words were spelt as they stand."""
        if not self._terms.expansions:
            return PLAIN
        typed, meant = self._terms.expansions[0]
        kind: WhyKind = "lay" if typed in self._terms.everyday else "abbreviation"
        return Why(kind, f"{typed}: {meant}")

    def _positions(self, entry: Entry) -> list[int | None]:
        """Where the words of the query stand among those of the code.

        That is which word has the stem, else which begins like the word.
        """
        found: list[int | None] = []
        for its_stem, word in self._sought:
            stood = entry.stems
            at = stood.find(its_stem)
            if at < 0:
                stood = entry.words
                at = stood.find(word)
            found.append(stood.count(" ", 0, at) if at >= 0 else None)
        return found


def _is_number(span: Span) -> bool:
    """Whether it is a number that stands for itself."""
    return span.measure == BARE and span.kind == "exact"


@lru_cache(maxsize=20_000)
def _stems_of(name: str) -> frozenset[str]:
    return frozenset(map(stem, typed_words(name)))
