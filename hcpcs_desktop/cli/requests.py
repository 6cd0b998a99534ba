"""Reads what a tool is asked, from options or from a line of JSON, and passes over nothing.

A key that the tool does not know, a repeated key or a value of the wrong kind is refused. Numbers
are read exactly; whether an amount makes sense is for the tool itself to say.
"""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.quantity import QuantityError
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.output.wording import one_line

Word = TypeVar("Word", bound=str)

INVALID_INPUT = "invalid_input"
RULES_OF_TODAY = "No date of service was given: the rules are those of today, {day}."

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_MOST_PLACES = 30
_SHOWN = 40


class Asked:
    """A question by its keys; what is wrong with a value raises InputError under its key.

    A key whose value is None counts as not given.
    """

    def __init__(self, values: Mapping[str, object], known: Collection[str]) -> None:
        """Take the values; raises InputError for a key that is not known."""
        for key in values:
            if key not in known:
                raise InputError(key[:_SHOWN], f"is not known here; known are {', '.join(known)}.")
        self._values = {key: value for key, value in values.items() if value is not None}

    def given(self, keys: Collection[str]) -> list[str]:
        """Those of the keys that have a value."""
        return [key for key in keys if key in self._values]

    def text(self, key: str) -> str | None:
        """A text; a number is taken as it would be written."""
        return _text(key, self._values[key]) if key in self._values else None

    def needed(self, key: str, example: str) -> str:
        """A text that must be there."""
        found = self.text(key)
        if found is None:
            raise InputError(key, f"is missing; give it, such as {example}.")
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where none is given."""
        found = self._values.get(key, [])
        if not isinstance(found, list):
            raise InputError(key, "must be a list, texts in quotation marks between [ and ].")
        return tuple(_text(key, each) for each in found)

    def one_or_more(self, key: str) -> tuple[str, ...]:
        """A list of texts, or one text alone."""
        alone = isinstance(self._values.get(key), str)
        return (self.needed(key, "60 mg"),) if alone else self.texts(key)

    def texts_by_name(self, key: str) -> dict[str, str]:
        """Texts, each with its own name, empty where none is given."""
        found = self._values.get(key, {})
        if not isinstance(found, dict):
            raise InputError(key, 'must be an object, such as {"60 mg": "0024-5824-11"}.')
        return {_text(key, name): _text(key, each) for name, each in found.items()}

    def number(self, key: str) -> Decimal | None:
        """A number, exactly as it was written."""
        found = self._values.get(key)
        if isinstance(found, str) and _NUMBER.fullmatch(found.strip()):
            return Decimal(found.strip())
        if found is None or isinstance(found, Decimal):
            return found
        raise InputError(key, "must be a number, such as 2.2.")

    def day(self, key: str) -> date | None:
        """A date, written YYYY-MM-DD."""
        text = self.text(key)
        if text is None:
            return None
        try:
            found = date.fromisoformat(text)
        except ValueError:
            found = None
        if found is None or found.isoformat() != text:
            raise InputError(key, f'"{text[:_SHOWN]}" is no date; write YYYY-MM-DD.')
        return found

    def choice(self, key: str, allowed: Sequence[Word]) -> Word | None:
        """One of the words that are allowed."""
        text = self.text(key)
        for word in allowed:
            if word == text:
                return word
        if text is None:
            return None
        raise InputError(key, f'"{text[:_SHOWN]}" is not known; use one of {_listed(allowed)}.')

    def needed_choice(self, key: str, allowed: Sequence[Word]) -> Word:
        """One of the words that are allowed, which must be there."""
        found = self.choice(key, allowed)
        if found is None:
            raise InputError(key, f"is missing; choose one of {_listed(allowed)}.")
        return found

    def flag(self, key: str) -> bool | None:
        """True or false."""
        found = self._values.get(key)
        if found is None or isinstance(found, bool):
            return found
        raise InputError(key, "must be true or false.")


def read_json(line: str) -> dict[str, object]:
    """The JSON object on a line, its numbers as Decimal; raises UserError for anything else."""
    if not line.strip():
        raise UserError("The line is empty: write a JSON object, {...}, on it.", INVALID_INPUT)
    try:
        found = json.loads(
            line,
            parse_float=_decimal,
            parse_int=_decimal,
            parse_constant=_no_number,
            object_pairs_hook=_without_repeats,
        )
    except (ValueError, RecursionError) as error:
        raise UserError(f"The line is not JSON: {one_line(str(error))}.", INVALID_INPUT) from error
    if not isinstance(found, dict):
        raise UserError("The line is not a JSON object: write {...} around it.", INVALID_INPUT)
    return found


def refusal(error: InputError | QuantityError) -> UserError:
    """The refusal of an input as the user sees it."""
    field = one_line(error.field) if isinstance(error, InputError) else None
    return UserError(one_line(str(error)), INVALID_INPUT, field)


def _text(key: str, value: object) -> str:
    if isinstance(value, str):
        if any("\ud800" <= char <= "\udfff" for char in value):
            raise InputError(key, "holds half a character; write it again.")
        return value
    if isinstance(value, Decimal):
        return f"{value:f}" if abs(value.adjusted()) < _MOST_PLACES else str(value)
    raise InputError(key, "must be text, such as the amount 45 mg, in quotation marks.")


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words)


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"{text[:_SHOWN]} is too large or too small to be real") from error


def _no_number(text: str) -> Decimal:
    raise ValueError(f"{text} is not a number")


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands there twice")
    return found
