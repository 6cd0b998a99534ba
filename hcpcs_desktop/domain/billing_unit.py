"""The billing unit of a drug code, read from its long description.

``_FORMS`` and ``_COMBINATIONS`` are the tables of what CMS prints in place of a plain amount.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from hcpcs_desktop.domain.quantity import (
    CELL,
    COUNTED,
    EACH,
    MEASURED,
    NUMBER_PATTERN,
    Quantity,
    QuantityError,
    unit_pattern,
)

Kind = Literal["amount", "up_to", "each", "combination"]


@dataclass(frozen=True, slots=True)
class Component:
    """One drug of a combination and its amount in a billing unit; no name where none is told."""

    name: str | None
    amount: Quantity


@dataclass(frozen=True, slots=True)
class BillingUnit:
    """What one billed unit stands for.

    ``text`` is as printed. ``amount`` is the amount of one unit (``amount``), the most that one
    unit covers (``up_to``), one of the thing counted (``each``), or the total of a combination
    where the description prints one.
    """

    text: str
    kind: Kind
    amount: Quantity | None
    components: tuple[Component, ...] = ()

    @property
    def sum_of_components(self) -> Quantity | None:
        """The drugs of a combination together; None where they are not measured alike."""
        amounts = [each.amount for each in self.components]
        if len({each.unit.measure for each in amounts}) != 1:
            return None
        unit = amounts[0].unit
        return Quantity(sum((each.to(unit).amount for each in amounts), Decimal(0)), unit)


class _Pattern:
    """A pattern that is compiled when it is first used: the start of the app does not wait."""

    def __init__(self, expression: str) -> None:
        self._expression = expression

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self._expression, re.IGNORECASE | re.ASCII)


def rehearse() -> Iterator[None]:
    """Read an example of each form, so that the first real reading finds its patterns compiled."""
    for example, _, _ in (*_FORMS, *_COMBINATIONS):
        read(example)
        yield


def read(description: str) -> BillingUnit | None:
    """The billing unit that a long description tells; None where it tells none.

    It is meant for drugs, biologicals, contrast and radioactive agents, blood and skin substitutes:
    in the description of a procedure or a device, an amount may be anything.
    """
    text = " ".join(description.split())
    try:
        return _read(text, _without_asides(text))
    except QuantityError:
        return None


def _read(text: str, bare: str) -> BillingUnit | None:
    for _, pattern, reader in _FORMS:
        found = pattern.compiled.search(bare)
        if found is not None:
            return reader(text, found)
    amounts = [*_AMOUNT.compiled.finditer(bare)] or [*_IN_PARENTHESES.compiled.finditer(text)]
    return _last(text, bare, amounts[-1]) if amounts else None


def _last(text: str, bare: str, amount: re.Match[str]) -> BillingUnit:
    """The last amount of the text, or the combination that ends with it."""
    for _, pattern, reader in _COMBINATIONS:
        for found in pattern.compiled.finditer(bare):
            if found.end() >= amount.end():
                return reader(text, found)
    return _plain(text, amount)


def _without_asides(text: str) -> str:
    """The text with blanks where it does not speak of the unit; all places stay the same."""
    bare, changed = text, 1
    while changed:
        bare, changed = _ASIDE.compiled.subn(lambda aside: " " * len(aside[0]), bare)
    return bare


def _printed(text: str, found: re.Match[str]) -> str:
    return text[found.start() : found.end()]


def _plain(text: str, found: re.Match[str]) -> BillingUnit:
    kind: Kind = "up_to" if found["up_to"] else "amount"
    amount = Quantity.parse(found["amount"] or f"1 {found['unit']}")
    return BillingUnit(_printed(text, found), kind, amount)


def _amount(text: str, found: re.Match[str]) -> BillingUnit:
    return BillingUnit(_printed(text, found), "amount", Quantity.parse(found["amount"]))


def _up_to(text: str, found: re.Match[str]) -> BillingUnit:
    return BillingUnit(_printed(text, found), "up_to", Quantity.parse(found["amount"]))


def _cells(text: str, found: re.Match[str]) -> BillingUnit:
    amount = Quantity.parse(f"{found['number']} {CELL.plural}")
    return BillingUnit(_printed(text, found), "up_to", amount)


def _thing(text: str, found: re.Match[str]) -> BillingUnit:
    return BillingUnit(_printed(text, found), "each", Quantity.parse(f"1 {found['thing']}"))


def _each(text: str, found: re.Match[str]) -> BillingUnit:
    return BillingUnit(_printed(text, found), "each", Quantity(Decimal(1), EACH))


def _names_first(text: str, found: re.Match[str]) -> BillingUnit:
    components = _components(_NAME_AND_AMOUNT, found[0])
    return BillingUnit(_printed(text, found), "combination", None, components)


def _amounts_first(text: str, found: re.Match[str]) -> BillingUnit:
    components = _components(_AMOUNT_AND_NAME, found[0])
    return BillingUnit(_printed(text, found), "combination", None, components)


def _components(pattern: _Pattern, text: str) -> tuple[Component, ...]:
    return tuple(
        Component(" ".join(part["name"].split()), Quantity.parse(part["amount"]))
        for part in pattern.compiled.finditer(text)
    )


def _names_apart(text: str, found: re.Match[str]) -> BillingUnit:
    """A combination whose names, if told, stand before all amounts; a total may follow."""
    amounts = [Quantity.parse(amount) for amount in re.split(r"\s*/\s*", found[0])]
    before = text[: found.start()].rstrip(" ,").rpartition(",")[2]
    names = [name.strip() for name in re.split(r"\band\b|/", before)]
    told: list[str | None] = [*names] if len(names) == len(amounts) else [None] * len(amounts)
    total = _TOTAL.compiled.match(text, found.end())
    return BillingUnit(
        text[found.start() : total.end() if total else found.end()],
        "combination",
        Quantity.parse(total["amount"]) if total else None,
        tuple(map(Component, told, amounts)),
    )


_UNIT = rf"(?:{unit_pattern(MEASURED)})(?![a-z0-9])"
_MEASURE = rf"(?<![0-9])(?<![0-9][.,])(?:{NUMBER_PATTERN})\s*{_UNIT}"
_THING = rf"(?:single (?:dose|use) )?(?P<thing>{unit_pattern(COUNTED)})(?![a-z])"
_UP_TO = r"\b(?:up to|less than or equal to)\s+"
_NAME = r"[a-z](?:(?! and )[^,/])*?"
_GAP = rf"(?:,?\s+{_UP_TO}|\s+)"
_JOINT = r"(?:,? and |\s*[,/]\s*)"

_ASIDE = _Pattern(
    r"\([^()=]*\)"
    r"|\b(?:containing|provided in)\b[^,]*"  # provided in 1.1 mg vial
    rf"|{_MEASURE} size\b"  # an empty pen; 1.5 ml size
    r"|\b1 unit equals\b.*"  # 1 unit equals 1 cubic foot
)
_AMOUNT = _Pattern(
    rf"(?:(?P<up_to>{_UP_TO})|\b(?:per|each)\s+)?(?P<amount>{_MEASURE})(?:\s*(?:/|per\s)\s*ml\b)?"
    rf"|\bper\s+(?:factor viii\s+)?(?P<unit>{_UNIT})"
)
_IN_PARENTHESES = _Pattern(rf"(?<=\()(?P<up_to>{_UP_TO})?(?P<amount>{_MEASURE})(?=\))")
_TOTAL = _Pattern(rf"\s*\((?P<amount>{_MEASURE})\)")
_NAME_AND_AMOUNT = _Pattern(rf"(?P<name>{_NAME}){_GAP}(?P<amount>{_MEASURE})(?:{_JOINT}|$)")
_AMOUNT_AND_NAME = _Pattern(rf"(?P<amount>{_MEASURE})\s+(?P<name>{_NAME})(?:{_JOINT}|$)")

_Form = tuple[str, _Pattern, Callable[[str, re.Match[str]], BillingUnit]]

_FORMS: tuple[_Form, ...] = (
    (
        "(500 ml = 1 unit)",
        _Pattern(rf"(?P<amount>{_MEASURE})\s*=\s*(?:1|one) unit\b"),
        _amount,
    ),
    (
        "one unit = 1 day supply",
        _Pattern(rf"\b(?:1|one) unit\s*=\s*(?P<amount>{_MEASURE})"),
        _amount,
    ),
    (
        "up to 200 million autologous anti-cd19 car positive viable t cells",
        _Pattern(rf"\bup to (?P<number>{NUMBER_PATTERN}) [^,;]*\bcells\b"),
        _cells,
    ),
    (
        "per study dose, up to 45 millicuries; per bottle of 60 tablets; per single use vial",
        _Pattern(
            rf"\b(?:per|each|one|single unit dose)\s+{_THING}"
            rf"(?:\s+of\s+[0-9]+ [a-z]+)?(?:,?\s+up to\s+{_MEASURE})?"
        ),
        _thing,
    ),
    (
        "each; each unit, of blood",
        _Pattern(r"\b(?:each unit|per unit|split unit|each)(?=\s*(?:$|[,;]))"),
        _each,
    ),
    (
        "5000 iu vial; 4.5 mg, long-acting implant",
        _Pattern(rf"(?<!up to ){_MEASURE},?\s+(?:long-acting )?(?P<thing>vial|ampule|implant)\b"),
        _thing,
    ),
    (
        "greater than 3 mg, but less than or equal to 6 mg",
        _Pattern(rf"\bgreater than {_MEASURE},? (?:and|but) {_UP_TO}(?P<amount>{_MEASURE})"),
        _up_to,
    ),
    (
        "greater than 10 mg; over 10 cc",
        _Pattern(rf"\b(?:greater than|over) {_MEASURE}"),
        _each,
    ),
    (
        "per 100 microcuries, up to 999 microcuries",
        _Pattern(rf"\bper (?P<amount>{_MEASURE}), {_UP_TO}{_MEASURE}"),
        _amount,
    ),
)
"""An example, what it looks like and what it means: the first form that is found is the unit."""

_COMBINATIONS: tuple[_Form, ...] = (
    (
        "3 mg/1 mg; 10mg/10mg (20mg)",
        _Pattern(rf"{_MEASURE}(?:\s*/\s*{_MEASURE})+"),
        _names_apart,
    ),
    (
        "acetaminophen 10 mg and ibuprofen 3 mg",
        _Pattern(
            rf"(?:(?<=, )|^){_NAME}{_GAP}{_MEASURE}"
            rf"(?:{_JOINT}{_NAME}{_GAP}{_MEASURE})+"
        ),
        _names_first,
    ),
    (
        "1 mg daunorubicin and 2.27 mg cytarabine",
        _Pattern(rf"{_MEASURE}\s+{_NAME}(?:{_JOINT}{_MEASURE}\s+{_NAME})+(?=,|$)"),
        _amounts_first,
    ),
)
"""The same for several drugs in one unit."""
