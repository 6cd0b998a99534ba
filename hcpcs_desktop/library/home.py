"""The folder of the user's library: kept files, caches, libraries, and which one is in use.

``current`` names the library in use and is replaced in one atomic step; nothing is ever renamed
over an open database. A kill at any moment leaves the old library or the new one in use.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from hcpcs_desktop import __version__
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library.connection import made_by, made_from

EARLIER_LIBRARIES = 3
"""How many libraries stay beside the one in use, so that undo is choosing another."""

_CHECKSUM = slice(64)
"""Where the name of a kept copy's folder, and of a cache, has the checksum of its file."""


@dataclass(frozen=True, slots=True)
class Current:
    """What the file ``current`` says: the library in use with its checksum, and those before it."""

    library: str
    sha256: str
    previous: tuple[str, ...] = ()


class Home:
    """A library folder, with the bundled one behind it for as long as the user has none."""

    def __init__(self, folder: Path, bundled: Path | None = None) -> None:
        """Take the user's library folder and the one that came with the app."""
        self.folder = folder
        self.bundled = Home(bundled) if bundled is not None else None

    def read_current(self) -> Current | None:
        """What ``current`` says, None where it is not there; raises UserError if unreadable."""
        try:
            return _current((self.folder / "current").read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (ValueError, TypeError, KeyError, OSError) as error:
            raise UserError(
                f"{self.folder / 'current'} cannot be read ({error}). Delete that file to go back "
                "to the library that came with the app.",
                "library_damaged",
            ) from error

    def current(self) -> Path:
        """The library in use: the user's, else the bundled one (which may be missing, too)."""
        named = self.read_current()
        if named is not None:
            return self.folder / named.library
        return self.bundled.current() if self.bundled else self.folder / "library.db"

    def damage(self) -> str:
        """What is wrong with the bytes of the library in use; empty where they are as written."""
        named = self.read_current()
        if named is None:
            return self.bundled.damage() if self.bundled else ""
        path = self.folder / named.library
        if not path.is_file():
            return f"{path.name} is missing"
        return "" if sha256_of(path) == named.sha256 else f"{path.name} is not as it was written"

    def places(self) -> tuple["Home", ...]:
        """The folders in which kept files and caches may be: this one, and the bundled one."""
        return (self, self.bundled) if self.bundled else (self,)

    def has_kept(self) -> bool:
        """Whether there are copies of CMS files, from which a library can be made anew."""
        return any(self.folder.glob("kept/*/*"))

    def kept(self, sha256: str, name: str) -> Path:
        """Where this folder keeps the copy of a file."""
        return self.folder / "kept" / sha256 / name

    def cache(self, sha256: str, asked: str) -> Path:
        """Where the reading of a kept file is cached; ``asked`` is the release the user stated.

        Each version of the app has its own: a newer one may read more out of the same file.
        """
        return self.folder / "cache" / f"{sha256}{asked and '-'}{asked}.{__version__}.msgpack"

    def asked(self, sha256: str) -> set[str]:
        """The releases that the user stated for a kept file, as its caches are named."""
        names = [path.name.removeprefix(sha256) for path in self.folder.glob(f"cache/{sha256}*")]
        return {name[1:].partition(".")[0] if name[0] == "-" else "" for name in names} or {""}

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock that forbids two imports; raises UserError where another one runs."""
        from filelock import FileLock, Timeout  # not at the start of the window

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self.folder / "import.lock", timeout=0):
                yield
        except Timeout as error:
            raise UserError(
                "Another import is running. Wait until it is done, then try again.",
                "import_running",
            ) from error
        except OSError as error:
            raise UserError(
                f"The data folder {self.folder} cannot be written to ({error.strerror or error}). "
                "Nothing was changed; choose another folder with --data-dir.",
                "not_writable",
            ) from error

    def use(self, library: Path) -> None:
        """Put a finished library into use, and forget those that are too old to go back to."""
        before = None
        with suppress(UserError):  # one that cannot be read names nothing to go back to
            before = self.read_current()
        previous = (before.library, *before.previous) if before else ()
        others = tuple(name for name in previous if name != library.name)[:EARLIER_LIBRARIES]
        self._write_current(Current(library.name, sha256_of(library), others))

    def previous(self) -> tuple[Path, ...]:
        """The libraries that can be chosen again, the last one in use first."""
        named = self.read_current()
        paths = [self.folder / name for name in named.previous] if named else []
        return tuple(path for path in paths if path.is_file())

    def choose(self, name: str) -> None:
        """Use one of the previous libraries again; the one in use becomes a previous one.

        Raises UserError where there is no such library, or an import is running.
        """
        with self.locked():
            found = [path for path in self.previous() if path.name == name]
            if not found:
                raise UserError(
                    f"The library {name} is no longer there. Add the CMS file again instead.",
                    "not_found",
                )
            self.use(found[0])

    def is_behind(self) -> bool:
        """Whether the user's library was made from other seeds than the bundled one was.

        Also where another version of the app made it; then it is to be made anew.
        """
        named = self.read_current()
        if named is None or self.bundled is None:
            return False
        mine = made_by(self.folder / named.library)
        bundled = made_by(self.bundled.current())
        return mine is not None and bundled is not None and mine != bundled

    def tidy_if_free(self) -> None:
        """Tidy, unless an import is running, or nothing can be written there, or nothing is."""
        if self.folder.is_dir():
            with suppress(UserError), self.locked():  # the next start will do it
                self.tidy()

    def tidy(self) -> None:
        """Take away what a killed import left, and what nothing that stays needs any more.

        Those are libraries that ``current`` does not name, and the copies and caches of files that
        none of the libraries that stay was made from. A file that is still open elsewhere stays
        until the next time.
        """
        named = self.read_current()
        wanted = {named.library, *named.previous} if named else set()
        for path in [*self.folder.glob("library-*.db*"), *self.folder.glob("*.part")]:
            if path.name not in wanted:
                with suppress(OSError):
                    path.unlink()
        self._forget_sources([self.current(), *self.previous()] if named else [])

    def _forget_sources(self, libraries: Sequence[Path]) -> None:
        """Take away copies and caches that these libraries do not need.

        A library that cannot be read may need any of them, to be made anew.
        """
        needed: set[str] = set()
        for library in libraries:
            found = made_from(library)
            if found is None:
                return
            needed |= found
        for path in [*self.folder.glob("kept/*"), *self.folder.glob("cache/*")]:
            if path.name[_CHECKSUM] not in needed:
                shutil.rmtree(path, ignore_errors=True)
                with suppress(OSError):
                    path.unlink(missing_ok=True)

    def _write_current(self, current: Current) -> None:
        part = self.folder / "current.part"
        with part.open("wb") as file:
            file.write(json.dumps(asdict(current), indent=1).encode())
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.folder / "current")


def _current(content: bytes) -> Current:
    """What the file says, told by hand: a reader of schemas would cost the start of the window."""
    said = json.loads(content)
    library, sha256, previous = said["library"], said["sha256"], said.get("previous", [])
    if not all(isinstance(each, str) for each in (library, sha256, *previous)):
        raise ValueError("names are texts")
    return Current(library, sha256, tuple(previous))


def sha256_of(path: Path) -> str:
    """The checksum of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
