"""When a modifier is used, and for which codes it matters."""

from collections.abc import Iterable
from dataclasses import dataclass

from hcpcs_desktop.domain.rules import in_ranges


@dataclass(frozen=True, slots=True)
class Use:
    """When modifiers are used.

    They matter for ``codes`` (``S9325-S9379`` or one code) and for codes with one of ``traits``.
    ``inferred`` tells that no source says so outright.
    """

    modifiers: tuple[str, ...]
    when: str
    source: str
    codes: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    inferred: bool = False

    def fits(self, code: str, traits: frozenset[str]) -> bool:
        """Whether the modifiers matter for a code with these traits."""
        return in_ranges(code, self.codes) or not traits.isdisjoint(self.traits)


def for_code(code: str, traits: frozenset[str], uses: Iterable[Use]) -> tuple[Use, ...]:
    """The uses that matter for a code; those that name it before those of its kind."""
    fitting = [each for each in uses if each.fits(code, traits)]
    return tuple(sorted(fitting, key=lambda each: not in_ranges(code, each.codes)))


def of_modifier(modifier: str, uses: Iterable[Use]) -> tuple[Use, ...]:
    """What is known of when a modifier is used."""
    return tuple(each for each in uses if modifier in each.modifiers)
