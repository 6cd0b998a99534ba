"""A column of a grid."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a row: its name, its heading, and other words for the heading.

    ``sample`` is a text as wide as what usually stands there; ``hint`` says how it is typed.
    """

    name: str
    heading: str
    sample: str
    hint: str = ""
    words: tuple[str, ...] = ()
