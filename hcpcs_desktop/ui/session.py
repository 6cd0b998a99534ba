"""What the window is given to work with; the composition root fills it, tests fake it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.output.counted import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from hcpcs_desktop.domain.checklist import Payer, Setting
    from hcpcs_desktop.domain.hit import Answer, Filters, Hit
    from hcpcs_desktop.domain.page import CodePage
    from hcpcs_desktop.domain.release_diff import Comparison
    from hcpcs_desktop.domain.section import Branch
    from hcpcs_desktop.domain.topic import TopicPage
    from hcpcs_desktop.library.checks import Checks
    from hcpcs_desktop.library.connection import SourceRow
    from hcpcs_desktop.notebook.profiles import Profiles
    from hcpcs_desktop.notebook.templates import Templates
    from hcpcs_desktop.notebook.worksheets import Worksheets


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the open library holds.

    ``releases`` are the ids of the CMS releases that the user or the organisation added, empty
    while there are only the few records that the program brings along. ``problem`` is the sentence
    that says why there is no library, else empty; ``outdated`` is whether it must be made anew
    from the kept files, because another version of the program made it, or it is lost.
    """

    codes: int = 0
    modifiers: int = 0
    releases: tuple[str, ...] = ()
    problem: str = ""
    outdated: bool = False

    @property
    def is_starter(self) -> bool:
        """Whether this is the library that the program brings along, without a CMS file."""
        return not self.releases and not self.problem

    def sentence(self) -> str:
        """What the status bar says."""
        if self.problem:
            return "No library"
        if self.is_starter and not self.codes:
            return "Empty library"
        if self.is_starter:
            return f"Starter library, {count(self.codes, 'code')}"
        return f"CMS {name_of(max(self.releases))} release, {count(self.codes, 'code')}"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A library that was in use: its file name, and what it holds."""

    name: str
    codes: int
    releases: tuple[str, ...]


class Notebook(Protocol):
    """The part of the notebook that the window uses."""

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""

    @property
    def profiles(self) -> Profiles:
        """The payers of the clinic."""

    @property
    def worksheets(self) -> Worksheets:
        """The checklists at work."""

    @property
    def templates(self) -> Templates:
        """The clinic's own checklist templates."""

    def ticks(self, code: str) -> frozenset[str]:
        """The ids of the checklist items that are ticked."""

    def set_tick(self, code: str, item_id: str, ticked: bool) -> None:
        """Save one tick."""

    def clear_ticks(self, code: str) -> None:
        """Take all ticks of a code away."""

    def favourites(self) -> list[str]:
        """The codes that the user wants at hand, the latest first."""

    def set_favourite(self, code: str, wanted: bool) -> None:
        """Put a code among the favourites, or take it out."""

    def note(self, code: str) -> str:
        """The note on a code; empty where there is none."""

    def noted(self) -> frozenset[str]:
        """The codes that have a note."""

    def set_note(self, code: str, text: str) -> None:
        """Keep a note on a code; blank text is no note."""

    def opened(self, code: str) -> None:
        """Note that a code was looked at."""

    def recent(self, limit: int) -> list[str]:
        """The codes that were looked at last, the latest first."""

    def often(self) -> dict[str, int]:
        """How many times the codes were opened that were opened often."""

    def forget_openings(self) -> None:
        """Forget which codes were opened, and how often."""

    def setting(self, name: str) -> str | None:
        """A setting, None where it was never saved."""

    def set_setting(self, name: str, value: str) -> None:
        """Save a setting."""

    def close(self) -> None:
        """Let go of the file."""


class Session(Protocol):
    """The library and the notebook, as the window sees them.

    The library behind it may change (``reopen``); nothing of it is kept by the window.
    """

    @property
    def notebook(self) -> Notebook:
        """The user's own data."""

    @property
    def notebook_problem(self) -> str:
        """Why nothing can be saved, in a sentence; empty where it can."""

    @property
    def has_backup_to_restore(self) -> bool:
        """Whether the notebook is damaged and a sound backup of it is there."""

    def restore_notebook(self) -> str:
        """Put the newest backup in the place of the damaged notebook, for the next start; its name.

        Raises UserError where the files cannot be written.
        """

    @property
    def on(self) -> date:
        """The date of service that codes are shown for; today unless another was chosen."""

    @property
    def today(self) -> date:
        """The day that it is."""

    def choose_date(self, day: date) -> None:
        """Answer for this date of service from now on."""

    def holdings(self) -> Holdings:
        """What the open library holds."""

    def broke(self, error: BaseException) -> bool:
        """Let go of a library that is damaged, as an error tells; False for another error."""

    def search(
        self,
        text: str,
        filters: Filters = ...,
        *,
        as_typed: bool = False,
    ) -> Answer:
        """Find codes that the filters leave; ``as_typed`` corrects no word."""

    def prepare(self) -> Iterator[None]:
        """Read ahead what the first search needs, in steps that are short each."""

    def sections(self) -> tuple[Branch, ...]:
        """The letters and sections with the number of their codes; none without a library."""

    def topic(self, key: str, code: str = "") -> TopicPage:
        """A page of guidance; raises UserError for one that the library lacks.

        The checklists that ``code`` has come first in it.
        """

    def listed(self, codes: Sequence[str]) -> tuple[Hit, ...]:
        """Codes as lines of a list, in this order; without those that the library lacks."""

    def page(self, code: str, payer: Payer, setting: Setting | None, profile: str = "") -> CodePage:
        """All that is known of a code; raises UserError for one that the library lacks.

        ``profile`` names a payer of the clinic, which then goes before ``payer``.
        """

    def compare(self, old: str, new: str) -> Comparison:
        """What changed between two releases; raises UserError where the library lacks one."""

    def checks(self) -> Checks:
        """The checks of claims and modifiers; raises UserError where there is no library."""

    def reopen(self) -> None:
        """Open the library that is now in use, after an import."""

    def reopening(self) -> Iterator[None]:
        """The same in steps that are short each; until the last, the one before answers."""

    def import_command(self, files: list[str], report: str) -> list[str]:
        """The command that adds CMS files and writes its report to a file.

        Without files it makes the library anew from those that were kept.
        """

    def preview_command(self, files: list[str], report: str) -> list[str]:
        """The command that looks at CMS files and changes nothing."""

    def remove_command(self, source: str, report: str) -> list[str]:
        """The command that takes a source, named by its id, out of the library."""

    def sources(self) -> tuple[SourceRow, ...]:
        """The CMS files of the library, in the order in which they were added."""

    def earlier(self) -> tuple[Earlier, ...]:
        """The libraries that can be chosen again, the last one first."""

    def choose_library(self, name: str) -> None:
        """Use an earlier library again; raises UserError where that is not possible."""

    def close(self) -> None:
        """Let go of the library and the notebook."""
