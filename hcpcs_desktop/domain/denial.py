"""Adjustment reasons (CARC) and remarks (RARC) on a remittance: what they mean and ask for.

The codes are X12's and CMS's; meanings are in own words.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from hcpcs_desktop.domain.plain_words import plain_words

Group = Literal["CO", "PR", "OA", "PI"]
Kind = Literal["carc", "rarc"]
LeadsTo = Literal["correct", "appeal", "patient", "write_off", "other_payer", "nothing"]
Knowledge = Literal["verified", "general"]

_GROUPED = re.compile(r"\b(CO|PR|OA|PI)\s*[-–:#]?\s*([AB]\d{1,2}|\d{1,3})(?![A-Z0-9])")
_CARC = re.compile(
    r"\b(?:CARC|REASON(?: CODE)?|ADJUSTMENT(?: CODE)?|DENIAL(?: CODE)?)\s*[-–:#]?\s*"
    r"([AB]\d{1,2}|\d{1,3})(?![A-Z0-9])"
)
_RARC = re.compile(r"(?<![A-Z0-9])(MA\d{1,3}|M\d{1,3}|N\d{1,3})(?![A-Z0-9])")
_BARE = re.compile(r"B\d{1,2}|\d{3}")
_SMALL_WORDS = frozenset(
    "a an and are as at by claim code codes denial denied do does for from has in is it its line"
    " of on or payer rejected says service that the this to was were why with".split()
)
_BEGUN = 3
"""Letters of a word that are enough to mean it."""
_SHARED = 5
"""Letters at the beginning that two forms of a word share."""


@dataclass(frozen=True, slots=True)
class GroupHint:
    """What a reason means under one group code where that differs; ``leads_to`` then too."""

    group: Group
    says: str
    leads_to: LeadsTo
    is_denial: bool = True


@dataclass(frozen=True, slots=True)
class Denial:
    """A reason or remark.

    ``is_denial`` is False where it only settles a line (CO-45, PR-1); ``settles_when`` names the
    case in which one that mostly denies does no more than that. ``act`` says what to do and
    by when, ``check`` what to look at. ``rules`` are the findings of the claim check that would
    have told beforehand, ``comes_with`` the codes that stand beside it, ``words`` what people type
    for it. ``knowledge`` is ``general`` where the meaning is to be confirmed.
    """

    kind: Kind
    code: str
    title: str
    meaning: str
    is_denial: bool
    leads_to: LeadsTo
    act: str
    check: tuple[str, ...]
    rules: tuple[str, ...]
    comes_with: tuple[str, ...]
    words: tuple[str, ...]
    knowledge: Knowledge
    source: str
    settles_when: str = ""
    groups: tuple[GroupHint, ...] = ()

    def under(self, group: str) -> GroupHint | None:
        """What is different under a group code; None where nothing is."""
        return next((hint for hint in self.groups if hint.group == group), None)


@dataclass(frozen=True, slots=True)
class Route:
    """What a denial leads to, and by when; the same for all that lead there."""

    leads_to: LeadsTo
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class GroupCode:
    """Who bears an amount: the letters before the reason."""

    code: Group
    meaning: str


@dataclass(frozen=True, slots=True)
class Remittance:
    """All that is known of what stands on a remittance."""

    groups: tuple[GroupCode, ...]
    routes: tuple[Route, ...]
    denials: tuple[Denial, ...]

    def route(self, denial: Denial, group: str = "") -> Route:
        """What a denial leads to under a group code; raises KeyError for a route left out."""
        hint = denial.under(group)
        leads_to = hint.leads_to if hint else denial.leads_to
        for route in self.routes:
            if route.leads_to == leads_to:
                return route
        raise KeyError(leads_to)


@dataclass(frozen=True, slots=True)
class Asked:
    """A code that somebody read off a remittance; ``group`` is empty where none was given."""

    kind: Kind
    code: str
    group: str = ""


def parse(text: str) -> tuple[Asked, ...]:
    """The codes in what was typed: ``CO-197``, ``CARC 16``, ``N822``, ``PR 1``, ``co16, MA130``.

    A number alone is taken for a reason only where it has three digits and nothing else was typed.
    Two characters alone (``B7``, ``N4``) can be a modifier too: look those up first.
    """
    typed = text.upper().strip()
    found = [
        (each.start(), Asked("carc", _plain(each[2]), each[1])) for each in _GROUPED.finditer(typed)
    ]
    found += [(each.start(), Asked("carc", _plain(each[1]))) for each in _CARC.finditer(typed)]
    found += [(each.start(), Asked("rarc", each[1])) for each in _RARC.finditer(typed)]
    if not found and _BARE.fullmatch(typed):
        return (Asked("carc", _plain(typed)),)
    return tuple(asked for _, asked in sorted(found, key=lambda each: each[0]))


def is_bare(text: str) -> bool:
    """Whether a text is one reason or remark and nothing else: ``CO-999``."""
    typed = text.upper().strip()
    return any(form.fullmatch(typed) for form in (_GROUPED, _CARC, _RARC))


def known(denials: Iterable[Denial], asked: Asked) -> Denial | None:
    """The denial that was asked for; None where it is not among them."""
    wanted = (asked.kind, asked.code)
    return next((each for each in denials if (each.kind, each.code) == wanted), None)


def find(denials: Iterable[Denial], text: str) -> tuple[Denial, ...]:
    """The denials that words describe (``missing authorization``), the best first.

    Every word must stand in the title, the meaning or what people type for it; where they type
    exactly that, or where all words stand in the title, it comes before the others.
    """
    wanted = _words(text)
    begun = [f" {word[:_SHARED]}" for word in wanted]
    ranked = []
    for place, denial in enumerate(denials):
        told = _told(denial.title, denial.meaning, denial.words)
        if not wanted or not all(each in told for each in begun):
            continue
        near = [*_words(denial.title), *(word for each in denial.words for word in _words(each))]
        if not _all_in(wanted, [*near, *_words(denial.meaning)]):
            continue
        exact = any(_words(phrase) == wanted for phrase in (denial.title, *denial.words))
        in_title = _all_in(wanted, _words(denial.title))
        ranked.append(((not exact, not in_title, not _all_in(wanted, near), place), denial))
    return tuple(denial for _, denial in sorted(ranked, key=lambda each: each[0]))


def _plain(code: str) -> str:
    """Without leading zeros: remittances print ``045`` too."""
    return code.lstrip("0") or code


def _all_in(wanted: Iterable[str], words: Sequence[str]) -> bool:
    return all(any(_alike(each, word) for word in words) for each in wanted)


def _alike(wanted: str, word: str) -> bool:
    """Whether a word is meant: begun (``auth``), or a form of it (``authorised``)."""
    if wanted == word or (len(wanted) >= _BEGUN and word.startswith(wanted)):
        return True
    short = min(len(wanted), len(word))
    return short >= _SHARED and wanted[:_SHARED] == word[:_SHARED]


@lru_cache(maxsize=1024)
def _told(title: str, meaning: str, words: tuple[str, ...]) -> str:
    """All words of a denial in one text, a blank before each: what it lacks is soon seen."""
    return "".join(f" {word}" for text in (title, meaning, *words) for word in _words(text))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in plain_words(text) if word not in _SMALL_WORDS)
