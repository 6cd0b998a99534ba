"""Which changes of a release somebody wants to see: by kind, by section, by codes of their own."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from hcpcs_desktop.domain.codes import kind_of
from hcpcs_desktop.domain.release_diff import Change, ChangeKind

MODIFIERS = "modifiers"
"""The section of the modifiers; those of codes are named by their letter."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is wanted; empty means all, ``codes`` None means any code."""

    kind: ChangeKind | None = None
    section: str = ""
    codes: frozenset[str] | None = None

    def takes(self, change: Change) -> bool:
        """Whether a change is wanted."""
        if self.kind is not None and self.kind not in change.kinds:
            return False
        if self.section and section_of(change.code) != self.section:
            return False
        return self.codes is None or change.code in self.codes


def section_of(code: str) -> str:
    """The section of a code: its letter, or that of the modifiers."""
    return MODIFIERS if kind_of(code) == "modifier" else code[0]


def sections_of(codes: Iterable[str]) -> tuple[str, ...]:
    """The sections of some codes, letters first."""
    found = {section_of(code) for code in codes}
    return (*sorted(found - {MODIFIERS}), *(found & {MODIFIERS}))


def chosen(changes: Iterable[Change], choice: Choice) -> tuple[Change, ...]:
    """The changes that are wanted, in their order."""
    return tuple(change for change in changes if choice.takes(change))


def counts(changes: Collection[Change]) -> dict[ChangeKind, int]:
    """How many of these codes have each kind of change."""
    return dict(Counter(kind for change in changes for kind in change.kinds))
