"""Opened containers in words: what was given and what was discarded."""

from collections.abc import Mapping, Sequence

from hcpcs_desktop.domain.units_request import ContainerKind, OpenedContainer
from hcpcs_desktop.domain.units_words import NUMBER_WORDS, shown, sized
from hcpcs_desktop.output.wording import one_line


def opened(vials_used: Mapping[str, int], kind: ContainerKind = "vial") -> str:
    """The containers by size: ``one 60 mg vial``, ``one 400 mg and three 100 mg vials``."""
    sizes = [sized(count, one_line(size)) for size, count in vials_used.items()]
    plural = "s" if sum(vials_used.values()) > 1 else ""
    return f"{' and '.join(sizes)} {kind}{plural}" if sizes else ""


def described(containers: Sequence[OpenedContainer]) -> str:
    """A picture of containers for those who do not see it, one sentence for each kind."""
    return " ".join(_described(each) for each in containers)


def _described(container: OpenedContainer) -> str:
    parts = [f"{shown(container.given)} given" if container.given.amount else "nothing given"]
    if container.discarded.amount:
        parts.append(f"{shown(container.discarded)} discarded")
    of_each = " of each" if container.count > 1 else ""
    number = _number(container.count)
    return f"{number.capitalize()} of {container.content}: {', '.join(parts)}{of_each}."


def _number(count: int) -> str:
    return NUMBER_WORDS[count] if count < len(NUMBER_WORDS) else f"{count:,}"
