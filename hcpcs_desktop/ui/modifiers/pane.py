"""The tab Modifiers: those that matter for a code, a check, and all of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hcpcs_desktop.domain.checklist import Payer
from hcpcs_desktop.domain.modifier_guide import Advice, Advised, not_with
from hcpcs_desktop.domain.modifiers import ModifierLine, ModifierReport
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.domain.reference import ModifierFacts
from hcpcs_desktop.library.checks import Checks
from hcpcs_desktop.output import modifier_words, rule_rows
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.modifiers.checker import ModifierChecker
from hcpcs_desktop.ui.modifiers.rule_list import RuleList
from hcpcs_desktop.ui.modifiers.use_row import UseRow
from hcpcs_desktop.ui.pane_area import PaneArea
from hcpcs_desktop.ui.rows import Rows
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.searchable import SearchableTable
from hcpcs_desktop.ui.text import label

_ROWS = 10
_WIDEST = ("Modifier", "", *("2026-11-20",) * 2, "Not yet effective")
_NONE = (
    "None of the modifiers is known to matter for this code in particular. All of them are listed "
    "below."
)
_NO_USE = "When this modifier is used is not described yet; its official meaning stands above."


class ModifiersPane(PaneArea):
    """Emits ``code_requested`` with the modifier that the user wants to see.

    ``search_requested`` is what to look up: a reason or remark code.
    """

    code_requested = Signal(str)
    search_requested = Signal(str)

    def __init__(self, checks: Callable[[], Checks], parent: QWidget | None = None) -> None:
        """Build it empty; ``checks`` answers what the library and the rules tell."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name_input(self, "Modifiers")
        self._checks = checks
        self._page: CodePage | None = None
        self._every: tuple[ModifierFacts, ...] = ()
        self._checker = ModifierChecker(self._check, self._explain)
        self._checker.page_requested.connect(self.search_requested)
        self._heading = label(type_="strong", wrap=True)
        self._nothing = label(type_="muted", wrap=True)
        self._list = QVBoxLayout()
        self._rows = Rows(self._list, self._made_row, self)
        self._rules = RuleList()
        self._all = SearchableTable(
            "All modifiers",
            modifier_words.HEADINGS,
            _WIDEST,
            stretched=(1,),
            rows_shown=_ROWS,
            help_text="Enter opens the modifier",
        )
        self._all.row_opened.connect(self.code_requested)
        self._all.row_chosen.connect(self._on_row_chosen)
        self._chosen = label(type_="muted", wrap=True, selectable=True)
        self._chosen.setAccessibleName("The modifier that is chosen")
        self._chosen.hide()
        self._lay_out()

    def show_page(self, page: CodePage) -> None:
        """Show what matters for a code, or when a modifier is used."""
        if self._page is None or page.code != self._page.code:
            self.verticalScrollBar().setValue(0)
        self._page = page
        checks, of_code = self._checks(), page.kind == "code"
        self._checker.setVisible(of_code)
        if of_code:
            self._checker.show_page(page)
            self._heading.setText(f"For {page.code}")
            self._show_advice(checks.advice(page.code, page.on), _NONE)
        else:
            self._heading.setText(f"When {page.code} is used")
            self._show_advice(checks.advice_of_modifier(page.code, page.on), _NO_USE)
        self._rules.show_rules([] if of_code else rule_rows.about(page.code, checks.rules))
        every = checks.all_modifiers(page.on)
        if every != self._every:
            self._every = every
            self._all.show_rows([modifier_words.row(each) for each in every])

    def take_focus(self) -> None:
        """Put the focus on what is typed first."""
        if self._page is not None and self._page.kind == "code":
            self._checker.take_focus()
        else:
            self._all.take_focus()

    def _show_advice(self, advice: Sequence[Advice], otherwise: str) -> None:
        self._nothing.setText(otherwise)
        self._nothing.setVisible(not advice)
        self._rows.fill(len(advice), lambda index, row: row.show_advice(advice[index]))

    def _made_row(self) -> UseRow:
        row = UseRow()
        row.code_requested.connect(self.code_requested)
        return row

    def _on_row_chosen(self, row: int) -> None:
        """Tell of the modifier of a row when it is used and what it conflicts with."""
        name = self._all.model.row(row)[0]
        page, checks = self._page, self._checks()
        facts = checks.reference.modifier(name, page.on) if page is not None else None
        if page is None or facts is None:
            return
        advised = Advised(facts, not_with(name, checks.rules.modifiers))
        uses = [each.use for each in checks.advice_of_modifier(name, page.on)]
        self._chosen.setText(modifier_words.whole(advised, uses))
        self._chosen.show()

    def _check(self, line: ModifierLine, payer: Payer) -> ModifierReport:
        return self._checks().modifiers(line, payer)

    def _explain(self, code: str) -> str:
        return self._checks().explain(code)

    def _lay_out(self) -> None:
        self._list.setSpacing(0)
        column = self.column
        column.addWidget(self._checker)
        column.addWidget(self._heading)
        column.addSpacing(GRID // 2)
        column.addWidget(self._nothing)
        column.addLayout(self._list)
        column.addWidget(self._rules)
        column.addSpacing(3 * GRID)
        column.addWidget(label("All modifiers", "strong"))
        column.addSpacing(GRID)
        column.addWidget(self._all)
        column.addSpacing(GRID)
        column.addWidget(self._chosen)
        column.addStretch(1)
