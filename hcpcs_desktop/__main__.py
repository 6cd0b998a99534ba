"""``python -m hcpcs_desktop`` and the installed command: a command, or else the window."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run and exit: 0 done, 1 refused, 2 wrong usage, 130 stopped by Ctrl-C."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if not given:
        from hcpcs_desktop.cli.window import open_window

        sys.exit(open_window())
    from hcpcs_desktop.cli.main import run

    sys.exit(run(given))


if __name__ == "__main__":
    main()
