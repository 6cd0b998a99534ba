"""What a search answers: the hits, and how the query was read."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from hcpcs_desktop.domain.codes import Kind
from hcpcs_desktop.domain.topic import Topic
from hcpcs_desktop.domain.validity import State

ReadAs = Literal["code", "range", "modifier", "ndc", "denial", "text", "empty"]
WhyKind = Literal["code", "brand", "lay", "abbreviation", "spelling", "description", "guide", "ndc"]
FilterName = Literal["drug", "dme", "valid", "payable", "favourite"]
"""What hits can be filtered by: valid is on the date, payable is by Medicare."""

_BELOW = 3
"""Codes above a page that a single word goes by."""

FILTER_NAMES: tuple[FilterName, ...] = get_args(FilterName)


@dataclass(frozen=True, slots=True)
class Why:
    """Why a code was found; ``text`` is shown under it and empty for the plain words."""

    kind: WhyKind
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the result list; ``marks`` are the words to mark in the descriptions.

    ``has_conflict`` is whether a guide claims something of the code that its record contradicts;
    ``topic`` is the page of guidance that the line leads to instead of a code.
    """

    code: str
    kind: Kind
    short: str
    long: str
    state: State
    is_drug: bool
    why: Why
    marks: tuple[str, ...] = ()
    has_conflict: bool = False
    topic: Topic | None = None

    @property
    def address(self) -> str:
        """Where the line leads: its code, or ``topic:`` and the key of its page."""
        return f"topic:{self.topic.key}" if self.topic else self.code


@dataclass(frozen=True, slots=True)
class Filters:
    """What hits must be to be listed; a letter is the first of their code, empty for any."""

    letter: str = ""
    traits: frozenset[FilterName] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.letter or self.traits)


@dataclass(frozen=True, slots=True)
class Facets:
    """How many hits each filter would leave beside those that are chosen, for every letter too."""

    letters: tuple[tuple[str, int], ...] = ()
    traits: tuple[tuple[FilterName, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a search.

    ``total`` counts all hits that the filters leave, ``hits`` holds the first of them; ``advice``
    is one sentence for the user where there is something to explain, such as a CPT code, else
    empty; ``facets`` are counted where filters were given. ``topics`` are pages of guidance
    that the query finds beside codes.
    """

    query: str
    on: date
    read_as: ReadAs
    corrections: tuple[tuple[str, str], ...]
    expansions: tuple[tuple[str, str], ...]
    total: int
    hits: tuple[Hit, ...]
    advice: str = ""
    facets: Facets = Facets()
    topics: tuple[Topic, ...] = ()


def lines(answer: Answer) -> tuple[Hit, ...]:
    """All lines of an answer: codes, and pages of guidance among them.

    A page comes first where its code or all words of its name were typed, or nothing else was
    found; one that a single word goes by, which may be the beginning of more, a little below.
    """
    pages = tuple(_line(each) for each in answer.topics)
    is_word = len(answer.query.split()) == 1 and not any(t.is_named for t in answer.topics)
    below = _BELOW if is_word else 0
    return (*answer.hits[:below], *pages, *answer.hits[below:])


def _line(topic: Topic) -> Hit:
    return Hit(
        topic.code, "code", topic.title, "", "valid", False, Why("guide", topic.says), topic=topic
    )
