"""One event in the life of a code: its day, what happened, before and after."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.domain.history import Event
from hcpcs_desktop.domain.record import Values
from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.domain.release_diff import NOT_COMPARED
from hcpcs_desktop.ui.before_after import BeforeAfterView, spoken
from hcpcs_desktop.ui.history.rail import Mark, Rail
from hcpcs_desktop.ui.prose import Prose
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_DAY_WIDTH = 12 * GRID
_BEGINNINGS = ("Added", "Usable again", "In the ")
_ENDS = ("Discontinued", "No longer")


class EventRow(QWidget):
    """Emits ``code_requested`` when the link to another code is followed."""

    code_requested = Signal(str)

    def __init__(
        self,
        event: Event,
        labels: Mapping[str, str],
        known: Collection[str],
        *,
        first: bool,
        last: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Show an event; ``labels`` are the names of fields, ``known`` the codes to link to."""
        super().__init__(parent)
        self.setAccessibleName(sentence(event, labels))
        day = label(event.day.isoformat(), "value", selectable=True)
        day.setMinimumWidth(_DAY_WIDTH)
        middle = QFontMetricsF(day.font()).height() / 2 + 1
        content = QVBoxLayout()
        content.setContentsMargins(0, 0, 0, 3 * GRID)
        content.setSpacing(GRID // 4)
        content.addWidget(label(event.text, "strong", wrap=True, selectable=True))
        if event.release:
            content.addWidget(label(_told_by(event), "muted", wrap=True))
        if event.codes:
            content.addWidget(self._replaced(event.codes, known))
        for name, before, after in changes(event):
            content.addWidget(BeforeAfterView(labels.get(name, name), before, after))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Rail(_mark(event), first=first, last=last, middle=middle))
        row.addLayout(content, 1)

    def _replaced(self, codes: tuple[str, ...], known: Collection[str]) -> Prose:
        made = Prose()
        made.set_text(f"CMS refers to {', '.join(codes)}", known)
        made.code_requested.connect(self.code_requested)
        return made


def changes(event: Event) -> list[tuple[str, str, str]]:
    """The fields of an event with their texts before and after."""
    return [
        (name, _text(before), _text(after))
        for name, (before, after) in event.fields.items()
        if name not in NOT_COMPARED
    ]


def sentence(event: Event, labels: Mapping[str, str]) -> str:
    """The whole event in words, for a screen reader."""
    parts = [f"{event.day.isoformat()}: {event.text}"]
    if event.release:
        parts.append(_told_by(event))
    if event.codes:
        parts.append(f"CMS refers to {', '.join(event.codes)}")
    parts += [spoken(labels.get(name, name), old, new) for name, old, new in changes(event)]
    return ". ".join(parts)


def _told_by(event: Event) -> str:
    """The release that brought the news, with the one that it was held against."""
    if event.since:
        return f"Between the CMS releases of {name_of(event.since)} and {name_of(event.release)}"
    return f"CMS release of {name_of(event.release)}"


def _text(values: Values | None) -> str:
    return ", ".join(values) if values else ""


def _mark(event: Event) -> Mark:
    if event.text.startswith(_BEGINNINGS):
        return "begins"
    return "ends" if event.text.startswith(_ENDS) else "changes"
