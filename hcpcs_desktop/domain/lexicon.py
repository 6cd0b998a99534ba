"""The words that people use in place of CMS's: trade names, everyday words, abbreviations."""

import re
from dataclasses import dataclass

_SUFFIX = re.compile(r"-[a-z]{4}$")
"""Four letters without a meaning. Source: FDA, Nonproprietary Naming of Biological Products."""


@dataclass(frozen=True, slots=True)
class Brand:
    """A trade name of a drug.

    ``ingredient`` is in the words of CMS's descriptions, that of a biosimilar with its suffix;
    ``codes`` are those that the name belongs to alone, empty where it goes with every code of the
    ingredient.
    """

    name: str
    ingredient: str
    source: str
    codes: tuple[str, ...] = ()

    @property
    def shared_ingredient(self) -> str:
        """The ingredient without the suffix that tells a biosimilar from the other products."""
        return _SUFFIX.sub("", self.ingredient)


@dataclass(frozen=True, slots=True)
class Synonym:
    """Another name of an ingredient, such as ``paracetamol`` for acetaminophen."""

    term: str
    ingredient: str
    source: str


@dataclass(frozen=True, slots=True)
class LayTerms:
    """Everyday words for one thing, CMS's words for it, and the codes it means.

    ``codes`` stand in the order of their likelihood.
    """

    terms: tuple[str, ...]
    official: str
    codes: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Everyday:
    """An everyday word for words of the descriptions, in whatever query it stands."""

    term: str
    official: str
    source: str


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """What an abbreviation stands for."""

    short: str
    meaning: str
    source: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of them."""

    brands: tuple[Brand, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    lay: tuple[LayTerms, ...] = ()
    everyday: tuple[Everyday, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
