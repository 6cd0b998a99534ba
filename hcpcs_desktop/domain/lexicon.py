"""The words that people use in place of CMS's: trade names, everyday words, abbreviations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Brand:
    """A trade name of a drug.

    ``ingredient`` is in the words of CMS's descriptions; ``codes`` are those that the name belongs
    to alone, empty where it goes with every code of the ingredient.
    """

    name: str
    ingredient: str
    source: str
    codes: tuple[str, ...] = ()


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
    abbreviations: tuple[Abbreviation, ...] = ()
