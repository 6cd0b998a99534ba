"""``python -m hcpcs_desktop`` and the installed command: a command, or else the window."""

import sys
from collections.abc import Sequence

from hcpcs_desktop.cli.main import run


def main(arguments: Sequence[str] | None = None) -> None:
    """Run and exit: 0 done, 1 refused, 2 wrong usage."""
    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))


if __name__ == "__main__":
    main()
