"""The codes by letter and section, for browsing."""

from bisect import bisect_left, bisect_right
from collections import Counter

from hcpcs_desktop.domain.section import Branch
from hcpcs_desktop.library.connection import Library

_LETTERS = "SELECT letter, heading FROM letter ORDER BY letter"
_SECTIONS = "SELECT first, last, heading FROM section ORDER BY first, last"
_CODES = "SELECT code FROM code WHERE kind = 'code' ORDER BY code"


def tree(library: Library) -> tuple[Branch, ...]:
    """The letters, each with its sections; those without a code of the library are left out."""
    codes = [code for (code,) in library.connection.execute(_CODES)]
    by_letter = Counter(code[0] for code in codes)
    sections = [
        Branch(f"{first}-{last}", heading, bisect_right(codes, last) - bisect_left(codes, first))
        for first, last, heading in library.connection.execute(_SECTIONS)
    ]
    return tuple(
        Branch(
            letter,
            heading,
            by_letter[letter],
            tuple(each for each in sections if each.codes and each.address.startswith(letter)),
        )
        for letter, heading in library.connection.execute(_LETTERS)
        if by_letter[letter]
    )
