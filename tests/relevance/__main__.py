"""Prints the figures: ``python -m tests.relevance``. Needs the folder of CMS's files."""

import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from hcpcs_desktop.library.connection import Library
from tests.relevance import measure

CMS = Path(__file__).resolve().parents[3] / "shared" / "cms"


def main() -> int:
    """Build the library, ask everything, print; exit code 1 where CMS's files are missing."""
    if not CMS.is_dir():
        print(f"error: CMS's files are not in {CMS}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        measure.build(CMS, path)
        with closing(Library.open(path)) as library:
            tables = [_asked(library, {kind: measure.queries(kind) for kind in measure.KINDS})]
            for name in measure.HELD_OUT_FILES:
                of_kind = {kind: measure.held_out(kind, [name]) for kind in measure.HELD_OUT}
                tables.append(_asked(library, of_kind))
    print(*tables, sep="\n\nnever tuned for\n")
    return 0


def _asked(library: Library, queries: Mapping[str, Sequence[measure.Asking]]) -> str:
    return measure.report(
        (kind, [measure.ask(library, each) for each in some])
        for kind, some in queries.items()
        if some
    )


if __name__ == "__main__":
    sys.exit(main())
