"""What rules rest on: dates, limits, modifiers that exclude each other.

Each is told once; other seeds and the tools name it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_REFERENCE = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure as it is shown (``2023-07-01``, ``120 days``), and the sentence that it belongs to.

    ``certain`` is False where the source is general knowledge: no rule may be an error for it.
    """

    name: str
    value: str
    says: str
    source: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Modifiers that a line cannot carry together.

    Any two of ``modifiers`` exclude each other; where there is ``against``, one of the first
    excludes each of the second. ``rule`` is the finding that tells it; it is a warning at most
    where ``certain`` is False.
    """

    rule: str
    modifiers: tuple[str, ...]
    says: str
    source: str
    against: tuple[str, ...] = ()
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts in their order, and the exclusions."""

    facts: tuple[Fact, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()

    def __post_init__(self) -> None:
        """Check the names; raises ValueError where one stands twice."""
        names = [fact.name for fact in self.facts]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"the fact {name} stands twice")

    def __iter__(self) -> Iterator[Fact]:
        """The facts in their order."""
        return iter(self.facts)

    def __getitem__(self, name: str) -> Fact:
        """The fact of that name; raises KeyError where there is none."""
        for fact in self.facts:
            if fact.name == name:
                return fact
        raise KeyError(name)

    def date(self, name: str) -> date:
        """The day that a fact names; raises ValueError where it is no date."""
        return date.fromisoformat(self[name].value)

    def number(self, name: str) -> int:
        """The number with which a fact begins: 120 of ``120 days``; raises ValueError without."""
        return int(self[name].value.split()[0])

    def fill(self, text: str) -> str:
        """A text with each ``{name}`` replaced by its value; raises KeyError for an unknown one."""
        return _REFERENCE.sub(lambda found: self[found[1]].value, text)
