"""The claim lines of a drug: units and modifiers, on one line or on one line for each NDC."""

from collections.abc import Sequence
from dataclasses import dataclass

from hcpcs_desktop.domain.ndc_unit import NdcQuantity
from hcpcs_desktop.domain.opened import Size
from hcpcs_desktop.domain.waste import WasteModifier


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One line of a claim.

    ``ndc`` as eleven digits where the line has one, ``ndc_quantity`` where it is known how much of
    the product the line is for.
    """

    code: str | None
    modifiers: tuple[str, ...]
    units: int
    ndc: str | None = None
    ndc_quantity: NdcQuantity | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """The part of the drug that came out of the containers of one NDC.

    ``given`` and ``discarded`` are amounts in the same measure as that of a billing unit. ``size``
    is that of the containers, None where they are not known or of several sizes.
    """

    ndc: str | None
    given: int
    discarded: int
    size: Size | None = None
    containers: int = 0


@dataclass(frozen=True, slots=True)
class Billed:
    """Units of a share that go on one line: those given, or those discarded."""

    share: Share
    modifiers: tuple[str, ...]
    units: int
    discarded: bool


def lines(shares: Sequence[Share], unit: int, modifier: WasteModifier | None) -> list[Billed]:
    """First what was given, then with JW what was discarded; never a line of no units.

    What was given of the whole drug is rounded up to billing units, what was discarded is rounded
    down; several shares are billed apart, and their units add up to those totals. JW stands on
    lines of its own, JZ on all lines or on none, for what is discarded of one NDC is discarded of
    the drug.
    """
    given = [share.given for share in shares]
    given_units = distribute(-(-sum(given) // unit), given, unit)
    on_given = ("JZ",) if modifier == "JZ" else ()
    result = [
        Billed(share, on_given, units, discarded=False)
        for share, units in zip(shares, given_units, strict=True)
        if units
    ]
    if modifier == "JW":
        discarded = [share.discarded for share in shares]
        room = [
            -(-(share.given + share.discarded) // unit) - units
            for share, units in zip(shares, given_units, strict=True)
        ]
        result += [
            Billed(share, ("JW",), units, discarded=True)
            for share, units in zip(
                shares, distribute(sum(discarded) // unit, discarded, unit, room), strict=True
            )
            if units
        ]
    return result


def distribute(
    total: int, parts: Sequence[int], unit: int, room: Sequence[int] | None = None
) -> list[int]:
    """Whole units for each part that add up to the total.

    Each part gets its whole units; what is missing to the total goes, one each, to the parts with
    the largest remainders that still have ``room``. The total is that of all parts in units,
    rounded up or down.
    """
    units = [part // unit for part in parts]
    missing = total - sum(units)
    for index in sorted(range(len(parts)), key=lambda i: -(parts[i] % unit)):
        if missing and (room is None or units[index] < room[index]):
            units[index] += 1
            missing -= 1
    return units
