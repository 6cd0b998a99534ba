"""Worksheets: a checklist at work for one case, with ticks, notes and a label of the user's choice.

A worksheet keeps its items as they were when it was made. It has no field for patient data.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from hcpcs_desktop.domain.checklist import Checklist, Item, Payer, Setting

State = Literal["open", "done", "not_applicable"]

LONGEST_LABEL = 120
LONGEST_NOTE = 4_000


@dataclass(frozen=True, slots=True)
class Entry:
    """An item with what the user made of it.

    ``dropped`` is whether today's checklist has it no longer; it stays for its tick or note.
    """

    item: Item
    state: State = "open"
    note: str = ""
    dropped: bool = False

    @property
    def is_touched(self) -> bool:
        """Whether there is anything to lose."""
        return self.state != "open" or bool(self.note)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a worksheet is; what is not applicable counts for neither."""

    done: int
    of: int
    not_applicable: int

    @property
    def is_finished(self) -> bool:
        """Whether no item is open."""
        return self.done == self.of


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One worksheet.

    ``id`` is empty until it is saved. ``description`` is the code's, ``made_from`` says of which
    release, ``made_on`` is the day, ISO 8601. ``profile`` is the name of the payer's profile.
    """

    label: str
    code: str
    description: str
    title: str
    payer: Payer
    setting: Setting | None
    made_from: str
    entries: tuple[Entry, ...]
    profile: str = ""
    id: str = ""
    made_on: str = ""
    archived: bool = False

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return progress(entry.state for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Drift:
    """What differs between a worksheet and the checklist as it is now: texts of items."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything does."""
        return bool(self.added or self.changed or self.gone)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a list of worksheets shows of one."""

    id: str
    label: str
    code: str
    payer: Payer
    profile: str
    setting: Setting | None
    made_on: str
    archived: bool
    progress: Progress = field(default_factory=lambda: Progress(0, 0, 0))


def progress(states: Iterable[State]) -> Progress:
    """How far items in these states are."""
    counted = Counter(states)
    return Progress(counted["done"], counted["done"] + counted["open"], counted["not_applicable"])


def begin(
    label: str,
    description: str,
    checklist: Checklist,
    made_from: str,
    made_on: date,
    ticked: Iterable[str] = (),
) -> Worksheet:
    """A worksheet of a checklist; the items of the ids that are ``ticked`` are done already."""
    done = frozenset(ticked)
    return Worksheet(
        label=label,
        code=checklist.code,
        description=description,
        title=checklist.title,
        payer=checklist.payer,
        setting=checklist.setting,
        made_from=made_from,
        entries=tuple(
            Entry(item, "done" if item.id in done else "open") for item in checklist.items
        ),
        profile=checklist.profile,
        made_on=made_on.isoformat(),
    )


def drift(worksheet: Worksheet, checklist: Checklist) -> Drift:
    """What bringing a worksheet up to date would change."""
    kept = {entry.item.id: entry for entry in worksheet.entries if not entry.dropped}
    now = {item.id: item for item in checklist.items}
    shown = {name: (each.item.text, each.item.why) for name, each in kept.items()}
    return Drift(
        added=tuple(item.text for name, item in now.items() if name not in kept),
        changed=tuple(
            item.text
            for name, item in now.items()
            if name in kept and shown[name] != (item.text, item.why)
        ),
        gone=tuple(entry.item.text for name, entry in kept.items() if name not in now),
    )


def brought_up_to_date(worksheet: Worksheet, checklist: Checklist, made_from: str) -> Worksheet:
    """The worksheet with today's items and every tick and note that it had.

    An item that the checklist has no longer stays, at the end, where it has a tick or a note.
    """
    had = {entry.item.id: entry for entry in worksheet.entries}
    current = [
        replace(had[item.id], item=item, dropped=False) if item.id in had else Entry(item)
        for item in checklist.items
    ]
    known = {item.id for item in checklist.items}
    left = [
        replace(entry, dropped=True)
        for entry in worksheet.entries
        if entry.item.id not in known and entry.is_touched
    ]
    return replace(
        worksheet,
        title=checklist.title,
        made_from=made_from,
        entries=(*current, *left),
    )
