"""The life of a code as a line of events: added, each change, discontinued, what took its place."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from hcpcs_desktop.domain.correcting import Step
from hcpcs_desktop.domain.record import Appearance, Record
from hcpcs_desktop.domain.release import first_day, name_of
from hcpcs_desktop.domain.release_diff import BeforeAfter, Change, change_between
from hcpcs_desktop.domain.validity import Validity

_WORDS = {
    "long_description": "long description changed",
    "short_description": "short description changed",
    "coverage": "coverage changed",
    "payment": "payment changed",
    "administrative": "administrative data changed",
    "miscellaneous": "BETOS or type of service changed",
}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a code.

    ``day`` is when it took effect, ``release`` the one that brought the news (empty where that was
    before the oldest list at hand); ``fields`` hold the values before and after, ``since`` is the
    release that last printed those before (empty where nothing was compared); ``codes`` are what
    took its place.
    """

    day: date
    release: str
    text: str
    fields: Mapping[str, BeforeAfter] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    since: str = ""


def events(
    appearances: Sequence[Appearance], life: Validity, corrections: Sequence[Step] = ()
) -> tuple[Event, ...]:
    """All events of a code in the order of their days; ``appearances`` are oldest first."""
    found = [
        *_spans(appearances, life),
        *map(_correction, corrections),
        *_changes(appearances),
    ]
    if not life.spans:
        found += _without_first_day(appearances)
    if life.dropped is not None and life.spans and life.spans[-1].end is None:
        found.append(_ended(life.dropped, life.ended_by))
    return tuple(sorted(found, key=lambda event: (event.day, event.release)))


def _spans(appearances: Sequence[Appearance], life: Validity) -> list[Event]:
    """When the code was added, taken up again, and discontinued, with what replaced it."""
    found: list[Event] = []
    for number, span in enumerate(life.spans):
        text, name = ("Usable again", "action_effective") if number else ("Added", "added")
        release = _news(appearances, name, span.start)
        if number - 1 in life.unsure_after:
            text += " by this day, perhaps earlier"
            lists = (each.release for each in appearances)
            release = next((each for each in lists if first_day(each) >= span.start), "")
        found.append(Event(span.start, release, text))
        if span.end is not None:
            codes = _replacements(_releases_of(number, appearances, life))
            release = _news(appearances, "termination", span.end)
            found.append(Event(span.end, release, "Discontinued; last valid day", codes=codes))
    return found


def _without_first_day(appearances: Sequence[Appearance]) -> Iterator[Event]:
    """The first list of a code of which none prints when it was added, and its end if printed."""
    first = appearances[0].release
    yield Event(first_day(first), first, f"In the {name_of(first)} list")
    printed = [each for each in appearances if "termination" in each.record.values]
    if printed and (last := printed[-1].record.first("termination")):
        day = date.fromisoformat(last)
        release, codes = _news(appearances, "termination", day), _replacements(appearances)
        yield Event(day, release, "Discontinued; last valid day", codes=codes)


def _ended(after: date, by: date | None) -> Event:
    """The end of a code of which no list prints the last day; ``by`` is when it had surely come."""
    if by is not None and by > after:
        return Event(after, "", f"Discontinued by {by}; last valid day not known")
    return Event(after, f"{after:%Y-%m}", "No longer listed; last valid day not known")


def _news(appearances: Sequence[Appearance], name: str, day: date) -> str:
    """The release that first prints a date; empty where the oldest at hand tells it of the past."""
    printed = [each for each in appearances if name in each.record.values]
    telling = [each for each in printed if each.record.first(name) == day.isoformat()]
    if not telling:
        return ""
    release = telling[0].release
    return release if telling[0] is not printed[0] or day >= first_day(release) else ""


def _releases_of(
    number: int, appearances: Sequence[Appearance], life: Validity
) -> list[Appearance]:
    """The releases from the start of a span until the next one starts; the first has all before."""
    start = life.spans[number].start if number else date.min
    following = life.spans[number + 1 :]
    end = following[0].start if following else date.max
    return [each for each in appearances if start <= first_day(each.release) < end]


def _replacements(appearances: Sequence[Appearance]) -> tuple[str, ...]:
    """The cross references of the newest release that names any.

    Later lists of an ended code may print them blank, which does not undo what took its place.
    """
    named = (each.record.values.get("xref", ()) for each in reversed(appearances))
    return next(filter(None, named), ())


def _changes(appearances: Sequence[Appearance]) -> Iterator[Event]:
    """Each release held against the last ones before it that print the same fields.

    ``last`` are the releases so far, each with the fields that no newer one prints.
    """
    last: list[Appearance] = []
    for after in appearances:
        for before in last:
            event = _changed(before, after)
            if event is not None:
                yield event
        kept = [_without(before, after.record.values) for before in last]
        last = [*(each for each in kept if each.record.values), after]


def _without(appearance: Appearance, names: Container[str]) -> Appearance:
    """A release without some of its fields."""
    record = appearance.record
    values = {name: record.values[name] for name in record.values if name not in names}
    return Appearance(appearance.release, Record(record.code, record.kind, values))


def _changed(before: Appearance, after: Appearance) -> Event | None:
    """What changed between two releases, but for what the dates of the code tell already."""
    change = change_between(before.record, after.record)
    words = [_WORDS[kind] for kind in change.kinds if kind in _WORDS] if change else []
    end = before.record.first("termination")
    if change and "reactivated" in change.kinds and end >= _last_day_before(after.release):
        words.append(f"termination on {end} taken back")
    if change is None or not words:
        return None
    text = ", ".join(words)
    day = _effective(change, after)
    return Event(
        day, after.release, text[:1].upper() + text[1:], change.fields, since=before.release
    )


def _last_day_before(release: str) -> str:
    """Up to which day an end that a release takes back leaves no day without the code."""
    return (first_day(release) - timedelta(days=1)).isoformat()


def _correction(step: Step) -> Event:
    """A correction of CMS with what it changed in the list that it mends."""
    effective = step.correction.effective
    day = date.fromisoformat(effective) if effective else first_day(step.release)
    change = change_between(step.before, step.after) if step.before and step.after else None
    fields = change.fields if change else {}
    return Event(day, step.release, f"Corrected by CMS: {step.correction.action}", fields)


def _effective(change: Change, after: Appearance) -> date:
    """The day that CMS states for the change, where it lies in this release's time."""
    start = first_day(after.release)
    stated = date.fromisoformat(change.action_effective) if change.action_effective else start
    return stated if change.action not in {"", "N"} else start
