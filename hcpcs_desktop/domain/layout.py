"""What CMS's record layout says of a field of the record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldText:
    """A field by its name in the dictionary, with CMS's title and explanation, each in one line."""

    name: str
    title: str
    text: str
