"""The library that is in use, opened, or why there is none."""

from pathlib import Path

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library.connection import Library, damaged, is_damage
from hcpcs_desktop.library.home import Home

_OUTDATED = "library_outdated"
_LOST = ("library_missing", "library_damaged")


class InUse:
    """What a window works with until another library takes its place.

    ``library`` is None where there is none, and ``problem`` says why. ``is_behind`` is whether it
    was made from other seeds, or by another version, than the one that came with the program.
    ``can_be_made_anew`` is whether there is none, and what it was made of is kept.
    """

    def __init__(self, home: Home, chosen: Path | None = None) -> None:
        """Open the library in use, or the file that was chosen in its place."""
        self._home = home
        self._is_chosen = chosen is not None
        self.library: Library | None = None
        self.problem: UserError | None = None
        self.is_behind = False
        self.can_be_made_anew = False
        try:
            self.is_behind = not self._is_chosen and home.is_behind()
            self.library = Library.open(chosen or home.current())
        except UserError as error:
            self._give_up(error)

    def opened(self) -> Library:
        """The library; raises UserError where there is none."""
        if self.library is None:
            raise self.problem or UserError("There is no library.", "library_missing")
        return self.library

    def broke(self, error: BaseException) -> bool:
        """Let go of a library that is damaged, as an error tells; False where it tells none."""
        if self.library is None or not is_damage(error):
            return False
        self._give_up(damaged(self.library.about.path, error))
        self.close()
        self.library = None
        return True

    def close(self) -> None:
        """Let go of the file."""
        if self.library is not None:
            self.library.close()

    def _give_up(self, problem: UserError) -> None:
        self.problem = problem
        lost = problem.kind in _LOST and self._home.has_kept()
        self.can_be_made_anew = not self._is_chosen and (lost or problem.kind == _OUTDATED)
