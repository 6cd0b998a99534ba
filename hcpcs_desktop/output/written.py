"""Files that the user has written: whole or not at all, and what stands in the way is told."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ENOSPC
from pathlib import Path

from hcpcs_desktop.errors import UserError

_ELSEWHERE = "Choose another place."
_FULL = "Free some space there, or choose another place."
_IN_USE = "Close it where another program has it open, or choose another place."


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """The file to write to, which takes the place of the one at ``path`` once it is whole.

    Until then, and where anything fails, that one stays as it was. What is no file, such as a
    device, is written to itself. Raises UserError where it cannot be written.
    """
    is_plain = path.is_file() or not path.exists()
    target = path.resolve()
    partial = target.with_name(f"{target.name}.partial") if is_plain else target
    try:
        yield partial
        if is_plain:
            partial.replace(target)
    except OSError as error:
        raise UserError(
            f"{path} cannot be written ({error.strerror or error}). {_remedy(path, error)}",
            "not_writable",
        ) from error
    finally:
        if is_plain:
            with suppress(OSError):
                partial.unlink(missing_ok=True)


def _remedy(path: Path, error: OSError) -> str:
    if error.errno == ENOSPC:
        return _FULL
    return _IN_USE if isinstance(error, PermissionError) and path.is_file() else _ELSEWHERE
