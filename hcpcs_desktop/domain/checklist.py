"""Documentation checklists: templates, their items, and which of them hold for a code."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from hcpcs_desktop.domain.codes import named_in

Payer = Literal["medicare", "medicare_advantage", "medicaid", "commercial", "other"]
Setting = Literal["practitioner", "outpatient_hospital", "asc", "dme_supplier", "home_infusion"]

PAYERS: tuple[Payer, ...] = get_args(Payer)
SETTINGS: tuple[Setting, ...] = get_args(Setting)

Subject = Literal[
    "", "jw_jz", "ndc", "line_per_ndc", "sourcing", "s_codes", "authorization", "reauthorization"
]
"""What an item is about, where a clinic's profile of the payer may decide it."""

_REMARK = re.compile(r"(?:M|MA|N)[0-9]+")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that must be in the record.

    ``why`` is the reason, ``source`` where the rule stands, ``prevents`` the adjustment reason and
    remark codes that a payer would answer with. Empty ``payers`` or ``settings`` mean all; a code
    with one of the traits in ``unless`` does not ask for it. ``origin`` is the clinic's template or
    profile that an item is from; empty for the program's own.
    """

    id: str
    text: str
    why: str
    source: str
    prevents: tuple[str, ...] = ()
    payers: tuple[Payer, ...] = ()
    settings: tuple[Setting, ...] = ()
    unless: tuple[str, ...] = ()
    about: Subject = ""
    origin: str = ""

    @property
    def remarks(self) -> tuple[str, ...]:
        """Of the codes that it prevents, the remarks (RARC): M, MA or N and a number."""
        return tuple(code for code in self.prevents if _REMARK.fullmatch(code))

    @property
    def reasons(self) -> tuple[str, ...]:
        """Of the codes that it prevents, the adjustment reasons (CARC)."""
        return tuple(code for code in self.prevents if not _REMARK.fullmatch(code))

    def holds_for(self, payer: Payer, setting: Setting | None) -> bool:
        """Whether the item applies; without a setting, those of every setting do."""
        payer_fits = not self.payers or payer in self.payers
        return payer_fits and (not self.settings or setting is None or setting in self.settings)


@dataclass(frozen=True, slots=True)
class Template:
    """A checklist for a kind of service.

    It holds for a code that lies in one of ``codes`` or has one of ``traits`` (``drug`` ...) and
    none of ``unless``. Of several that hold, the one with the lowest ``order`` comes first: general
    before special.
    """

    id: str
    order: int
    title: str
    codes: tuple[str, ...]
    traits: tuple[str, ...]
    items: tuple[Item, ...]
    unless: tuple[str, ...] = ()

    def fits(self, code: str, traits: frozenset[str]) -> bool:
        """Whether the template is meant for a code with these traits."""
        meant = named_in(code, self.codes) or not traits.isdisjoint(self.traits)
        return meant and traits.isdisjoint(self.unless)


@dataclass(frozen=True, slots=True)
class Checklist:
    """The items that hold for one code, payer and setting, under the titles of their templates.

    ``profile`` is the name of the payer's profile; empty where none was chosen.
    """

    code: str
    title: str
    payer: Payer
    setting: Setting | None
    items: tuple[Item, ...]
    profile: str = ""


def compose(
    templates: Iterable[Template],
    code: str,
    traits: frozenset[str],
    payer: Payer = "medicare",
    setting: Setting | None = None,
) -> Checklist:
    """Put together the checklist of a code; no items where no template fits."""
    fitting = [template for template in templates if template.fits(code, traits)]
    fitting.sort(key=lambda template: (template.order, template.id))
    items = {
        item.id: item
        for template in fitting
        for item in template.items
        if item.holds_for(payer, setting) and traits.isdisjoint(item.unless)
    }
    title = ", ".join(
        template.title for template in fitting if any(item.id in items for item in template.items)
    )
    return Checklist(code, title, payer, setting, tuple(items.values()))
