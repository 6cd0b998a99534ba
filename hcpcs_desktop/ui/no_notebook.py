"""What stands in for a notebook that cannot be opened, so that the library can still be read."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hcpcs_desktop.notebook.access import Access
    from hcpcs_desktop.notebook.profiles import Profiles
    from hcpcs_desktop.notebook.templates import Templates
    from hcpcs_desktop.notebook.worksheets import Worksheets


class NoNotebook:
    """Is empty, and nothing can be saved in it."""

    read_only = True

    def __init__(self, problem: str) -> None:
        """Say why there is none."""
        self._problem = problem

    @cached_property
    def _access(self) -> Access:
        from hcpcs_desktop.notebook.access import Access

        return Access.in_memory(self._problem)

    @cached_property
    def profiles(self) -> Profiles:
        """None, and none can be made."""
        from hcpcs_desktop.notebook.profiles import Profiles

        return Profiles(self._access)

    @cached_property
    def worksheets(self) -> Worksheets:
        """None, and none can be made."""
        from hcpcs_desktop.notebook.worksheets import Worksheets

        return Worksheets(self._access)

    @cached_property
    def templates(self) -> Templates:
        """None, and none can be taken in."""
        from hcpcs_desktop.notebook.templates import Templates

        return Templates(self._access)

    def ticks(self, code: str) -> frozenset[str]:
        """None."""
        return frozenset()

    def set_tick(self, code: str, item_id: str, ticked: bool) -> None:
        """Nothing is saved; the window does not offer it."""

    def clear_ticks(self, code: str) -> None:
        """Nothing to clear."""

    def favourites(self) -> list[str]:
        """None."""
        return []

    def set_favourite(self, code: str, wanted: bool) -> None:
        """Nothing is saved; the window does not offer it."""

    def note(self, code: str) -> str:
        """None."""
        return ""

    def noted(self) -> frozenset[str]:
        """None."""
        return frozenset()

    def set_note(self, code: str, text: str) -> None:
        """Nothing is saved; the window does not offer it."""

    def opened(self, code: str) -> None:
        """Nothing is noted."""

    def recent(self, limit: int) -> list[str]:
        """None."""
        return []

    def often(self) -> dict[str, int]:
        """None."""
        return {}

    def forget_openings(self) -> None:
        """Nothing to forget."""

    def setting(self, name: str) -> str | None:
        """Never saved."""

    def set_setting(self, name: str, value: str) -> None:
        """Nothing is saved."""

    def close(self) -> None:
        """Nothing to let go of."""
