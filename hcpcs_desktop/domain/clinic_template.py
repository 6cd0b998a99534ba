"""A checklist template of a clinic: items of its own, and items of the program that it leaves out.

Its items show as its own, by their ``origin``. One with the id of an item of the program stands
in that item's place.
"""

import re
from dataclasses import dataclass, replace

from hcpcs_desktop.domain.checklist import Item, Template
from hcpcs_desktop.domain.codes import CodeRange
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.traits import TRAITS

FILE_KIND = "hcpcs-desktop checklist template"
"""What a file with a template says that it is."""
ORDER = 1_000
"""A clinic's template comes after those of the program, unless it says otherwise."""
OWN_RULE = "The clinic's own rule"
"""The source of an item that names none."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_REASON = re.compile(r"[AB]?\d{1,3}|(?:M|MA|N)\d{1,3}")
_LONGEST = {"title": 80, "text": 200, "why": 400, "source": 200}
_MOST_ITEMS = 200


@dataclass(frozen=True, slots=True)
class ClinicTemplate:
    """The template, whose items have its title as their origin, and the ids that it leaves out."""

    template: Template
    leave_out: tuple[str, ...] = ()


def checked(given: ClinicTemplate) -> ClinicTemplate:
    """The template in good order, its items marked as its own.

    Raises InputError under the place of what makes no sense: ``item 2, text``.
    """
    template = given.template
    _check_id("id", template.id)
    _check_text("title", template.title)
    if not template.codes and not template.traits:
        raise InputError("codes", "say for which codes it is, by codes or traits.")
    for name, traits in (("traits", template.traits), ("unless", template.unless)):
        _check_traits(name, traits)
    if not template.items and not given.leave_out:
        raise InputError("item", "there is no item in it, and none that it leaves out.")
    if len(template.items) > _MOST_ITEMS:
        raise InputError("item", f"there are more than {_MOST_ITEMS}.")
    names = [item.id for item in template.items]
    for number, item in enumerate(template.items, 1):
        _check_item(f"item {number}, ", item)
        if names.index(item.id) != number - 1:
            raise InputError(f"item {number}, id", f"{item.id} stands twice.")
    origin = f"your clinic's template {template.title}"
    items = tuple(
        replace(item, origin=origin, source=item.source or OWN_RULE) for item in template.items
    )
    return replace(given, template=replace(template, codes=_codes(template.codes), items=items))


def _check_item(place: str, item: Item) -> None:
    _check_id(f"{place}id", item.id)
    _check_text(f"{place}text", item.text)
    for name in ("why", "source"):
        if getattr(item, name):
            _check_text(f"{place}{name}", getattr(item, name))
    _check_traits(f"{place}unless", item.unless)
    for reason in item.prevents:
        if not _REASON.fullmatch(reason):
            raise InputError(
                f"{place}prevents", f'"{reason[:20]}" is no adjustment reason or remark code.'
            )


def _check_id(field: str, given: str) -> None:
    if not _ID.fullmatch(given):
        raise InputError(field, "use small letters, digits and hyphens, as our-suite.")


def _check_text(field: str, given: str) -> None:
    longest = _LONGEST[field.rpartition(", ")[2]]
    if not 0 < len(given.strip()) <= longest:
        raise InputError(field, f"give it 1 to {longest} characters.")


def _check_traits(field: str, given: tuple[str, ...]) -> None:
    for trait in given:
        if trait not in TRAITS:
            known = ", ".join(sorted(TRAITS))
            raise InputError(field, f'"{trait[:40]}" is no kind of code; there are: {known}.')


def _codes(given: tuple[str, ...]) -> tuple[str, ...]:
    try:
        return tuple(dict.fromkeys(str(CodeRange.parse(text)) for text in given))
    except ValueError as error:
        raise InputError("codes", f"{error}; write J9043, or J9000-J9999.") from error
