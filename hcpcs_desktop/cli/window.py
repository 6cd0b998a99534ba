"""Opens the window. Without arguments nothing else of the command line is read."""

import sys

from hcpcs_desktop import paths
from hcpcs_desktop.errors import UserError


def open_window() -> int:
    """Stay until the window is closed; the exit status, 1 where there is no screen for it."""
    from hcpcs_desktop.app import start

    try:
        return start.run(paths.data_dir())
    except UserError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
