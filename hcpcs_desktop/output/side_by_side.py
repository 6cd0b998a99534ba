"""Codes side by side: the same fields of several codes, and in which of them they differ."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hcpcs_desktop.domain.dictionary import FIELD_NAMES
from hcpcs_desktop.domain.page import CodePage, PageField
from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.output import wording
from hcpcs_desktop.output.answers import SECTION_SEPARATOR, Json, field_value
from hcpcs_desktop.output.wording import one_line

NOT_PRINTED = "not printed"
_LABEL = 22
_GAP = "  "
_NARROWEST = 16


@dataclass(frozen=True, slots=True)
class Row:
    """One field: the value of each code as data and in words; ``meanings`` are of coded values.

    ``words`` are empty where a record is blank, and say so where no release prints the field.
    """

    name: str
    label: str
    values: tuple[object, ...]
    meanings: tuple[object, ...]
    words: tuple[str, ...]

    @property
    def is_same(self) -> bool | None:
        """Whether all codes have the same; None where that is not known of some of them."""
        known = [each for each in self.values if each is not None]
        if any(each != known[0] for each in known):
            return False
        return True if len(known) == len(self.values) else None

    @property
    def is_empty(self) -> bool:
        """Whether none of the codes has anything there."""
        return not any(word and word != NOT_PRINTED for word in self.words)


def rows(pages: Sequence[CodePage]) -> list[Row]:
    """The fields of these codes in the order of the record; at least one code is given."""
    return [*_heads(pages), *(_field(name, pages) for name in FIELD_NAMES)]


def answer(pages: Sequence[CodePage]) -> Json:
    """The answer to ``compare``; values and meanings stand in the order of the codes."""
    return {
        "on": pages[0].on.isoformat(),
        "codes": [page.code for page in pages],
        "fields": [
            {
                "name": row.name,
                "label": row.label,
                "values": list(row.values),
                "meanings": list(row.meanings),
                "same": row.is_same,
            }
            for row in rows(pages)
        ],
    }


def text(pages: Sequence[CodePage], width: int) -> str:
    """The codes in columns for a terminal; a star marks the fields in which they differ."""
    room = (width - _LABEL) // len(pages) - len(_GAP)
    column = max(room, _NARROWEST)
    lines = list(_columns("", [page.code for page in pages], column))
    for row in rows(pages):
        if not row.is_empty:
            lines += _columns(
                f"{'*' if row.is_same is False else ' '} {row.label}", row.words, column
            )
    return "\n".join([*lines, "", "* they differ", f"On {pages[0].on}."])


def _heads(pages: Sequence[CodePage]) -> Iterator[Row]:
    yield _row("long", "Long description", [page.long for page in pages])
    shorts = tuple(page.short or None for page in pages)
    words = tuple(each or NOT_PRINTED for each in shorts)
    yield Row("short", "Short description", shorts, _none(pages), words)
    states = tuple(page.state for page in pages)
    yield Row("state", "Validity", states, _none(pages), tuple(map(wording.validity, pages)))
    units = [page.billing_unit.text if page.billing_unit else "" for page in pages]
    yield _row("billing_unit", "Billing unit", units)
    yield _row("section", "Section", [SECTION_SEPARATOR.join(page.section) for page in pages])
    releases = tuple(page.release for page in pages)
    named = tuple(name_of(each) if each else "" for each in releases)
    yield Row("release", "Newest release", releases, _none(pages), named)


def _row(name: str, label: str, texts: Sequence[str]) -> Row:
    words = tuple(map(one_line, texts))
    return Row(name, label, tuple(texts), (None,) * len(texts), words)


def _none(pages: Sequence[CodePage]) -> tuple[None, ...]:
    return (None,) * len(pages)


def _field(name: str, pages: Sequence[CodePage]) -> Row:
    fields = [page.field(name) for page in pages]
    return Row(
        name,
        fields[0].label,
        tuple(field_value(each, each.values) for each in fields),
        tuple(field_value(each, each.meanings) for each in fields),
        tuple(map(_words, fields)),
    )


def _words(field: PageField) -> str:
    if not field.printed:
        return NOT_PRINTED
    pairs = zip(field.values, field.meanings, strict=True)
    return "; ".join(one_line(f"{value} {meaning}".strip()) for value, meaning in pairs)


def _columns(label: str, cells: Sequence[str], width: int) -> Iterator[str]:
    """The cells of a row beside one another, each wrapped to its column."""
    wrapped = [textwrap.wrap(label, _LABEL - 1, subsequent_indent="  ") or [""]]
    wrapped += [textwrap.wrap(cell, width) or [""] for cell in cells]
    for at in range(max(map(len, wrapped))):
        parts = [lines[at] if at < len(lines) else "" for lines in wrapped]
        padded = [f"{part:<{width}}" for part in parts[1:]]
        yield (f"{parts[0]:<{_LABEL}}" + _GAP.join(padded)).rstrip()
