"""Which words of a text changed: the parts of before and after, for marking."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_WORDS = 600
"""Longer texts are taken as changed from end to end: to compare them would hold the window up."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text, and whether the other text lacks it."""

    text: str
    changed: bool = False


Parts = tuple[Part, ...]


def changed_words(before: str, after: str) -> tuple[Parts, Parts]:
    """Both texts in parts, whole words marked where the other text does not have them."""
    olds, news = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(olds), len(news)) > 2 * _MOST_WORDS:
        return _whole(before), _whole(after)
    left: list[Part] = []
    right: list[Part] = []
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        changed = kind != "equal"
        left += _trimmed("".join(olds[old_start:old_end]), changed)
        right += _trimmed("".join(news[new_start:new_end]), changed)
    return _joined(left), _joined(right)


def _whole(text: str) -> Parts:
    return _joined(_trimmed(text, changed=True))


def _trimmed(text: str, changed: bool) -> list[Part]:
    """The text in one part, but for the blanks around it, which are not marked."""
    core = text.strip()
    before, _, after = text.partition(core) if core else (text, "", "")
    return [Part(before), Part(core, changed), Part(after)]


def _joined(parts: list[Part]) -> Parts:
    """Without empty parts; blanks between two changed words are changed with them."""
    made: list[Part] = []
    filled = [part for part in parts if part.text]
    for number, part in enumerate(filled):
        around = (*made[-1:], *filled[number + 1 : number + 2])
        between = (
            len(around) == 2 and not part.text.strip() and all(each.changed for each in around)
        )
        changed = part.changed or between
        if made and made[-1].changed == changed:
            made[-1] = Part(made[-1].text + part.text, changed)
        else:
            made.append(Part(part.text, changed))
    return tuple(made)
