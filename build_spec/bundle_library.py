"""Build the library that the program brings along, where what it is made from has changed.

Usage: ``bundle_library.py [[RELEASE=]FILE ...]``. Without a file it is made from the seeds alone.
"""

import hashlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from hcpcs_desktop import paths
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library.importing import build_bundle, parse_asked

PACKAGE = Path(__file__).resolve().parent.parent / "hcpcs_desktop"
STAMP = "made-from"


def main(files: list[str]) -> None:
    """Build the library into the resources, unless the one there was made from the same things."""
    home = paths.bundled_library_home()
    stamp = home / STAMP
    digest = _digest(files)
    if stamp.exists() and stamp.read_text() == digest:
        return
    fresh = home.with_name("library.part")
    shutil.rmtree(fresh, ignore_errors=True)
    about = build_bundle(fresh, paths.seeds(), files)
    (fresh / STAMP).write_text(digest)
    shutil.rmtree(home, ignore_errors=True)
    fresh.rename(home)
    print(f"bundled library: {about.codes} codes, {about.modifiers} modifiers")


def _digest(files: list[str]) -> str:
    """What the library is made from, as one hash: the code that makes it, the seeds, the files."""
    digest = hashlib.sha256()
    for path in _inputs():
        digest.update(str(path).encode() + b"\0" + path.read_bytes())
    for file in files:
        digest.update(file.encode() + b"\0" + parse_asked(file).path.read_bytes())
    return digest.hexdigest()


def _inputs() -> Iterator[Path]:
    for room in ("domain", "sources", "library"):
        yield from sorted((PACKAGE / room).rglob("*.py"))
    yield from sorted(paths.seeds().rglob("*.toml"))


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (UserError, OSError) as error:
        sys.exit(f"error: {error}")
