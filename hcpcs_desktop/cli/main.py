"""Reads the command line and runs the command; without one it opens the window."""

import argparse
import os
import signal
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from hcpcs_desktop import __version__, paths
from hcpcs_desktop.cli.context import Context
from hcpcs_desktop.errors import UserError

_NAME = "hcpcs-desktop"
_STOPPED = 128 + signal.SIGINT


class _Parser(argparse.ArgumentParser):
    """Says of wrong usage what is wrong as every other error is said."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"error: {message}. See `{self.prog} --help`.\n")


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit status; the parser exits with 2 for wrong usage.

    Ctrl-C stops the command: it ends with 130, as a shell says of a program that SIGINT has ended.
    """
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return _stopped()


def _run(arguments: Sequence[str]) -> int:
    _write_utf8()
    options, rest = _own_options().parse_known_args(arguments)
    if rest:
        options = _parser().parse_args(arguments)
    data_dir = options.data_dir or paths.data_dir()
    context = Context(data_dir, options.library, as_json=options.json)
    if options.run is None:
        return _open_window(context)
    try:
        return int(options.run(options, context))
    except UserError as error:
        return context.refuse(error)
    except sqlite3.DatabaseError as error:
        return context.refuse(context.damaged(error))
    except BrokenPipeError:
        return _reader_gone()
    except OSError as error:
        return context.refuse(_out_of_reach(error))
    finally:
        context.close()


def _own_options() -> _Parser:
    """The options of the program itself, which are all that the window needs."""
    options = _Parser(prog=_NAME, add_help=False, allow_abbrev=False)
    options.add_argument("--json", action="store_true", help="answer in JSON")
    options.add_argument("--library", type=Path, metavar="FILE", help="read this library")
    options.add_argument("--data-dir", type=Path, metavar="DIR", help="keep the user's data here")
    options.set_defaults(run=None)
    return options


def _parser() -> _Parser:
    from hcpcs_desktop.cli.commands import COMMANDS

    parser = _Parser(
        prog=_NAME,
        description="Look up HCPCS Level II codes offline. Without a command, the window opens.",
        parents=[_own_options()],
    )
    parser.add_argument("--version", action="version", version=f"HCPCS Desktop {__version__}")
    everywhere = argparse.ArgumentParser(add_help=False)
    everywhere.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="answer in JSON"
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for module in COMMANDS:
        module.add(commands, everywhere)
    return parser


def _out_of_reach(error: OSError) -> UserError:
    """The refusal where the system denies a file that nobody expected it to deny."""
    place = error.filename or "A file"
    return UserError(
        f"{place} cannot be reached ({error.strerror}). Check its permissions and its disk.",
        "out_of_reach",
    )


def _reader_gone() -> int:
    """Whoever read the answer has stopped reading: say no more, not even at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _stopped() -> int:
    """The user has stopped the command: say so, and let the threads that still run end in peace."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        print(end="", flush=True)
    except BrokenPipeError:  # Ctrl-C ends all programs of a pipe
        _reader_gone()
    print("Stopped before it was done; nothing half done was kept.", file=sys.stderr)
    return _STOPPED


def _open_window(context: Context) -> int:
    from hcpcs_desktop.app import start

    try:
        return start.run(context.data_dir, context.library_file)
    except UserError as error:
        return context.refuse(error)


def _write_utf8() -> None:
    """Write UTF-8 wherever the output goes; a windowed program has no output at all."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
