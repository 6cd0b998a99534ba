"""The right side of the window: the header of a code and its tabs."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.ui.code.code_tabs import CodeTabs
from hcpcs_desktop.ui.code.header import CodeHeader
from hcpcs_desktop.ui.code.panes import LinkedPane, linked
from hcpcs_desktop.ui.code.tabs import TABS
from hcpcs_desktop.ui.fitted import Fitted
from hcpcs_desktop.ui.pane_area import SIDE, PaneStack
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import line

if TYPE_CHECKING:
    from hcpcs_desktop.domain.payer_profile import PayerProfile
    from hcpcs_desktop.domain.product import Product
    from hcpcs_desktop.library.checks import Checks
    from hcpcs_desktop.ui.checklist.pane import ChecklistPane
    from hcpcs_desktop.ui.code.record_pane import RecordPane
    from hcpcs_desktop.ui.guide.similar_pane import SimilarPane
    from hcpcs_desktop.ui.modifiers.pane import ModifiersPane
    from hcpcs_desktop.ui.products.pane import ProductsPane
    from hcpcs_desktop.ui.units.pane import UnitsPane

Pane: TypeAlias = (
    "RecordPane | LinkedPane | ChecklistPane | UnitsPane | ProductsPane | SimilarPane | "
    "ModifiersPane"
)

_SEEN_FIRST = ("record", "checklist")

_LEAST_HEIGHT = 8 * GRID
"""Of a pane: where the window is low and the text large, panes give way before the header."""

_LOW = 28
"""Lines of text: in a lower view, the header says only what the pane below does not."""


class CodeView(Fitted):
    """Shows one code; passes on what the user wants of its checklist and of the links in it."""

    ticked = Signal(str, bool)
    context_changed = Signal(object, object, str)
    worksheet_requested = Signal()
    clear_requested = Signal()
    code_requested = Signal(str)
    tab_changed = Signal(str)
    favourite_changed = Signal(bool)
    note_changed = Signal(str, str)
    date_chosen = Signal(object)
    copy_requested = Signal(str, str)
    print_requested = Signal(str)
    pdf_requested = Signal(str, str)
    bsa_requested = Signal()
    claim_requested = Signal(object)
    search_requested = Signal(str)
    compare_requested = Signal(str)

    def __init__(self, checks: "Callable[[], Checks]", parent: QWidget | None = None) -> None:
        """Build the header; a pane is built when its tab is first seen.

        ``checks`` answers what the library and the rules tell of modifiers and edits.
        """
        super().__init__(parent)
        self._checks = checks
        self._page: CodePage | None = None
        self._wanted = TABS[0].name
        self._ticks: frozenset[str] = frozenset()
        self._read_only = ""
        self._panes: dict[str, Pane] = {}
        self._record: RecordPane | None = None
        self._checklist: ChecklistPane | None = None
        self._units: UnitsPane | None = None
        self._payers: Callable[[], Sequence[PayerProfile]] = tuple
        self._header = CodeHeader()
        self._header.code_requested.connect(self.code_requested)
        self._header.favourite_changed.connect(self.favourite_changed)
        self._header.note_changed.connect(self.note_changed)
        self._header.date_chosen.connect(self.date_chosen)
        self._tabs = CodeTabs([tab.words for tab in TABS])
        self._stack = PaneStack()
        self._stack.setMinimumHeight(_LEAST_HEIGHT)
        self._lay_out()
        self._tabs.chosen.connect(self._on_tab_changed)

    @property
    def page(self) -> CodePage | None:
        """The code that is shown."""
        return self._page

    def take_payers_from(self, payers: "Callable[[], Sequence[PayerProfile]]") -> None:
        """Offer these payers of the clinic, asked for anew whenever a pane is filled."""
        self._payers = payers

    def make_ahead(self, page: CodePage) -> Iterator[None]:
        """Make what is seen first of a code; it stays hidden, and empty, until there is one."""
        for name in _SEEN_FIRST:
            self._pane(name)
            yield
        if self._record is not None:
            yield from self._record.make_ahead(page)

    def show_page(self, page: CodePage, ticks: frozenset[str], read_only: str) -> None:
        """Show a code with its ticks; ``read_only`` says why ticks cannot be saved."""
        self._page, self._ticks, self._read_only = page, ticks, read_only
        self._header.show_page(page)
        self._offer_tabs(page)
        self._fill()

    @property
    def header(self) -> CodeHeader:
        """The part above the tabs."""
        return self._header

    def choose_tab(self, name: str) -> None:
        """Show the tab of that name; the first where there is none."""
        names = [tab.name for tab in TABS]
        index = names.index(name) if name in names else 0
        if self._tabs.is_offered(index):
            self._tabs.choose(index)

    def use_dose(self, dose: str) -> None:
        """Put a dose into the unit calculation of the code and show it."""
        self.choose_tab("units")
        if self._units is not None:
            self._units.set_dose(dose)
            self._units.take_focus()

    def go_to_item(self, item_id: str) -> None:
        """Put the focus on an item of the checklist, where its tab shows one."""
        if self._checklist is not None:
            self._checklist.go_to(item_id)

    def take_focus(self) -> None:
        """Put the focus on what the tab shows."""
        pane = self._panes.get(TABS[self._tabs.current].name)
        if pane is not None:
            pane.take_focus()

    def _on_tab_changed(self, index: int) -> None:
        self._wanted = TABS[index].name
        had_focus = self._stack.isAncestorOf(QApplication.focusWidget() or self)
        self._fill()
        if had_focus:
            self.take_focus()
        self.tab_changed.emit(TABS[index].name)

    def _offer_tabs(self, page: CodePage) -> None:
        """Offer the tabs that the code has; the one that the user chose comes back with it."""
        offered = [tab.is_offered(page) for tab in TABS]
        wanted = next(index for index, tab in enumerate(TABS) if tab.name == self._wanted)
        self._tabs.offer(offered, wanted if offered[wanted] else 0)

    def _fill(self) -> None:
        """Fill the visible pane; the others wait until they are seen."""
        if self._page is None:
            return
        pane = self._pane(TABS[self._tabs.current].name)
        if self._checklist is not None and pane is self._checklist:
            self._checklist.offer_payers(self._payers())
            self._checklist.show_page(self._page, self._ticks, self._read_only)
        elif self._units is not None and pane is self._units:
            self._units.offer_payers(self._payers())
            self._units.show_page(self._page)
        else:
            pane.show_page(self._page)
        self._stack.setCurrentWidget(pane)

    def _pane(self, name: str) -> Pane:
        """The pane of the tab of this name."""
        if name not in self._panes:
            self._panes[name] = self._made(name)
            self._stack.addWidget(self._panes[name])
        return self._panes[name]

    def _made(self, name: str) -> Pane:
        makers: dict[str, Callable[[], Pane]] = {
            "record": self._made_record,
            "checklist": self._made_checklist,
            "units": self._made_units,
            "products": self._made_products,
            "similar": self._made_similar,
            "modifiers": self._made_modifiers,
        }
        if name in makers:
            return makers[name]()
        pane = linked(name, self._checks)
        pane.code_requested.connect(self.code_requested)
        return pane

    def _made_record(self) -> Pane:
        from hcpcs_desktop.ui.code.record_pane import RecordPane

        pane = self._record = RecordPane()
        pane.code_requested.connect(self.code_requested)
        return pane

    def _made_checklist(self) -> Pane:
        from hcpcs_desktop.ui.checklist.pane import ChecklistPane

        pane = self._checklist = ChecklistPane()
        pane.code_requested.connect(self.code_requested)
        pane.ticked.connect(self._on_ticked)
        pane.context_changed.connect(self.context_changed)
        pane.worksheet_requested.connect(self.worksheet_requested)
        pane.clear_requested.connect(self.clear_requested)
        return pane

    def _made_units(self) -> Pane:
        from hcpcs_desktop.ui.units.pane import UnitsPane

        pane = self._units = UnitsPane()
        pane.copy_requested.connect(self.copy_requested)
        pane.print_requested.connect(self.print_requested)
        pane.pdf_requested.connect(self.pdf_requested)
        pane.bsa_requested.connect(self.bsa_requested)
        pane.claim_requested.connect(self.claim_requested)
        return pane

    def _made_products(self) -> Pane:
        from hcpcs_desktop.ui.products.pane import ProductsPane

        pane = ProductsPane()
        pane.code_requested.connect(self.code_requested)
        pane.ndc_chosen.connect(self._on_package_chosen)
        return pane

    def _made_similar(self) -> Pane:
        from hcpcs_desktop.ui.guide.similar_pane import SimilarPane

        pane = SimilarPane()
        pane.code_requested.connect(self.code_requested)
        pane.compare_requested.connect(self.compare_requested)
        return pane

    def _made_modifiers(self) -> Pane:
        from hcpcs_desktop.ui.modifiers.pane import ModifiersPane

        pane = ModifiersPane(self._checks)
        pane.code_requested.connect(self.code_requested)
        pane.search_requested.connect(self.search_requested)
        return pane

    def _on_package_chosen(self, package: "Product") -> None:
        self.choose_tab("units")
        if self._units is not None:
            self._units.use_package(package)
            self._units.take_focus()

    def take_back(self, item_id: str, ticked: bool) -> None:
        """Show an item as it was before it was ticked, or unticked: that could not be saved."""
        self._keep(item_id, not ticked)
        if self._checklist is not None:
            self._checklist.show_tick(item_id, not ticked)

    def _keep(self, item_id: str, ticked: bool) -> None:
        self._ticks = self._ticks | {item_id} if ticked else self._ticks - {item_id}

    def _on_ticked(self, item_id: str, ticked: bool) -> None:
        self._keep(item_id, ticked)
        self.ticked.emit(item_id, ticked)

    def _fit(self) -> None:
        """Leave room for the pane below the header."""
        self._header.set_compact(self.height() < _LOW * self.fontMetrics().lineSpacing())

    def _lay_out(self) -> None:
        head = QWidget()
        head.setProperty("type", "header")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        top = QVBoxLayout(head)
        top.setContentsMargins(SIDE, 2 * GRID, SIDE, 0)
        top.setSpacing(2 * GRID)
        top.addWidget(self._header)
        top.addWidget(self._tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(line())
        column.addWidget(self._stack, 1)
