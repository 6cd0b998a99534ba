"""The sections that codes are browsed by; CMS prints no such headings itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Branch:
    """A letter or a section, with the number of its codes and the sections below it.

    ``address`` is what finds its codes: a letter, or a range such as ``J9000-J9999``.
    """

    address: str
    heading: str
    codes: int
    below: tuple["Branch", ...] = ()


def address_of(heading: str) -> str:
    """The address in a heading as a code's page has it; empty where there is none.

    ``J codes: Drugs`` gives ``J``, ``J9000-J9999 Chemotherapy drugs`` its range.
    """
    first = heading.split(" ", 1)[0]
    is_letter = len(first) == 1 and first.isalpha()
    return first if is_letter or (len(first) == 11 and first[5] == "-") else ""
