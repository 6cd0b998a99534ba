"""When a code is valid, as its releases tell through time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from hcpcs_desktop.domain.record import CURRENT_KNOWLEDGE, Appearance, Known
from hcpcs_desktop.domain.release import first_day

State = Literal["valid", "not_yet_effective", "discontinued", "unknown"]

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which a code is valid, both ends included; ``end`` is None while it goes on."""

    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Validity:
    """When a code is valid, as far as the releases tell.

    ``spans`` are in order; ``unsure_after`` names the spans (by index) after which the days until
    the next span are unknown; from ``dropped`` on, a newer release no longer lists the code, or it
    is known to have ended without the day being known; ``ended_by`` is a day on which it had.
    """

    spans: tuple[Span, ...]
    unsure_after: frozenset[int] = frozenset()
    dropped: date | None = None
    ended_by: date | None = None

    def state(self, on: date) -> State:
        """The state of the code on a day.

        Source: CMS files; a termination date is the last day on which the code may be used.
        """
        if self.ended_by is not None and on >= self.ended_by:
            return "discontinued"
        if not self.spans:
            return "unknown"
        if on < self.spans[0].start:
            return "not_yet_effective"
        index = self._index_on(on)
        end = self.spans[index].end
        if end is not None and on > end:
            return "unknown" if index in self.unsure_after else "discontinued"
        return "unknown" if self.dropped is not None and on >= self.dropped else "valid"

    def span_on(self, on: date) -> Span | None:
        """The span that answers for a day: the last that began by then, or else the first."""
        return self.spans[self._index_on(on)] if self.spans else None

    def usable_again(self, on: date) -> date | None:
        """The first day of the next span after a day; None where no release tells of one."""
        later = (span.start for span in self.spans[1:] if span.start > on)
        return next((start for start in later if self.state(start) == "valid"), None)

    def _index_on(self, on: date) -> int:
        return max((i for i, span in enumerate(self.spans) if span.start <= on), default=0)


def dates_as_of(
    life: Validity, known: Mapping[str, Known], appearances: Iterable[Appearance], on: date
) -> str:
    """The release whose dates call a code valid on a day, where a newer list prints none; or empty.

    ``known`` is what ``in_force`` gives for the day. Lists of descriptions alone keep codes that
    have ended, so nothing tells whether this one still holds.
    """
    span = life.span_on(on)
    if span is None or span.end is not None or life.state(on) != "valid":
        return ""
    month = on.strftime("%Y-%m")
    listed = max((each.release for each in appearances if each.release <= month), default="")
    told = known.get("termination")
    return told.release if told is not None and told.release < listed else ""


def days_on(
    life: Validity, known: Mapping[str, Known], on: date
) -> tuple[date | None, date | None]:
    """The first and the last day, as far as they are known, of the span that answers for a day.

    ``known`` is what ``in_force`` gives for the day: the last day may be known without the first.
    """
    span = life.span_on(on)
    if span is not None:
        return span.start, span.end
    told = known.get("termination")
    return None, date.fromisoformat(told.values[0]) if told and told.values else None


def validity(appearances: Sequence[Appearance], dropped: date | None = None) -> Validity:
    """Read the life of a code from the added and termination dates of its releases.

    A date that a release does not print is the one last known, and so is an added date that it
    prints blank. A termination date that one release prints and a later one takes back after the
    fact leaves a gap: its days are unknown, unless CMS states the day of reactivation (action code
    R, or a new added date). Where the code had ended once more by then, only the last day is known
    for sure. Where no day lies between the last day and the release, the code goes on.
    """
    if len(appearances) == 1:
        record = appearances[0].record
        return _validity_of_one(record.first("added"), record.first("termination"), dropped)
    spans: list[Span] = []
    unsure: set[int] = set()
    added = end = ""
    for each, added, end in _dated(appearances):
        if not added:
            continue
        span = _span(added, end)
        if spans and span.start < spans[0].start:
            spans[0] = Span(span.start, spans[0].end)
        while len(spans) > 1 and span.end is not None and span.end < spans[-1].start:
            spans.pop()  # the return was itself taken back
            unsure.discard(len(spans) - 1)
        if not spans or not _comes_back(spans[-1], span, each):
            start = span.start if len(spans) < 2 else max(span.start, spans[-1].start)
            spans[-1:] = [Span(start, span.end)]
            continue
        stated = _reactivation(spans[-1], span, each)
        if stated is None:
            unsure.add(len(spans) - 1)
        start = stated or first_day(each.release)
        spans.append(Span(min(start, span.end or start), span.end))
    if not spans:
        return _validity_of_one(added, end, dropped)
    return Validity(tuple(spans), frozenset(unsure), dropped)


@lru_cache(maxsize=10_000)
def _validity_of_one(added: str, end: str, dropped: date | None) -> Validity:
    """What the dates of a single release tell, which many codes share."""
    if end and not added:
        return Validity((), ended_by=date.fromisoformat(end) + _DAY)
    return Validity((_span(added, end),) if added else (), dropped=dropped)


def _dated(appearances: Iterable[Appearance]) -> Iterator[tuple[Appearance, str, str]]:
    """The releases that print dates, oldest first, each with the dates known by then.

    Before any prints an added date the first one counts, unless it is that of a return.
    """
    ordered = sorted(appearances, key=lambda each: each.release)
    first = next(filter(None, (each.record.first("added") for each in ordered)), "")
    added = end = ""
    for each in ordered:
        record = each.record
        if CURRENT_KNOWLEDGE.isdisjoint(record.values):
            continue
        added = record.first("added") or added
        if "termination" in record.values:
            end = record.first("termination")
        elif end < added:
            end = ""  # it belongs to the time before the code was added anew
        yield each, added or (first if not end or first <= end else ""), end


@lru_cache(maxsize=10_000)
def _span(added: str, end: str) -> Span:
    """The days between two dates, which many codes share."""
    return Span(date.fromisoformat(added), date.fromisoformat(end) if end else None)


def _comes_back(before: Span, now: Span, each: Appearance) -> bool:
    """Whether a code that had ended before this release is printed as usable again.

    Where no day lies between its end and its return, it simply goes on, unless it is added anew.
    """
    if before.end is None or (now.end is not None and now.end <= before.end):
        return False
    again = _reactivation(before, now, each) or first_day(each.release)
    had_ended = before.end < first_day(each.release)
    return now.start > before.end or (had_ended and again > before.end + _DAY)


def _reactivation(before: Span, now: Span, each: Appearance) -> date | None:
    """The day on which CMS says the code came back, where it says so."""
    if before.end is not None and now.start > before.end:
        return now.start
    stated = each.record.first("action_effective")
    if each.record.first("action") != "R" or not stated or before.end is None:
        return None
    effective = date.fromisoformat(stated)
    is_between = before.end < effective <= (now.end or date.max)
    return effective if is_between else None
