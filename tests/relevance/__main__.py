"""Prints the figures: ``python -m tests.relevance``. Needs the folder of CMS's files."""

import sys
import tempfile
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
            tuned = [
                (kind, [measure.ask(library, each) for each in measure.queries(kind)])
                for kind in measure.KINDS
            ]
            held_out = [
                (kind, [measure.ask(library, each) for each in measure.held_out(kind)])
                for kind in measure.HELD_OUT
            ]
    print(measure.report(tuned), measure.report(held_out), sep="\n\nnever tuned for\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
