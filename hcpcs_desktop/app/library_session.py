"""What the window works with: the library and the notebook behind ``ui.session.Session``.

The first picture of the window waits for this module, so it reads the library's other modules
when they are first needed.
"""

from __future__ import annotations

from contextlib import closing
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from hcpcs_desktop import paths
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook.store import Notebook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hcpcs_desktop.domain.checklist import Payer, Setting
    from hcpcs_desktop.domain.hit import Answer, Filters, Hit
    from hcpcs_desktop.domain.page import CodePage
    from hcpcs_desktop.domain.release_diff import Comparison
    from hcpcs_desktop.domain.section import Branch
    from hcpcs_desktop.domain.topic import TopicPage
    from hcpcs_desktop.library.checks import Checks
    from hcpcs_desktop.library.connection import Library, SourceRow
    from hcpcs_desktop.library.home import Home
    from hcpcs_desktop.library.in_use import InUse
    from hcpcs_desktop.ui.session import Earlier, Holdings
    from hcpcs_desktop.ui.session import Notebook as AnyNotebook

MOST_HITS = 100
"""Hits that the window lists; nobody reads further, and a keystroke must stay fast."""


class LibrarySession:
    """The window's session over the real library and notebook."""

    def __init__(self, data_dir: Path, library: Path | None = None) -> None:
        """Open what is there; ``library`` is a file to use instead of the one in use."""
        self._data_dir = data_dir
        self._chosen = library
        self._checks: Checks | None = None
        self._chosen_date: date | None = None
        self._has_backup = False
        self._notebook, self._notebook_problem = self._open_notebook()

    @property
    def notebook(self) -> AnyNotebook:
        """The user's own data."""
        return self._notebook

    @property
    def notebook_problem(self) -> str:
        """Why nothing can be saved, in a sentence; empty where it can."""
        return self._notebook_problem

    @property
    def has_backup_to_restore(self) -> bool:
        """Whether the notebook is damaged and a sound backup of it is there."""
        return self._has_backup

    def restore_notebook(self) -> str:
        """Put the newest backup in the place of the damaged notebook; its name.

        The next start opens it. Raises UserError where the files cannot be written.
        """
        from hcpcs_desktop.notebook import backup

        self._has_backup = False
        return backup.restore_newest(paths.notebook(self._data_dir)).name

    @property
    def on(self) -> date:
        """The date of service that codes are shown for; today unless another was chosen."""
        return self._chosen_date or self.today

    @property
    def today(self) -> date:
        """The day that it is."""
        return date.today()

    def choose_date(self, day: date) -> None:
        """Answer for this date of service from now on; today goes on with the clock."""
        self._chosen_date = None if day == self.today else day

    def holdings(self) -> Holdings:
        """What the open library holds."""
        from hcpcs_desktop.ui.session import Holdings

        held = self._in_use
        if held.problem is not None:
            return Holdings(problem=self._told(), outdated=held.can_be_made_anew)
        about = held.opened().about
        return Holdings(about.codes, about.modifiers, about.releases, outdated=held.is_behind)

    def broke(self, error: BaseException) -> bool:
        """Let go of a library that is damaged, as an error tells; False for another error."""
        self._checks = None
        return self._in_use.broke(error)

    def search(
        self,
        text: str,
        filters: Filters | None = None,
        *,
        as_typed: bool = False,
    ) -> Answer:
        """Find codes; without a library, say why there are none."""
        from hcpcs_desktop.domain.hit import Answer, Filters
        from hcpcs_desktop.library import search
        from hcpcs_desktop.library.query import parse
        from hcpcs_desktop.ui.problems import nothing_in_starter

        query = parse(text)
        library = self._in_use.library
        if library is None:
            advice = self._told() if query.words else ""
            return Answer(text, self.on, query.kind, (), (), 0, (), advice)
        answer = search.run(
            library,
            query,
            self.on,
            limit=MOST_HITS,
            as_typed=as_typed,
            often=self._notebook.often(),
            filters=filters or Filters(),
            favourites=frozenset(self._notebook.favourites()),
        )
        held = self.holdings()
        nothing = not answer.hits and not answer.advice and not filters
        if query.words and held.is_starter and nothing:
            from dataclasses import replace

            return replace(answer, advice=nothing_in_starter(held.codes))
        return answer

    def prepare(self) -> Iterator[None]:
        """Read the codes into memory, so that the first keystroke need not wait for it.

        What earlier imports left behind goes then, too.
        """
        yield
        yield from self._made_ready(self._in_use.library)
        if self._chosen is None:
            self._home().tidy_if_free()

    def sections(self) -> tuple[Branch, ...]:
        """The letters and sections with the number of their codes; none without a library."""
        from hcpcs_desktop.library import browse

        library = self._in_use.library
        return browse.tree(library) if library else ()

    def topic(self, key: str, code: str = "") -> TopicPage:
        """A page of guidance, first for a code; raises UserError for one that there is not."""
        from hcpcs_desktop.library.topics import guidance_of
        from hcpcs_desktop.output import topic_page

        guidance = guidance_of(self._in_use.opened())
        around = topic_page.Surroundings(
            guidance.remittance,
            guidance.templates,
            guidance.examples(code),
            self._notebook.profiles.all(),
        )
        found = guidance.page_of(key)
        if isinstance(found, tuple):
            return topic_page.of_denial(*found, around)
        return topic_page.of_place(found, around)

    def listed(self, codes: Sequence[str]) -> tuple[Hit, ...]:
        """Codes as lines of a list; none without a library."""
        from hcpcs_desktop.library import listing

        library = self._in_use.library
        return listing.listed(library, codes, self.on) if library else ()

    def page(self, code: str, payer: Payer, setting: Setting | None, profile: str = "") -> CodePage:
        """All that is known of a code; raises UserError for one that the library lacks."""
        from hcpcs_desktop.domain.clinic import Clinic
        from hcpcs_desktop.library import codes

        notebook = self._notebook
        named = notebook.profiles.named(profile) if profile else None
        clinic = Clinic(named, notebook.templates.all())
        return codes.page(self._in_use.opened(), code, self.on, payer, setting, clinic)

    def compare(self, old: str, new: str) -> Comparison:
        """What changed between two releases; raises UserError where the library lacks one."""
        from hcpcs_desktop.library.whats_new import compare

        return compare(self._in_use.opened(), old, new)

    def checks(self) -> Checks:
        """The checks over the open library; made when they are first asked for."""
        if self._checks is None:
            from hcpcs_desktop.library import checks

            self._checks = checks.over(self._in_use.opened())
        return self._checks

    def reopen(self) -> None:
        """Open the library that is now in use."""
        self._let_go()
        self._checks = None

    def reopening(self) -> Iterator[None]:
        """Open the library that is now in use in steps; until the last, the one before answers."""
        found = self._open()
        yield
        yield from self._made_ready(found.library)
        self.reopen()
        vars(self)["_in_use"] = found

    def import_command(self, files: list[str], report: str) -> list[str]:
        """The command that adds CMS files in a process of its own."""
        return self._command("import", *files, "--report", report)

    def preview_command(self, files: list[str], report: str) -> list[str]:
        """The command that looks at CMS files and changes nothing."""
        return self._command("import", "--preview", *files, "--report", report)

    def remove_command(self, source: str, report: str) -> list[str]:
        """The command that takes a source out."""
        return self._command("remove", source, "--report", report)

    def sources(self) -> tuple[SourceRow, ...]:
        """The CMS files of the library."""
        library = self._in_use.library
        rows = library.about.sources if library else ()
        return tuple(row for row in rows if row.family != "seeds")

    def earlier(self) -> tuple[Earlier, ...]:
        """The libraries that can be chosen again; none while a library was named by hand."""
        if self._chosen is not None:
            return ()
        found = (_earlier(path) for path in self._home().previous())
        return tuple(each for each in found if each is not None)

    def choose_library(self, name: str) -> None:
        """Use an earlier library again."""
        self._home().choose(name)
        self.reopen()

    def close(self) -> None:
        """Let go of the library and the notebook."""
        self._let_go()
        self._notebook.close()

    def _open_notebook(self) -> tuple[AnyNotebook, str]:
        """The notebook and why nothing can be saved; one that is damaged does not stop the app."""
        path = paths.notebook(self._data_dir)
        try:
            notebook = Notebook.open(path)
        except UserError as error:
            from hcpcs_desktop.notebook import backup
            from hcpcs_desktop.ui.no_notebook import NoNotebook

            damaged = error.kind == "notebook_damaged"
            self._has_backup = damaged and backup.newest(path) is not None
            return NoNotebook(str(error)), str(error)
        return notebook, notebook.why_read_only

    def _let_go(self) -> None:
        """Close the library where it was opened; it is opened anew when it is next needed."""
        opened = vars(self).pop("_in_use", None)
        if opened is not None:
            opened.close()

    def _told(self) -> str:
        from hcpcs_desktop.ui.problems import library_problem

        held = self._in_use
        if held.problem is None:
            return ""
        return library_problem(held.problem, self._chosen, anew=held.can_be_made_anew)

    @cached_property
    def _in_use(self) -> InUse:
        return self._open()

    def _open(self) -> InUse:
        from hcpcs_desktop.library.in_use import InUse

        return InUse(self._home(), self._chosen)

    def _made_ready(self, library: Library | None) -> Iterator[None]:
        """Read what a first search wants of a library, in steps."""
        from hcpcs_desktop.library import search

        if library is not None:
            search.entries_of(library)
            yield
            search.warm_up(library, self.on)
            yield

    def _command(self, *arguments: str) -> list[str]:
        """This program's command line, for the same data folder."""
        return [*paths.console_command(), "--data-dir", str(self._data_dir), *arguments]

    def _home(self) -> Home:
        from hcpcs_desktop.library.home import Home

        return Home(paths.library_home(self._data_dir), paths.bundled_library_home())


def _earlier(path: Path) -> Earlier | None:
    """What an earlier library holds; None for one that this version cannot open any more."""
    from hcpcs_desktop.library.connection import Library
    from hcpcs_desktop.ui.session import Earlier

    try:
        with closing(Library.open(path)) as library:
            return Earlier(path.name, library.about.codes, library.about.releases)
    except UserError:
        return None
