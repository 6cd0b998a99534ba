"""When modifiers are used: the modifiers as links, the use, their meanings, the source."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hcpcs_desktop.domain.modifier_guide import Advice
from hcpcs_desktop.output import modifier_words
from hcpcs_desktop.output.wording import source
from hcpcs_desktop.ui.link_row import LinkRow
from hcpcs_desktop.ui.row import Row
from hcpcs_desktop.ui.scale import GRID, ratio_of
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.unfold import HelpButton

_LINKS_WIDTH = 15 * GRID
_INFERRED = "Read out of the official meanings; no source says so outright."


class UseRow(Row):
    """Stays and is filled anew. Emits ``code_requested`` with a modifier."""

    code_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._advice: Advice | None = None
        self._links = LinkRow(3 * GRID // 2)
        self._links.chosen.connect(self.code_requested)
        self._when = label(wrap=True, selectable=True)
        self._unfit = label(type_="caution", wrap=True)
        self._meanings = label(type_="muted", wrap=True, selectable=True)
        self._help = HelpButton("the source")
        self._help.unfolded.connect(self._on_unfolded)
        self._grid = QGridLayout(self)
        self._lay_out()

    def show_advice(self, advice: Advice) -> None:
        """Show another use."""
        if advice == self._advice:
            return
        self._advice = advice
        names = [each.facts.modifier for each in advice.modifiers]
        self._links.setFixedWidth(round(_LINKS_WIDTH * ratio_of(self.font())))
        self._links.show_links(names)
        self._when.setText(advice.use.when)
        unfit = modifier_words.unfit(advice.modifiers)
        self._unfit.setText(f"On the date of service: {unfit}")
        self._unfit.setVisible(bool(unfit))
        self._meanings.setText(modifier_words.meanings(advice.modifiers))
        inferred = f" {_INFERRED}" if advice.use.inferred else ""
        self._help.setChecked(False)
        self._help.set_subject(f"the source of: {', '.join(names)}")
        self._help.set_help(f"Source: {source(advice.use.source)}.{inferred}")

    def _on_unfolded(self, text: QWidget) -> None:
        self._grid.addWidget(text, 3, 1, 1, 2)

    def _lay_out(self) -> None:
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        grid.setContentsMargins(0, 3 * GRID // 2, 0, 3 * GRID // 2)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._links, 0, 0, 3, 1, top)
        grid.addWidget(self._when, 0, 1)
        grid.addWidget(self._help, 0, 2, top)
        grid.addWidget(self._unfit, 1, 1)
        grid.addWidget(self._meanings, 2, 1)
