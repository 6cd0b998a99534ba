"""The grammar of codes, modifiers and ranges, and the sections that codes are browsed by.

Source: CMS HCPCS record layout, fields 1 and 4.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["code", "modifier"]

_LEVEL_TWO = re.compile(r"[A-Z][0-9]{4}")
_LEVEL_ONE = re.compile(r"[0-9]{4}[0-9A-Z]")
_MODIFIER = re.compile(r"[A-Z0-9]{2}")
_UNUSED_LETTERS = frozenset("FINOWXYZ")
_FILLER = re.compile(r"[\s\-.]+")


def normalise(text: str) -> str:
    """The text in upper case without blanks, hyphens, full stops: ``" j-9043 "`` is ``J9043``."""
    return _FILLER.sub("", text).upper()


def is_level_two(text: str) -> bool:
    """Whether the text is a letter and four digits, the form of every Level II code."""
    return _LEVEL_TWO.fullmatch(text) is not None


def is_level_one(text: str) -> bool:
    """Whether the text has the form of a CPT code: five digits, or four and a letter."""
    return _LEVEL_ONE.fullmatch(text) is not None


def is_never_used(code: str) -> bool:
    """Whether no Level II code can be this: CMS uses neither its letter nor the number 0000.

    Source: CMS HCPCS lists, 2018 to 2025.
    """
    return is_level_two(code) and (code[0] in _UNUSED_LETTERS or code.endswith("0000"))


def is_dental(text: str) -> bool:
    """Whether the text is a CDT code: D codes belong to the ADA and are in no CMS file."""
    return text.startswith("D") and is_level_two(text)


def is_modifier(text: str) -> bool:
    """Whether the text is two letters or digits, the form of every modifier."""
    return _MODIFIER.fullmatch(text) is not None


def kind_of(code: str) -> Kind:
    """Whether a well-formed code of the library is a procedure code or a modifier."""
    return "modifier" if len(code) == 2 else "code"


@dataclass(frozen=True, slots=True)
class CodeRange:
    """A run of codes, both ends included; codes sort as text."""

    first: str
    last: str

    def __contains__(self, code: str) -> bool:
        """Whether the code lies between the ends."""
        return len(code) == len(self.first) and self.first <= code <= self.last

    def __str__(self) -> str:
        """As it is written: ``J9000-J9999``, or one code where both ends are the same."""
        return self.first if self.first == self.last else f"{self.first}-{self.last}"

    @classmethod
    def parse(cls, text: str) -> "CodeRange":
        """Read ``J9000-J9999`` or a single code; raises ValueError for anything else."""
        first, _, last = text.upper().replace(" ", "").partition("-")
        last = last or first
        if not any(form(first) and form(last) for form in (is_level_two, is_modifier)):
            raise ValueError(f"not a range of codes: {text!r}")
        return cls(first, last)


def named_in(code: str, ranges: Iterable[str]) -> bool:
    """Whether a code lies in one of the ranges, each written as ``S9325-S9328`` or a code."""
    return any(code in CodeRange.parse(text) for text in ranges)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of codes under one heading, for browsing; CMS prints no such headings itself."""

    span: CodeRange
    heading: str

    def __str__(self) -> str:
        """As the breadcrumb shows it: ``J9000-J9999 Chemotherapy drugs``."""
        return f"{self.span} {self.heading}"
