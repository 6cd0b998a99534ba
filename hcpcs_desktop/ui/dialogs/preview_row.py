"""One file that could be added: what is in it, or what keeps it from being added."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.output.counted import count
from hcpcs_desktop.output.family_words import family_words
from hcpcs_desktop.ui.forms import choice, name_input
from hcpcs_desktop.ui.row import Row
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import Type, label, retype

_RELEASE_NEEDED = "release_needed"
_HOW_IN_A_TERMINAL = " Say so as "
_FIRST_YEAR = 2000
_MONTHS = [(name_of(f"2000-{month:02}").split()[0], month) for month in range(1, 13)]


class PreviewRow(Row):
    """Emits ``changed`` when the user takes the file or not, or says of which release it is."""

    changed = Signal()

    def __init__(
        self, found: dict[str, Any], this_year: int, parent: QWidget | None = None
    ) -> None:
        """Show what was found in a file, as the command ``import --preview`` tells it."""
        super().__init__(parent)
        self._path = str(found["path"])
        error = found["error"]
        self._asks = bool(error) and error["kind"] == _RELEASE_NEEDED
        self._is_refused = bool(error) and not self._asks
        self._take = QCheckBox()
        self._take.setChecked(not self._is_refused)
        self._take.setEnabled(not self._is_refused)
        self._take.toggled.connect(self.changed)
        name_input(self._take, f"Add {found['file']}", _told(found))
        type_: Type = "caution" if error else "muted"
        self._said = label(_told(found), type_, wrap=True, selectable=True)
        self._month, self._year = _month_box(), _year_box(this_year)
        for box in (self._month, self._year):
            box.currentIndexChanged.connect(self._on_release_chosen)
        self._lay_out(found)

    @property
    def is_taken(self) -> bool:
        """Whether the file is to be added."""
        return self._take.isChecked()

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to be said about the file."""
        return self._has_release or not (self.is_taken and self._asks)

    @property
    def _has_release(self) -> bool:
        return bool(self._month.currentData()) and bool(self._year.currentData())

    @property
    def argument(self) -> str:
        """The file as the command ``import`` takes it, with the release where it was asked for."""
        if not self._asks:
            return self._path
        return f"{self._year.currentData()}-{self._month.currentData():02}={self._path}"

    def _on_release_chosen(self) -> None:
        """What was asked is answered: caution gives way."""
        retype(self._said, "muted" if self._has_release else "caution")
        self.changed.emit()

    def _lay_out(self, found: dict[str, Any]) -> None:
        words = QVBoxLayout()
        words.setSpacing(GRID // 4)
        words.addWidget(label(found["file"], "strong", wrap=True))
        words.addWidget(self._said)
        if self._asks:
            asked = QHBoxLayout()
            asked.setSpacing(GRID)
            asked.addWidget(label("In effect from"))
            asked.addWidget(self._month)
            asked.addWidget(self._year)
            asked.addStretch(1)
            words.addLayout(asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GRID, 0, GRID + 1)
        row.setSpacing(2 * GRID)
        row.addWidget(self._take, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


def _told(found: dict[str, Any]) -> str:
    if found["error"]:
        return str(found["error"]["message"]).partition(_HOW_IN_A_TERMINAL)[0]
    return "\n".join(_source(each) for each in found["sources"])


def _source(source: dict[str, Any]) -> str:
    release = f", {name_of(source['release'])}" if source["release"] else ""
    remarks = len(source["warnings"])
    said = f", {count(remarks, 'remark')}" if remarks else ""
    rows = count(source["rows_stored"], "record")
    return f"{family_words(source['family'])}{release}: {rows}{said}"


def _month_box() -> QComboBox:
    box = choice([("Month", 0), *_MONTHS])
    name_input(box, "Month in which the release takes effect")
    return box


def _year_box(this_year: int) -> QComboBox:
    years = range(this_year + 1, _FIRST_YEAR - 1, -1)
    box = choice([("Year", 0), *((str(year), year) for year in years)])
    name_input(box, "Year in which the release takes effect")
    return box
