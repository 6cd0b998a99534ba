"""What the coder's tools share: inputs that are refused by name, amounts, the working shown."""

from dataclasses import dataclass

from hcpcs_desktop.domain import billing_unit
from hcpcs_desktop.domain.quantity import Quantity, QuantityError


class InputError(ValueError):
    """An input that cannot be worked with.

    ``field`` names the input as the request does; ``reason`` is a sentence for the user, to be
    shown beside the field. The text of the error has both.
    """

    def __init__(self, field: str, reason: str) -> None:
        """Take the name of the input and the sentence that says what is wrong and what to do."""
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class NothingError(InputError):
    """An amount of nothing."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the arithmetic: what was done, and where the rule for it stands."""

    text: str
    source: str


def amount(field: str, given: str | Quantity) -> Quantity:
    """Read an amount that must be more than zero; raises InputError under the field's name."""
    try:
        quantity = given if isinstance(given, Quantity) else Quantity.parse(given)
    except QuantityError as error:
        raise InputError(field, str(error)) from error
    if quantity.amount == 0:
        raise NothingError(field, f"{quantity} is nothing: enter an amount above zero.")
    return quantity


def unit_amount(given: str | Quantity) -> Quantity:
    """The amount of a billing unit, also as descriptors word it: ``per 10 mg``, ``up to 40 mg``.

    Raises InputError for the field ``billing_unit``.
    """
    if isinstance(given, str) and given.lstrip()[:1].isalpha():
        worded = billing_unit.read(given)
        if worded is not None and worded.amount is not None:
            return amount("billing_unit", worded.amount)
    return amount("billing_unit", given)


def one_of(field: str, given: str, allowed: tuple[str, ...]) -> None:
    """Refuse a word that is none of the allowed ones; raises InputError."""
    if given not in allowed:
        raise InputError(field, f'"{given[:40]}" is not known: use {_listed(allowed)}.')


def _listed(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
