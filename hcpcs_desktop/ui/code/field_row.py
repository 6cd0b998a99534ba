"""One field of the record: label, value, meaning, and help that unfolds."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from hcpcs_desktop.domain.page import PageField
from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.ui.prose import Prose
from hcpcs_desktop.ui.row import Row
from hcpcs_desktop.ui.scale import GRID, ratio_of
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.unfold import HelpButton

LABEL_WIDTH = 27 * GRID
VALUE_WIDTH = 14 * GRID
_LEAST_WIDTH = 64 * GRID


class FieldRow(Row):
    """Shows a field; stays and is filled anew for the next code.

    Emits ``code_requested`` when a link is followed.
    """

    code_requested = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Build the row of a field under its label."""
        super().__init__(parent)
        self._title = label(title, "muted")
        self._help = HelpButton(title)
        self._value = Prose("value")
        self._value.code_requested.connect(self.code_requested)
        self._meaning = label(wrap=True, selectable=True)
        self._content = QWidget()
        self._values = QHBoxLayout(self._content)
        self._grid = QGridLayout(self)
        self._stacked = False
        self._help.unfolded.connect(self._on_unfolded)
        self._lay_out()

    def show_field(self, field: PageField, usual: str | None, known: Collection[str]) -> None:
        """Show a field of a code.

        ``usual`` is the release that most of its fields come from; mentions of the ``known`` codes
        are links.
        """
        self._help.set_help(f"{field.help} Source: {field.source}.")
        self._value.set_text(", ".join(field.values), known)
        self._meaning.setText(_meaning(field, usual))
        self._value.setVisible(bool(field.values))
        self._meaning.setVisible(bool(self._meaning.text()))
        self._values.setStretch(0, 0 if self._meaning.text() else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the columns to the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(GRID // 2)
        title.addWidget(self._title)
        title.addWidget(self._help)
        title.addStretch(1)
        self._values.setContentsMargins(0, 0, 0, 0)
        self._values.setSpacing(2 * GRID)
        self._values.addWidget(self._value, 0, Qt.AlignmentFlag.AlignTop)
        self._values.addWidget(self._meaning, 1, Qt.AlignmentFlag.AlignTop)
        grid = self._grid
        grid.setContentsMargins(0, GRID, 0, GRID + 1)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        grid.addLayout(title, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._content, 0, 1)
        self._fit()

    def _fit(self) -> None:
        """Columns grow with the text; where the row is too narrow, the value goes below."""
        ratio = ratio_of(self.font())
        stacked = self.width() < _LEAST_WIDTH * ratio
        self._value.setMinimumWidth(round(VALUE_WIDTH * ratio))
        self._grid.setColumnMinimumWidth(0, 0 if stacked else round(LABEL_WIDTH * ratio))
        if stacked != self._stacked:
            self._stacked = stacked
            place = (1, 0, 1, 2) if stacked else (0, 1, 1, 1)
            self._grid.addWidget(self._content, *place)

    def _on_unfolded(self, text: QWidget) -> None:
        self._grid.addWidget(text, 2, 0, 1, 2)


def _meaning(field: PageField, usual: str | None) -> str:
    if not field.printed:
        return "Not known: no CMS file that was added prints it"
    if not field.values:
        return "Blank"
    meaning = "; ".join(each for each in field.meanings if each)
    if field.release is None or field.release == usual:
        return meaning
    source = f"as of {name_of(field.release)}"
    return f"{meaning} ({source})" if meaning else source
