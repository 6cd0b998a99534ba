"""Looks at CMS files and says what would be taken of them; changes nothing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library.importing import Asked
from hcpcs_desktop.sources import registry
from hcpcs_desktop.sources.reading import Reading

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Preview:
    """A file with what it holds, or with the error for which it would be refused."""

    asked: Asked
    readings: tuple[Reading, ...] = ()
    error: UserError | None = None


def look(asked: Sequence[Asked], progress: Progress) -> Iterator[Preview]:
    """Look at each file in turn; one that would be refused does not keep the others back."""
    for step, each in enumerate(asked):
        progress(f"looking at {each.path.name}", step, len(asked))
        try:
            yield Preview(each, tuple(registry.read(each.path, each.release)))
        except UserError as error:
            yield Preview(each, error=error)
