"""Pages of guidance that are no code: what stands on a remittance, and places of service."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from hcpcs_desktop.domain import denial, place
from hcpcs_desktop.domain.denial import Asked, Denial, Remittance
from hcpcs_desktop.domain.mentions import Piece
from hcpcs_desktop.domain.place import Place
from hcpcs_desktop.domain.plain_words import plain_words

Kind = Literal["denial", "place"]

_POS = re.compile(r"(?:POS|PLACE OF SERVICE(?: CODE)?)\s*[-–:#]?\s*(\d{1,2})")
_MOST = 6
"""Topics that words may describe; more would be no answer."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A line of a list that leads to a page; ``key`` names the page, ``code`` is how it is shown.

    ``is_named`` is whether the code itself was typed, or just the words that it goes by.
    """

    key: str
    kind: Kind
    code: str
    title: str
    says: str
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class TopicSection:
    """A heading and what stands below it, paragraph by paragraph.

    A piece with a ``code`` is a link: to a code, or to an address (``topic:``, ``rule:``,
    ``checklist:``).
    """

    heading: str
    paragraphs: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """A page; ``verdict`` says at a glance what it is, ``bad`` is whether it costs money."""

    topic: Topic
    verdict: str
    bad: bool
    sections: tuple[TopicSection, ...]
    source: str
    certain: bool = True


def of_denial(found: Denial, group: str = "", *, is_named: bool = False) -> Topic:
    """The line of a reason or remark, under a group code where one was typed."""
    name = f"{group}-{found.code}" if group else found.code
    code = name if group or found.kind == "rarc" else f"CARC {name}"
    key = "/".join((found.kind, found.code, group)).rstrip("/")
    return Topic(key, "denial", code, found.title, found.meaning, is_named)


def of_place(found: Place, *, is_named: bool = False) -> Topic:
    """The line of a place of service."""
    return Topic(
        f"place/{found.code}", "place", f"POS {found.code}", found.name, found.note, is_named
    )


def named(text: str, remittance: Remittance, places: Iterable[Place]) -> tuple[Topic, ...]:
    """What a text names by its code: ``CO-197``, ``N822``, ``POS 19``."""
    if names_place(text):
        at = place_named(text, places)
        return () if at is None else (of_place(at, is_named=True),)
    found = (
        (asked, denial.known(remittance.denials, asked))
        for asked in dict.fromkeys(denial.parse(text))
    )
    return tuple(
        of_denial(its, asked.group, is_named=True) for asked, its in found if its is not None
    )


def names_place(text: str) -> bool:
    """Whether a text has the form of a place of service: ``POS 19``."""
    return _POS.fullmatch(text.upper().strip()) is not None


def place_named(text: str, places: Iterable[Place]) -> Place | None:
    """The place of service that a text names; None where it names none that is known."""
    asked = _POS.fullmatch(text.upper().strip())
    number = asked[1].zfill(2) if asked else ""
    return next((each for each in places if each.code == number), None)


def by_name(
    remittance: Remittance, places: Iterable[Place]
) -> Mapping[tuple[str, ...], tuple[Topic, ...]]:
    """The topics by the words that they go by: ``assisted living``, ``missing authorization``."""
    found: dict[tuple[str, ...], dict[str, Topic]] = defaultdict(dict)
    lines = [(of_denial(each), (each.title, *each.words)) for each in remittance.denials]
    lines += [(of_place(each), (each.name, *each.words)) for each in places]
    for line, names in lines:
        for name in names:
            found[plain_words(name)][line.key] = line
    return {name: tuple(topics.values())[:_MOST] for name, topics in found.items()}


def described(text: str, remittance: Remittance, places: Iterable[Place]) -> tuple[Topic, ...]:
    """What words describe, the best first; nothing where they describe nothing."""
    denials = [of_denial(each) for each in denial.find(remittance.denials, text)]
    at = [of_place(each) for each in place.find(places, text)]
    return (*denials[:_MOST], *at[:_MOST])


def asked_of(key: str) -> Asked | str:
    """What a key names: a reason or remark, or the number of a place."""
    kind, code, *group = key.split("/")
    if kind == "place":
        return code
    return Asked("rarc" if kind == "rarc" else "carc", code, "".join(group))
