"""Files that the user has written: what stands in the way is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hcpcs_desktop.errors import UserError


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Around the writing of a file; raises UserError where it cannot be written."""
    try:
        yield
    except OSError as error:
        raise UserError(
            f"{path} cannot be written ({error.strerror or error}). Choose another place.",
            "not_writable",
        ) from error
