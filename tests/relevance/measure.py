"""Measures how near the right codes stand to the top: hit@1 and hit@10 by kind of query."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from hcpcs_desktop import paths
from hcpcs_desktop.library import search
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.importing import Asked, build_file
from hcpcs_desktop.library.query import parse

FOLDER = Path(__file__).resolve().parent
KINDS = (
    "code", "word_order", "ingredient", "brand", "typo", "typo_of_brand", "lay", "ndc",
    "amount",
)  # fmt: skip
ON = date(2025, 10, 1)
LISTED = 10


@dataclass(frozen=True, slots=True)
class Asking:
    """A query of a kind, with the codes any of which is right."""

    text: str
    kind: str
    expect: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found, the first ten."""

    asking: Asking
    codes: tuple[str, ...]

    def within(self, most: int) -> bool:
        """Whether a right code is among the first so many."""
        return not set(self.asking.expect).isdisjoint(self.codes[:most])


HELD_OUT = (
    "code", "word_order", "ingredient", "brand", "typo", "typo_of_brand", "lay", "amount",
)  # fmt: skip
"""Kinds of the queries that the search is never tuned for; NDCs are facts of the crosswalk."""

HELD_OUT_FILES = ("held_out.toml", "second_held_out.toml")
"""The sets that nobody tuned for; not every one has every kind."""


def queries(kind: str) -> list[Asking]:
    """The queries of a kind, which the search is tuned for."""
    return [*_read(f"{kind}.toml"), *_of_kind(kind, "second.toml")]


def held_out(kind: str, files: Sequence[str] = HELD_OUT_FILES) -> list[Asking]:
    """The queries of a kind that the search is never tuned for."""
    return [each for name in files for each in _of_kind(kind, name)]


def _of_kind(kind: str, name: str) -> list[Asking]:
    return [each for each in _read(name) if each.kind == kind]


@cache
def _read(name: str) -> list[Asking]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [
        Asking(each["text"], each["kind"], tuple(each["expect"]))
        for each in tomllib.loads(text)["query"]
    ]


def build(cms: Path, target: Path) -> None:
    """The library that is measured: two releases, one of them with all fields, and NDCs."""
    asked = [
        Asked(cms / "2020-07" / "anweb.xlsx", "2020-07"),
        Asked(cms / "2025-07" / "HCPC2025_JUL_ANWEB_v3.xlsx"),
        Asked(cms / "2025-10" / "asp_ndc_hcpcs_crosswalk.csv"),
    ]
    build_file(target, paths.seeds(), asked, lambda *_: None)


def ask(library: Library, asking: Asking) -> Found:
    """Ask one query."""
    answer = search.run(library, parse(asking.text), ON, limit=LISTED)
    return Found(asking, tuple(hit.code for hit in answer.hits))


def percent(found: Sequence[Found], most: int) -> float:
    """For how many of a hundred queries a right code is among the first so many."""
    return 100 * sum(each.within(most) for each in found) / len(found)


def report(by_kind: Iterable[tuple[str, Sequence[Found]]]) -> str:
    """The figures by kind, then the queries that were missed."""
    lines = [f"{'kind':<16}{'queries':>8}{'hit@1':>8}{'hit@10':>8}"]
    missed: list[str] = []
    for kind, found in by_kind:
        figures = f"{percent(found, 1):>8.1f}{percent(found, LISTED):>8.1f}"
        lines.append(f"{kind:<16}{len(found):>8}{figures}")
        missed += [_miss(each) for each in found if not each.within(LISTED)]
    return "\n".join([*lines, "", *(missed or ["no misses"])])


def _miss(found: Found) -> str:
    wanted, got = " ".join(found.asking.expect), " ".join(found.codes) or "nothing"
    return f"missed ({found.asking.kind}): {found.asking.text!r} wants {wanted}, found {got}"
