"""Brings the lexicon to the codes of a library when it is built: who is reached by which word."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from hcpcs_desktop.domain.lexicon import Brand, Lexicon
from hcpcs_desktop.library.names import LAY, Compared, Name, compared, name_of
from hcpcs_desktop.library.words import stem, telling, typed_words, words

_OF_ANOTHER = re.compile(
    r"(?<!excludes )\bbiosimilar|not therapeutically equivalent|(?<!non-)\bcompounded product",
    re.IGNORECASE,
)
_TRADE_SIGNS = str.maketrans("", "", "™®")

Brands = dict[str, set[str]]
"""The trade names of each code."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a build wants of the lexicon, whatever the codes: worked out once and cached.

    ``compared`` are trade names in the form in which a query finds them, ``lay`` the everyday
    words in order, ``lay_words`` by code the words of all these and their stems, ``expansions`` the
    rows of that table.
    """

    brands: tuple[Brand, ...]
    compared: dict[str, Compared]
    lay: tuple[Name, ...]
    lay_words: dict[str, tuple[str, str]]
    expansions: tuple[tuple[str, str, str], ...]


class SearchText(NamedTuple):
    """The searchable text of one code, as the columns of the index want it.

    ``word_stems`` are those of ``words``, one for each; ``stems`` are those of all columns.
    """

    code: str
    words: str
    word_stems: str
    stems: str
    brands: str
    lay: str


def prepare(lexicon: Lexicon) -> Prepared:
    """Work out what does not depend on the codes of a library."""
    lay: dict[str, dict[str, int]] = defaultdict(dict)
    by_code: dict[str, list[str]] = defaultdict(list)
    for each in lexicon.lay:
        for place, code in enumerate(each.codes):
            for term in each.terms:
                lay[term][code] = min(place, lay[term].get(code, place))
                by_code[code] += _words(term)
    return Prepared(
        lexicon.brands,
        {name: compared(name) for name in sorted({brand.name for brand in lexicon.brands})},
        tuple(name_of(LAY, term, codes, compared(term)) for term, codes in sorted(lay.items())),
        {
            code: (" ".join(dict.fromkeys(found)), " ".join(dict.fromkeys(map(stem, found))))
            for code, found in by_code.items()
        },
        tuple(expansions(lexicon)),
    )


@dataclass(frozen=True, slots=True)
class TradeNames:
    """The trade names of each code.

    ``own`` are those of what the code is for; ``kin`` those of other products of the same
    ingredient, which have no code of their own in the library; ``codeless`` are names of which the
    library has no code at all, with their ingredients.
    """

    own: Brands
    kin: Brands
    codeless: list[tuple[str, str]]

    def all_of(self, code: str) -> set[str]:
        """Every name that leads to a code."""
        return self.own.get(code, set()) | self.kin.get(code, set())


def trade_names(brands: Iterable[Brand], descriptions: Mapping[str, str]) -> TradeNames:
    """The trade names of these codes.

    One without codes of its own goes with every drug code that names its ingredient;
    ``descriptions`` are those of the drugs, and of all else without text.
    """
    found = TradeNames(defaultdict(set), defaultdict(set), [])
    by_word = _by_word(descriptions)
    for brand in brands:
        own = brand.codes or [
            code
            for code in _naming(brand.ingredient, by_word)
            if not _is_of_another(descriptions[code], brand)
        ]
        known = [code for code in own if code in descriptions]
        kin = [] if known else _naming(brand.shared_ingredient, by_word)
        for code in known:
            found.own[code].add(brand.name)
        for code in kin:
            found.kin[code].add(brand.name)
        if not known and not kin:
            found.codeless.append((brand.name, brand.ingredient))
    return found


def _is_of_another(description: str, brand: Brand) -> bool:
    """Whether a code that names a brand's ingredient is for a product that cannot be this one.

    A biosimilar has a suffix, and CMS says which codes are for copies or for compounded drugs.
    """
    is_suffixed = brand.shared_ingredient != brand.ingredient
    if is_suffixed or not _OF_ANOTHER.search(description):
        return False
    return f" {' '.join(words(brand.name))} " not in f" {' '.join(words(description))} "


def add_products(
    found: Brands,
    products: Iterable[tuple[str, str]],
    descriptions: Mapping[str, str],
    drugs: Container[str],
) -> None:
    """Take the names of packaged drugs, by code, that say more than the code's description.

    A name that is one of ``drugs`` already leads to the codes of that drug; CMS prints some under
    another code.
    """
    known = {code: {name.casefold() for name in names} for code, names in found.items()}
    for code, printed in sorted(set(products)):
        name = printed.translate(_TRADE_SIGNS)
        if code not in descriptions or name.casefold() in drugs:
            continue
        if name.casefold() in known.setdefault(code, set()):
            continue
        known[code].add(name.casefold())
        if not set(telling(typed_words(name))) <= set(words(descriptions[code])):
            found[code].add(name)


def search_text(
    code: str, descriptions: Sequence[str], names: Iterable[str], lexicon: Prepared
) -> SearchText:
    """The searchable text of a code, to which trade names lead."""
    plain = dict.fromkeys(words(" | ".join(descriptions)))
    brands = dict.fromkeys(chain.from_iterable(map(_words, sorted(names))))
    lay, lay_stems = lexicon.lay_words.get(code, ("", ""))
    word_stems = list(map(stem, plain))
    stems = dict.fromkeys(chain(word_stems, map(stem, brands), lay_stems.split()))
    return SearchText(
        code, " ".join(plain), " ".join(word_stems), " ".join(stems), " ".join(brands), lay
    )


def vocabulary(texts: Iterable[SearchText]) -> Counter[str]:
    """Every word with the number of codes that it stands with; numbers are left out."""
    counts = Counter(chain.from_iterable(map(_all_words, texts)))
    return Counter({word: count for word, count in counts.items() if not word[0].isdigit()})


def _all_words(text: SearchText) -> Iterable[str]:
    """The words of a code, each once; most codes have nothing but their descriptions."""
    words_alone = text.words.split()
    if not (text.brands or text.lay):
        return words_alone
    return {*words_alone, *text.brands.split(), *text.lay.split()}


def expansions(lexicon: Lexicon) -> list[tuple[str, str, str]]:
    """Short forms and other names as (term, meaning, kind), the term in its compared form."""
    short = [(each.short, each.meaning, "abbreviation") for each in lexicon.abbreviations]
    names = [(each.term, each.ingredient, "synonym") for each in lexicon.synonyms]
    plain = [(each.term, each.official, "everyday") for each in lexicon.everyday]
    rows = [*plain, *names, *short]
    found = {(" ".join(typed_words(term)), meaning): kind for term, meaning, kind in rows}
    return sorted((*key, kind) for key, kind in found.items() if key[0])


def codeless_names(
    brands: Iterable[tuple[str, str]], lexicon: Prepared
) -> list[tuple[str, str, str]]:
    """Trade names of which the library has no code, as the rows of ``expansions``."""
    known = {(term, meaning) for term, meaning, _ in lexicon.expansions}
    found = sorted({(" ".join(typed_words(name)), drug) for name, drug in brands})
    return [(*each, "brand") for each in found if each not in known]


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name, which many codes share."""
    return tuple(words(name))


@lru_cache(maxsize=20_000)
def _typed_words(ingredient: str) -> tuple[str, ...]:
    """The words of an ingredient, which many brands share."""
    return tuple(typed_words(ingredient))


def _by_word(descriptions: Mapping[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for code, text in descriptions.items():
        for word in words(text) if text else ():
            found[word].add(code)
    return found


def _naming(ingredient: str, by_word: Mapping[str, set[str]]) -> list[str]:
    """The codes whose descriptions have all words of an ingredient."""
    sets = [by_word.get(word, set()) for word in _typed_words(ingredient)]
    return sorted(set.intersection(*sets)) if sets else []
