"""What cannot be among the fields of a unit calculation, and what is missing there."""

from collections.abc import Iterator, Sequence
from datetime import date

from hcpcs_desktop.domain import ndc, strength
from hcpcs_desktop.domain.inputs import InputError, NothingError, amount, unit_amount
from hcpcs_desktop.domain.product import Product
from hcpcs_desktop.domain.product_size import listed_otherwise
from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.output.wording import other_size
from hcpcs_desktop.ui.units.entries import Container, Entries

MOST_OPENED = 1000
"""More containers than this are a slip of the keyboard."""

SEE_THE_MARKS = "There is no result: see what is marked."
"""What stands in the place of a result while something that is typed cannot be."""


def sentence(error: InputError) -> str:
    """The reason of a refusal, to stand beside its field."""
    return error.reason[:1].upper() + error.reason[1:]


def missing(entries: Entries) -> Iterator[str]:
    """What is still to be entered, in words."""
    if not entries.dose.strip():
        yield "the dose given"
    if any(not each.size.strip() and (each.count or each.ndc) for each in entries.containers):
        yield "the size of each container"
    if entries.shared == "last patient" and not entries.given_to_others.strip():
        yield "what the other patients were given"
    if entries.vial_type is None:
        yield "the vial type"
    if not entries.dos.strip():
        yield "the date of service"
    if not entries.billing_unit.strip():
        yield "the amount of one billing unit"


def faults(entries: Entries) -> Iterator[tuple[str, str]]:
    """Fields and what is impossible in them; named as ``Outcome`` names them."""
    for name in ("billing_unit", "dose", "overfill", "given_to_others"):
        yield from _fault_of_amount(name, getattr(entries, name))
    yield from _fault_of_date(entries.dos.strip())
    for index, each in enumerate(entries.containers):
        yield from _fault_of_amount(f"size_{index}", each.size)
        if each.count.strip() and not 1 <= count(each) <= MOST_OPENED:
            reason = f"How many were opened is a whole number from 1 to {MOST_OPENED:,}."
            yield f"count_{index}", f"{reason} Leave it empty for a size at hand."
    yield from _fault_of_ndcs(entries.containers)


def _fault_of_amount(name: str, text: str) -> Iterator[tuple[str, str]]:
    if not text.strip():
        return
    try:
        if name == "billing_unit":
            unit_amount(text)
        elif name.startswith("size_"):
            _content(text)
        else:
            amount(name, text)
    except NothingError as error:
        if name != "overfill":
            yield name, sentence(error)
    except InputError as error:
        yield name, sentence(error)


def _content(size: str) -> Quantity:
    """What a container holds: ``400 mg`` or ``400 mg/16 mL``; raises InputError."""
    return strength.parse("size", size).drug if "/" in size else amount("size", size)


def _fault_of_date(text: str) -> Iterator[tuple[str, str]]:
    try:
        read = date.fromisoformat(text) if text else None
    except ValueError:
        read = None
    if text and (read is None or read.isoformat() != text):
        yield "dos", f'"{text[:20]}" is no date: write year, month and day as 2026-11-20.'


def _fault_of_ndcs(containers: tuple[Container, ...]) -> Iterator[tuple[str, str]]:
    """A size can have one NDC only: by which of two were the units of it given?"""
    found: dict[Quantity, str] = {}
    for index, each in enumerate(containers):
        typed = each.ndc.strip()
        if not typed or dict(_fault_of_amount("size_", each.size)) or not each.size.strip():
            continue
        size = _content(each.size)
        if found.setdefault(size, typed) != typed:
            yield (
                f"ndc_{index}",
                f"{size} has two NDCs: work out what came from each of them one after the other.",
            )


def unusable_ndcs(containers: tuple[Container, ...]) -> Iterator[tuple[str, str]]:
    """NDCs that cannot go on a claim; the units can be worked out all the same."""
    for index, each in enumerate(containers):
        reading = ndc.read(each.ndc)
        if each.ndc.strip() and reading.ndc11 is None:
            yield f"ndc_{index}", reading.message


def other_sizes(
    containers: tuple[Container, ...], products: Sequence[Product]
) -> Iterator[tuple[str, str]]:
    """NDCs that CMS lists with another content; the units can be worked out all the same."""
    for index, each in enumerate(containers):
        listed = listed_otherwise(products, ndc.read(each.ndc).ndc11 or "", each.size)
        if listed is not None:
            yield f"ndc_{index}", other_size(listed, each.size)


def count(container: Container) -> int:
    """How many were opened; 0 for what is no such number."""
    text = container.count.strip()
    return (
        int(text) if text.isascii() and text.isdigit() and len(text) <= len(f"{MOST_OPENED}") else 0
    )
