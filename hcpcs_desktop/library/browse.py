"""The codes by letter and section, for browsing."""

from hcpcs_desktop.domain.section import Branch
from hcpcs_desktop.library.connection import Library

_LETTERS = (
    "SELECT letter, heading, count(*) FROM letter JOIN code"
    " ON kind = 'code' AND substr(code, 1, 1) = letter GROUP BY letter ORDER BY letter"
)
_SECTIONS = (
    "SELECT first, last, heading, count(*) FROM section JOIN code"
    " ON kind = 'code' AND code BETWEEN first AND last GROUP BY first, last ORDER BY first, last"
)


def tree(library: Library) -> tuple[Branch, ...]:
    """The letters, each with its sections; those without a code of the library are left out."""
    sections = [
        Branch(f"{first}-{last}", heading, codes)
        for first, last, heading, codes in library.connection.execute(_SECTIONS)
    ]
    return tuple(
        Branch(
            letter,
            heading,
            codes,
            tuple(each for each in sections if each.address.startswith(letter)),
        )
        for letter, heading, codes in library.connection.execute(_LETTERS)
    )
