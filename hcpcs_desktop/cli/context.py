"""What every command is given: where the data are, and how to answer."""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from hcpcs_desktop import paths
from hcpcs_desktop.errors import UserError

if TYPE_CHECKING:
    from hcpcs_desktop.domain.clinic_template import ClinicTemplate
    from hcpcs_desktop.domain.payer_profile import PayerProfile
    from hcpcs_desktop.library.connection import Library
    from hcpcs_desktop.library.home import Home

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
Answer = dict[str, Any]


class Context:
    """The homes and the form of the answers of one run."""

    def __init__(self, data_dir: Path, library_file: Path | None, *, as_json: bool) -> None:
        """Take the data folder, the library named on the command line, and the form."""
        self.data_dir = data_dir
        self.library_file = library_file
        self.as_json = as_json

    @cached_property
    def home(self) -> Home:
        """The user's library folder."""
        from hcpcs_desktop.library.home import Home

        return Home(paths.library_home(self.data_dir), paths.bundled_library_home())

    @property
    def width(self) -> int:
        """How wide the terminal is, in characters."""
        return shutil.get_terminal_size().columns

    @property
    def notebook_path(self) -> Path:
        """Where the notebook is, or will be."""
        return paths.notebook(self.data_dir)

    @property
    def library_path(self) -> Path:
        """The library to read: the one named on the command line, else the one in use."""
        return self.library_file or self.home.current()

    @cached_property
    def library(self) -> Library:
        """The open library; raises UserError where it cannot be opened."""
        from hcpcs_desktop.library.connection import Library

        return Library.open(self.library_path)

    def damaged(self, error: sqlite3.DatabaseError) -> UserError:
        """The refusal where the library opened and then could not be read to the end."""
        from hcpcs_desktop.library.connection import damaged

        return damaged(self.library_path, error)

    @property
    def templates(self) -> tuple[ClinicTemplate, ...]:
        """The clinic's own checklist templates, out of the notebook."""
        return self._clinic[1]

    @property
    def profiles(self) -> tuple[PayerProfile, ...]:
        """The payers of the clinic, out of the notebook; none where there is no notebook yet."""
        return self._clinic[0]

    @cached_property
    def _clinic(self) -> tuple[tuple[PayerProfile, ...], tuple[ClinicTemplate, ...]]:
        from hcpcs_desktop.notebook.store import Notebook

        if not self.notebook_path.is_file():
            return (), ()
        with closing(Notebook.open(self.notebook_path)) as notebook:
            return notebook.profiles.all(), notebook.templates.all()

    def profile(self, name: str | None) -> PayerProfile | None:
        """A payer by its name, None without one; raises UserError where there is no such."""
        if name is None:
            return None
        wanted = name.strip().casefold()
        found = next((each for each in self.profiles if each.name.casefold() == wanted), None)
        if found is None:
            held = ", ".join(each.name for each in self.profiles) or "none yet"
            raise UserError(
                f'There is no payer profile "{name[:80]}"; there are: {held}. Profiles are made in'
                " the window, or taken in from a file there.",
                "profile_unknown",
                "profile",
            )
        return found

    def close(self) -> None:
        """Let go of the library, where it was opened."""
        if "library" in self.__dict__:
            self.library.close()

    def answer(self, document: object, text: Callable[[], str]) -> int:
        """Print the answer as JSON or, made only then, as text; returns exit status 0."""
        print(json.dumps(document) if self.as_json else text().rstrip("\n"))
        return 0

    def refuse(self, error: UserError) -> int:
        """Say what is wrong; returns exit status 1."""
        if self.as_json:
            from hcpcs_desktop.output.answers import error_answer

            print(json.dumps(error_answer(error)))
        print(f"error: {error}", file=sys.stderr)
        return 1

    def batch(self, path: Path, ask: Callable[[str], tuple[Answer, str]]) -> int:
        """Answer each line of a file in order; a refused line has its error in its place."""
        from hcpcs_desktop.output.answers import error_answer

        for line in batch_lines(path):
            try:
                document, text = ask(line)
            except (UserError, sqlite3.DatabaseError) as error:
                told = error if isinstance(error, UserError) else self.damaged(error)
                document, text = error_answer(told), f"error: {told}"
            print(json.dumps(document) if self.as_json else text.rstrip("\n"))
        return 0


def batch_lines(path: Path) -> list[str]:
    """The lines of a batch file without their ends; raises UserError where it cannot be read."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            return [line.removesuffix("\n") for line in file]
    except OSError as error:
        raise UserError(
            f"{path} cannot be read ({error.strerror}). Check the name and the permissions.",
            "bad_batch",
        ) from error
    except UnicodeDecodeError as error:
        raise UserError(
            f"{path} cannot be read: it is no UTF-8 text. Save it as such.", "bad_batch"
        ) from error


def day(text: str) -> date:
    """A date of the command line, YYYY-MM-DD; raises ArgumentTypeError for anything else."""
    refusal = argparse.ArgumentTypeError(f"{text} is no date; write YYYY-MM-DD")
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise refusal from error
    if found.isoformat() != text:
        raise refusal
    return found


def add_date(parser: argparse.ArgumentParser) -> None:
    """The option ``--on``, a date of service, today unless given."""
    parser.add_argument(
        "--on", type=day, default=date.today(), metavar="DATE", help="date of service, YYYY-MM-DD"
    )


def add_profile(parser: argparse.ArgumentParser) -> None:
    """The option ``--profile``, a payer of the clinic; its kind goes before ``--payer``."""
    parser.add_argument("--profile", metavar="NAME", help="a payer profile of the notebook")
