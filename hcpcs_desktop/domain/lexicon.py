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
class LayTerm:
    """An everyday word with CMS's words for it and the codes it means, the likeliest first."""

    term: str
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
    lay: tuple[LayTerm, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
