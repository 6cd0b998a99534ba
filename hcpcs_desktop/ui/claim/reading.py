"""Texts of a claim as people write them: units, modifiers, containers."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.waste import VialType

MOST_CONTAINERS = 1_000
MOST_UNITS = Decimal(1_000_000_000)

_BETWEEN = re.compile(r"[\s,;:/|+]+")
_BETWEEN_AMOUNTS = re.compile(r"[;+\n]|,(?!\d{3}(?!\d))|(?<=[a-zA-Z]),")
_COUNTED = re.compile(r"(\d{1,4})\s*[x×*]\s*(\S.*)", re.IGNORECASE)
_WORDS = re.compile(r"[^a-z]")
_VIAL_TYPES: dict[str, VialType] = {
    **dict.fromkeys(("single", "singledose", "sdv", "sd", "s"), "single-dose"),
    **dict.fromkeys(("singledosevial", "singleuse"), "single-dose"),
    **dict.fromkeys(("multi", "multidose", "mdv", "md", "m", "multipledose"), "multi-dose"),
    **dict.fromkeys(("multidosevial",), "multi-dose"),
}


def units(text: str) -> Decimal:
    """A number of units, with or without thousands' commas; raises InputError."""
    try:
        found = Decimal(text.strip().replace(",", ""))
    except InvalidOperation as error:
        raise InputError("units", f'"{text.strip()[:20]}" is no number of units.') from error
    if not found.is_finite() or abs(found) >= MOST_UNITS or found.as_tuple().exponent < -6:  # type: ignore[operator]
        raise InputError("units", f'"{text.strip()[:20]}" is no number of units.')
    return found


def modifiers(text: str) -> tuple[str, ...]:
    """The modifiers of a line, apart or run together (``JWRT``)."""
    return tuple(each for part in parts(text) for each in _pairs(part))


def parts(text: str) -> tuple[str, ...]:
    """Words that blanks, commas and the like keep apart."""
    return tuple(part for part in _BETWEEN.split(text.strip()) if part)


def containers(text: str) -> tuple[str, ...]:
    """One amount for each container: ``2 x 60 mg, 100 mg`` are three; raises InputError."""
    found = [each for part in _amounts(text) for each in _each_of(part)]
    if len(found) > MOST_CONTAINERS:
        raise InputError("opened", f"More than {MOST_CONTAINERS:,} containers: check the number.")
    return tuple(found)


def vial_type(text: str) -> VialType:
    """Single-dose or multi-dose; raises InputError."""
    word = _WORDS.sub("", text.lower())
    if word not in _VIAL_TYPES:
        raise InputError("vial_type", f'"{text.strip()[:20]}": write single-dose or multi-dose.')
    return _VIAL_TYPES[word]


def _pairs(part: str) -> Iterable[str]:
    """A word of four, six or eight letters is two, three or four modifiers."""
    run_together = part.isalnum() and len(part) in (4, 6, 8)
    return (part[at : at + 2] for at in range(0, len(part), 2)) if run_together else (part,)


def _amounts(text: str) -> list[str]:
    return [part.strip() for part in _BETWEEN_AMOUNTS.split(text) if part.strip()]


def _each_of(part: str) -> list[str]:
    counted = _COUNTED.fullmatch(part)
    if counted is None:
        return [part]
    return [counted[2].strip()] * min(int(counted[1]), MOST_CONTAINERS + 1)
