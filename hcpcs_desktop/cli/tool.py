"""What the commands of the tools share: one question from options, or many from a file."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from hcpcs_desktop.cli.context import Answer, Context
from hcpcs_desktop.cli.requests import read_json, refusal
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.quantity import QuantityError

Values = Mapping[str, object]
Ask = Callable[[Values], tuple[Answer, str]]


def add_batch(parser: argparse.ArgumentParser) -> None:
    """The option ``--batch``."""
    parser.add_argument("--batch", type=Path, metavar="FILE", help="one JSON object per line")


def run(
    options: argparse.Namespace,
    context: Context,
    keys: Sequence[str],
    ask: Ask,
    needed: Sequence[str] = (),
) -> int:
    """Answer the options, or each line of the file.

    ``keys`` are the options that make a question, under the names that they have in JSON;
    ``needed`` are those without which there is none. Raises UserError where the question is
    refused.
    """
    given = {key: getattr(options, key) for key in keys if getattr(options, key) is not None}
    if options.batch is not None:
        if given:
            options.parser.error("--batch FILE stands alone: its lines have the options")
        return context.batch(options.batch, lambda line: _asked(ask, read_json(line)))
    missing = [f"--{key.replace('_', '-')}" for key in needed if key not in given]
    if missing or not given:
        options.parser.error(f"give {', '.join(missing) or 'a question'}, or a file with --batch")
    document, shown = _asked(ask, given)
    return context.answer(document, lambda: shown)


def _asked(ask: Ask, values: Values) -> tuple[Answer, str]:
    try:
        return ask(values)
    except (InputError, QuantityError) as error:
        raise refusal(error) from error
