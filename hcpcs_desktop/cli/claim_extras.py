"""What a claim may bring along beside its lines: a record, limits, pairs, an authorization."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import get_args

from hcpcs_desktop.cli.requests import Asked
from hcpcs_desktop.domain.claim_request import Authorization
from hcpcs_desktop.domain.dictionary import DESCRIPTIONS, FIELD_NAMES
from hcpcs_desktop.domain.edits import Indicator, Mai, MueLimit, PtpPair
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.record import Values

_MAIS: dict[str, Mai] = {str(each): each for each in get_args(Mai)}
_INDICATORS: tuple[Indicator, ...] = get_args(Indicator)
_DATES = ("added", "termination")
_MOST = Decimal(1_000_000_000)
_SMALLEST = Decimal("0.000001")


def record(given: object) -> tuple[dict[str, Values], str]:
    """The fields of a record by name, and the code that they are for, empty for any.

    Raises InputError.
    """
    if given is None:
        return {}, ""
    if not isinstance(given, Mapping):
        raise InputError("record", 'must be an object, such as {"coverage": "I"}.')
    try:
        asked = Asked(given, (*DESCRIPTIONS, *FIELD_NAMES, "code"))
        names = [name for name in given if name != "code"]
        fields = {name: _field(asked, name, given[name]) for name in names}
        return fields, asked.text("code") or ""
    except InputError as error:
        raise InputError(f"record.{error.field}", error.reason) from error


def _field(asked: Asked, name: str, given: object) -> Values:
    """The values of a field, one alone or a list; blank and null are a field that is blank."""
    if name in _DATES and not isinstance(given, list):
        day = asked.day(name) if given != "" else None
        return (day.isoformat(),) if day else ()
    texts = asked.texts(name) if isinstance(given, list) else (asked.text(name) or "",)
    if name in _DATES:
        return tuple(_iso(name, text) for text in texts)
    return tuple(text for text in texts if text)


def _iso(name: str, text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise InputError(name, "is no date; write YYYY-MM-DD.") from error


def number(asked: Asked, key: str) -> Decimal | None:
    """A number of units, of a size that can be real; raises InputError for any other."""
    found = asked.number(key)
    if found is None or (found.is_finite() and _SMALLEST <= abs(found) < _MOST) or found == 0:
        return found
    raise InputError(key, "is too large or too small to be real.")


def mue(asked: Asked) -> MueLimit:
    """A limit; raises InputError."""
    value = number(asked, "value")
    if value is None or value < 0 or value != value.to_integral_value():
        raise InputError("value", "must be a whole number, such as 150.")
    mai = asked.needed_choice("mai", tuple(_MAIS))
    return MueLimit(asked.needed("code", "J1745"), int(value), _MAIS[mai])


def ptp(asked: Asked) -> PtpPair:
    """A pair; without a first day it has always been in force. Raises InputError.

    Of the deletion date CMS prints an asterisk where there is none.
    """
    deletion = None if asked.text("deletion") in ("*", "") else asked.day("deletion")
    return PtpPair(
        asked.needed("column1", "96413"),
        asked.needed("column2", "96374"),
        asked.day("effective") or date.min,
        deletion,
        asked.needed_choice("modifier_indicator", _INDICATORS),
    )


def authorization(asked: Asked) -> Authorization:
    """An authorization; raises InputError."""
    return Authorization(
        asked.text("number") or "",
        asked.day("start"),
        asked.day("end"),
        number(asked, "units"),
        asked.texts("codes"),
    )
