"""Finds the codes and modifiers that a text mentions, so that each can lead to its own page."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

_CODE = r"(?<![\w.@])[A-Za-z][0-9]{4}(?![\w@])"
_NAMED_MODIFIER = r"(?<=modifier )[A-Z][A-Z0-9](?![\w@-])"
_BARE_MODIFIER = r"(?<![\w.@-])[A-Z]{2}(?![\w@-])"
_MENTION = re.compile(f"{_CODE}|{_NAMED_MODIFIER}|{_BARE_MODIFIER}")
"""Two capitals stand for a modifier only where they stand alone: not in ``CO-50``."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; ``code`` is the one that it leads to, empty for plain words."""

    text: str
    code: str = ""
    strong: bool = False


def mentioned(texts: Iterable[str]) -> frozenset[str]:
    """What in these texts has the form of a code or a modifier, in upper case."""
    return frozenset(code for text in texts for _, _, code in _found(text))


def pieces(text: str, known: Collection[str]) -> tuple[Piece, ...]:
    """The text in pieces, one for each mention of a known code and one for what lies between."""
    made: list[Piece] = []
    at = 0
    for start, end, code in _found(text):
        if code in known:
            made += [Piece(text[at:start]), Piece(text[start:end], code)]
            at = end
    made.append(Piece(text[at:]))
    return tuple(piece for piece in made if piece.text)


def plain(parts: Iterable[Piece]) -> str:
    """The text that the pieces make."""
    return "".join(piece.text for piece in parts)


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the mentions begin and end, and what they mention."""
    for match in _MENTION.finditer(text):
        yield match.start(), match.end(), match[0].upper()
