"""The pieces of a text that may be codes or modifiers, in whatever dress they were typed."""

import re

from hcpcs_desktop.domain import codes
from hcpcs_desktop.library.words import typed_words

LABELS = frozenset(
    {"HCPCS", "CPT", "CODE", "CODES", "MODIFIER", "MODIFIERS", "MOD", "MODS", "AND", "OR", "WITH"}
)
"""Words that stand beside codes and modifiers and say only what they are."""

_GLUED = re.compile(r"([A-Z][0-9]{4})((?:[A-Z0-9]{2}){1,4})")
_LIKE_A_CODE = re.compile(r"[A-Z](?=(?:[OIL]*[0-9]){2})[0-9OIL]{4}")
_AS_DIGITS = str.maketrans("OIL", "011")


def tokens(shown: str) -> list[str]:
    """The text in upper case, cut where no letter or digit is, but with a code in one piece."""
    whole = codes.normalise(shown)
    if codes.is_level_two(whole):
        return [whole]
    parts = [word.upper() for word in typed_words(shown)]
    if codes.is_level_two(with_digits("".join(parts[:2]))):
        parts[:2] = ["".join(parts[:2])]
    found: list[str] = []
    for part in parts:
        glued = _GLUED.fullmatch(part)
        found += [glued[1], *re.findall("..", glued[2])] if glued else [part]
    return found


def with_digits(part: str) -> str:
    """A code in which letters were typed for digits, ``JO696`` as ``J0696``; else as it is."""
    if _LIKE_A_CODE.fullmatch(part):
        return part[0] + part[1:].translate(_AS_DIGITS)
    return part
