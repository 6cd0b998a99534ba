"""``doctor``: is everything whole, where does it come from, and is it up to date."""

import argparse
import platform
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from tempfile import TemporaryDirectory

from hcpcs_desktop import __version__
from hcpcs_desktop.cli import answers
from hcpcs_desktop.cli.context import Answer, Context, Subparsers
from hcpcs_desktop.domain.freshness import Freshness, freshness
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.output.answers import conflict_answer

_PACKAGES = ("PySide6-Essentials", "sqlite-utils", "msgspec", "python-calamine")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; ``detail`` is a sentence."""

    name: str
    ok: bool
    detail: str


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "doctor", parents=[everywhere], help="check the library and the notebook"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, context: Context) -> int:
    """Look at everything; exit status 1 where a check fails."""
    from hcpcs_desktop.notebook.health import health

    notebook = health(context.notebook_path)
    checks = [
        *_library_checks(context),
        Check("notebook", notebook.ok, notebook.detail),
        _writable(context),
    ]
    about = context.library.about if checks[0].ok else None
    fresh = freshness(about.releases[-1] if about and about.releases else "", date.today())
    ok = all(check.ok for check in checks)
    document: Answer = {
        "ok": ok,
        "checks": [{"name": each.name, "ok": each.ok, "detail": each.detail} for each in checks],
        "conflicts": _conflicts(context) if about else [],
        "freshness": {
            "release": fresh.release or None,
            "next_release_due": fresh.next_release_due.isoformat(),
            "stale": fresh.stale,
        },
        "library": answers.library(about) if about else {},
        "notebook": {"path": str(context.notebook_path), "exists": notebook.exists},
        "versions": _versions(),
    }
    context.answer(document, lambda: _text(checks, fresh, document["conflicts"]))
    return 0 if ok else 1


def _library_checks(context: Context) -> list[Check]:
    """Whether the library opens, whether its bytes and its content are as they were written."""
    from hcpcs_desktop.library.tables import content_id

    try:
        about = context.library.about
        damage = "" if context.library_file else context.home.damage()
        said = context.library.connection.execute("PRAGMA integrity_check").fetchone()[0]
        same = content_id(context.library.connection) == about.id
    except (UserError, sqlite3.DatabaseError) as error:
        return [Check("library", False, str(error))]
    held = f"{about.codes:,} codes, {about.modifiers} modifiers, {len(about.releases)} releases"
    return [
        Check("library", True, f"{about.path}: {held}"),
        Check("library bytes", not damage, damage or "as they were written"),
        Check("library integrity", said == "ok", said),
        Check("library content", same, "matches its id" if same else "does not match its id"),
    ]


def _conflicts(context: Context) -> list[Answer]:
    """What the guides claim and the record contradicts: findings, not failures."""
    from hcpcs_desktop.library.guides import all_conflicts

    found = all_conflicts(context.library.connection)
    return [conflict_answer(each, each.suggest) for each in found]


def _writable(context: Context) -> Check:
    """Whether the data folder, or the one that it will be made in, can be written to."""
    folder = context.data_dir
    try:
        while not folder.exists():
            folder = folder.parent
        with TemporaryDirectory(dir=folder):
            ok = True
    except OSError:
        ok = False
    return Check("data folder", ok, f"{context.data_dir} can{'' if ok else 'not'} be written to")


def _versions() -> Answer:
    found = {"app": __version__, "python": platform.python_version()}
    found["sqlite"] = sqlite3.sqlite_version
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "bundled"
    return found


def _text(checks: Sequence[Check], fresh: Freshness, conflicts: Sequence[Answer]) -> str:
    lines = [f"{'ok  ' if each.ok else 'FAIL'}  {each.name}: {each.detail}" for each in checks]
    held = f"newest release {fresh.release}" if fresh.release else "no CMS release yet"
    due = "one is due since" if fresh.stale else "the next is due"
    lines.append(f"      {held}; {due} {fresh.next_release_due}")
    for each in conflicts:
        meant = f" Perhaps {', '.join(each['suggest'])}." if each["suggest"] else ""
        lines.append(f"      guide {each['guide']} ({each['kind']}): {each['guide_says']}")
        lines.append(f"        CMS: {each['official']}.{meant}")
    return "\n".join(lines)
