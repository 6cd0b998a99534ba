"""Brings the lexicon to the codes of a library when it is built: who is reached by which word."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from hcpcs_desktop.domain.lexicon import Lexicon
from hcpcs_desktop.library.words import stem, telling, typed_words, words

_TRADE_SIGNS = str.maketrans("", "", "™®")


@dataclass
class Reach:
    """What the lexicon adds to the codes: trade names, and everyday words with their place."""

    brands: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    lay: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True)
class SearchText:
    """The searchable text of one code, as the columns of the index want it.

    ``word_stems`` are those of ``words``, one for each; ``stems`` are those of all columns.
    """

    code: str
    words: str
    word_stems: str
    stems: str
    brands: str
    lay: str


def reach(lexicon: Lexicon, descriptions: Mapping[str, str]) -> Reach:
    """Which names and everyday words lead to which of these codes.

    A trade name without codes of its own goes with every drug code that names its ingredient;
    ``descriptions`` are those of the drugs, and of all else without text.
    """
    found = Reach()
    by_word = _by_word(descriptions)
    for brand in lexicon.brands:
        for code in brand.codes or _naming(brand.ingredient, by_word):
            if code in descriptions:
                found.brands[code].add(brand.name)
    for lay in lexicon.lay:
        for place, code in enumerate(lay.codes):
            if code in descriptions:
                found.lay[code] += [(place, term) for term in lay.terms]
    return found


def add_products(
    found: Reach,
    products: Iterable[tuple[str, str]],
    descriptions: Mapping[str, str],
    drugs: Container[str],
) -> None:
    """Take the names of packaged drugs, by code, that say more than the code's description.

    A name that is one of ``drugs`` already leads to the codes of that drug; CMS prints some under
    another code.
    """
    known = {code: {name.casefold() for name in names} for code, names in found.brands.items()}
    for code, printed in sorted(set(products)):
        name = printed.translate(_TRADE_SIGNS)
        if code not in descriptions or name.casefold() in drugs:
            continue
        if name.casefold() in known.setdefault(code, set()):
            continue
        known[code].add(name.casefold())
        if not set(telling(typed_words(name))) <= set(words(descriptions[code])):
            found.brands[code].add(name)


def search_text(code: str, descriptions: Sequence[str], found: Reach) -> SearchText:
    """The searchable text of a code."""
    plain = _unique(chain.from_iterable(map(words, descriptions)))
    brands = _unique(chain.from_iterable(map(_words, sorted(found.brands.get(code, ())))))
    lay = _unique(word for _, term in found.lay.get(code, ()) for word in _words(term))
    word_stems = list(map(stem, plain))
    stems = _unique((*word_stems, *map(stem, brands), *map(stem, lay)))
    return SearchText(code, *(" ".join(each) for each in (plain, word_stems, stems, brands, lay)))


def vocabulary(texts: Iterable[SearchText]) -> Counter[str]:
    """Every word with the number of codes that it stands with; numbers are left out."""
    columns = (f"{text.words} {text.brands} {text.lay}" for text in texts)
    counts = Counter(chain.from_iterable(set(text.split()) for text in columns))
    return Counter({word: count for word, count in counts.items() if not word[0].isdigit()})


def expansions(lexicon: Lexicon) -> list[tuple[str, str, str]]:
    """Short forms and other names as (term, meaning, kind), the term in its compared form."""
    short = [(each.short, each.meaning, "abbreviation") for each in lexicon.abbreviations]
    names = [(each.term, each.ingredient, "synonym") for each in lexicon.synonyms]
    found = {(" ".join(typed_words(term)), meaning): kind for term, meaning, kind in names + short}
    return sorted((*key, kind) for key, kind in found.items() if key[0])


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name, which many codes share."""
    return tuple(words(name))


def _by_word(descriptions: Mapping[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for code, text in descriptions.items():
        for word in words(text):
            found[word].add(code)
    return found


def _naming(ingredient: str, by_word: Mapping[str, set[str]]) -> list[str]:
    """The codes whose descriptions have all words of an ingredient."""
    sets = [by_word.get(word, set()) for word in typed_words(ingredient)]
    return sorted(set.intersection(*sets)) if sets else []


def _unique(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))
