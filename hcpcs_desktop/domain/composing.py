"""Puts the checklist of a code together from the program's templates and what a clinic adds."""

from collections.abc import Iterable
from dataclasses import replace

from hcpcs_desktop.domain import profile_items
from hcpcs_desktop.domain.checklist import Checklist, Item, Payer, Setting, Template, compose
from hcpcs_desktop.domain.clinic import NO_CLINIC, Clinic


def compose_for(
    templates: Iterable[Template],
    code: str,
    traits: frozenset[str],
    payer: Payer = "medicare",
    setting: Setting | None = None,
    clinic: Clinic = NO_CLINIC,
) -> Checklist:
    """The checklist of a code for a clinic; with a profile, its kind of payer is the payer."""
    profile = clinic.profile
    fitting = [each for each in clinic.templates if each.template.fits(code, traits)]
    own = [each for each in templates if each.fits(code, traits)]
    added = [_changed(each.template, own) for each in fitting]
    payer = profile.payer if profile else payer
    found = compose([*own, *added], code, traits, payer, setting)
    left_out = {item for each in fitting for item in each.leave_out}
    items = tuple(item for item in found.items if item.id not in left_out)
    if profile is None:
        return replace(found, items=items)
    decided = profile_items.items(profile, code, traits)
    return replace(found, items=_decided(items, decided), profile=profile.name)


def _changed(template: Template, own: Iterable[Template]) -> Template:
    """A clinic's template without the items that are just as the program has them."""
    same = {item.id: _told(item) for each in own for item in each.items}
    items = tuple(item for item in template.items if same.get(item.id) != _told(item))
    return replace(template, items=items)


def _told(item: Item) -> tuple[object, ...]:
    return item.text, item.why, item.prevents


def _decided(items: tuple[Item, ...], decided: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items, with what a profile decides in the place of what holds in general."""
    waiting = {item.about: item for item in decided}
    found: list[Item] = []
    for item in items:
        if not any(item.about == each.about for each in decided):
            found.append(item)
        elif item.about in waiting:
            found.append(waiting.pop(item.about))
    return (*found, *waiting.values())
