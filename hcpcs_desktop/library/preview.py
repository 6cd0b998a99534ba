"""Looks at CMS files and says what would be taken of them; changes nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library.folders import files_in
from hcpcs_desktop.library.importing import Asked
from hcpcs_desktop.sources import registry
from hcpcs_desktop.sources.reading import Reading

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Preview:
    """A file with what it holds, or with the error for which it would be refused.

    ``folder`` is the one that was asked for, where the file was found in it.
    """

    asked: Asked
    folder: Path | None = None
    name: str = ""
    readings: tuple[Reading, ...] = ()
    error: UserError | None = None

    @property
    def is_other(self) -> bool:
        """Whether nobody asked for the file itself, and it holds nothing of CMS."""
        kind = self.error.kind if self.error is not None else ""
        return self.folder is not None and kind == registry.NOTHING_KNOWN


def look(asked: Sequence[Asked], progress: Progress) -> Iterator[Preview]:
    """Look at each file in turn, and at those in folders that could be CMS's.

    One that would be refused does not keep the others back.
    """
    files = _named(_unfolded(asked))
    for step, each in enumerate(files):
        progress(f"looking at {each.name}", step, len(files))
        if each.error is not None:
            yield each
            continue
        try:
            read = registry.read(each.asked.path, each.asked.release)
            yield replace(each, readings=tuple(read))
        except UserError as error:
            yield replace(each, error=error)


def _unfolded(asked: Iterable[Asked]) -> list[Preview]:
    """What is to be looked at: the files that were asked for, and those in the folders."""
    found: dict[Path, Preview] = {}
    for each in asked:
        if not each.path.is_dir():
            found[each.path] = Preview(each)
            continue
        try:
            for path in files_in(each.path):
                found.setdefault(path, Preview(replace(each, path=path), each.path))
        except UserError as error:
            found[each.path] = Preview(each, error=error)
    return list(found.values())


def _named(files: Sequence[Preview]) -> list[Preview]:
    """The same with a name for each; files of one name are told apart by their folders."""
    often = Counter(each.asked.path.name for each in files)
    return [
        replace(each, name=_name(each, is_alone=often[each.asked.path.name] == 1)) for each in files
    ]


def _name(found: Preview, *, is_alone: bool) -> str:
    path = found.asked.path
    if is_alone:
        return path.name
    return str(path.relative_to((found.folder or path.parent).parent))
