"""A small check: modifiers that are typed for the open code, and what is wrong with them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.domain.checklist import Payer
from hcpcs_desktop.domain.modifiers import ModifierLine, ModifierReport
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output.wording import PAYER_WORDS
from hcpcs_desktop.ui.claim.finding_row import FindingRow
from hcpcs_desktop.ui.claim.reading import modifiers
from hcpcs_desktop.ui.claim.shown import of_modifiers
from hcpcs_desktop.ui.forms import choice
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.units.field import Field, text_input

Check = Callable[[ModifierLine, Payer], ModifierReport]
_WIDTH = 30 * GRID
_CONTAINERS = (("Not told", None), ("Single-dose", "single-dose"), ("Multi-dose", "multi-dose"))
_NOTHING = "Nothing is wrong with these on one line."


class ModifierChecker(QWidget):
    """Checks with each keystroke; keeps what was typed from code to code.

    Emits ``page_requested`` with a reason or remark code.
    """

    page_requested = Signal(str)

    def __init__(
        self, check: Check, explain: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        """Check with ``check``; ``explain`` tells what a reason or remark code means."""
        super().__init__(parent)
        self._check = check
        self._explain = explain
        self._page: CodePage | None = None
        self._rows: list[FindingRow] = []
        self._text = text_input("such as JW RT", fixed=True)
        self._container = choice(_CONTAINERS)
        self._field = Field("Modifiers on the line", self._text)
        self._container_field = Field("Vial type", self._container)
        self._about = label(type_="muted", wrap=True)
        self._said = label(type_="good", wrap=True)
        self._list = QVBoxLayout()
        self._lay_out()
        self._text.textChanged.connect(self._on_changed)
        self._container.currentIndexChanged.connect(self._on_changed)

    def show_page(self, page: CodePage) -> None:
        """Check for another code."""
        self._page = page
        self._container_field.setVisible(page.is_drug)
        self._on_changed()

    def take_focus(self) -> None:
        """Put the focus on the line to type into."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        page = self._page
        if page is None:
            return
        typed, payer = modifiers(self._text.text()), page.checklist.payer
        vial_type = self._container.currentData() if page.is_drug else None
        line = ModifierLine(page.code, typed, page.on, vial_type)
        found = self._check(line, payer).findings if typed else ()
        self._about.setText(f"On a line of {page.code} for {PAYER_WORDS[payer]} on {page.on}.")
        self._said.setText("" if found or not typed else f"{' '.join(typed).upper()}: {_NOTHING}")
        self._said.setVisible(bool(self._said.text()))
        entries = [of_modifiers(each) for each in found]
        while len(self._rows) < len(entries):
            self._rows.append(self._made_row())
        for row, each in zip(self._rows, entries, strict=False):
            row.show_finding(each)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(entries))

    def _made_row(self) -> FindingRow:
        row = FindingRow()
        row.chosen.connect(self.take_focus)
        row.reason_requested.connect(self._on_reason)
        row.page_requested.connect(self.page_requested)
        self._list.addWidget(row)
        return row

    def _on_reason(self, code: str) -> None:
        row = self.sender()
        if isinstance(row, FindingRow):
            row.show_explained(self._explain(code))

    def _lay_out(self) -> None:
        inputs = QHBoxLayout()
        inputs.setSpacing(2 * GRID)
        self._field.setMinimumWidth(_WIDTH)
        top = Qt.AlignmentFlag.AlignTop
        inputs.addWidget(self._field, 0, top)
        inputs.addWidget(self._container_field, 0, top)
        inputs.addStretch(1)
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 3 * GRID)
        column.setSpacing(GRID)
        column.addLayout(inputs)
        column.addWidget(self._about)
        column.addWidget(self._said)
        column.addLayout(self._list)
