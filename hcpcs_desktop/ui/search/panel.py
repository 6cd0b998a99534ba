"""What stands below the search box: count, filters, results, lists at hand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from hcpcs_desktop.domain.hit import Answer, Filters, Hit, lines
from hcpcs_desktop.domain.section import Branch
from hcpcs_desktop.output.counted import count
from hcpcs_desktop.ui.announce import announce
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.search.browse_panel import BrowsePanel
from hcpcs_desktop.ui.search.chips import FilterChips
from hcpcs_desktop.ui.search.offers import NOC_WORDS, Offers
from hcpcs_desktop.ui.search.reading_note import ReadingNote
from hcpcs_desktop.ui.search.results_model import Marks
from hcpcs_desktop.ui.search.results_view import ResultsView
from hcpcs_desktop.ui.search.search_box import SearchBox
from hcpcs_desktop.ui.text import label

_HINT = "Type a code such as J9043, a range such as J9000-J9999, or words such as home infusion."

_LISTS = ("recent", "favourites", "browse")
_HITS, _OFFERS, _TREE = range(3)
"""What stands below the search box."""

_EMPTY_LISTS = (
    "Codes that you open will be listed here.",
    "No favourites yet. The star beside a code puts it here.",
)


class SearchPanel(QWidget):
    """Emits what the user wants: ``asked`` (text), ``chosen`` and ``opened`` (a code).

    ``add_requested`` where nothing is found and a CMS file may hold more.
    """

    asked = Signal(str)
    add_requested = Signal()
    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, box: SearchBox, parent: QWidget | None = None) -> None:
        """Build it empty; it answers what is typed in the box above it."""
        super().__init__(parent)
        self._box = box
        self._count = label(type_="muted")
        self._note = ReadingNote()
        self._chips = FilterChips()
        self._as_typed = False
        self._has_codes = False
        self._results = ResultsView()
        self._offers = Offers()
        self._offers.show_sentence(_HINT)
        self._tree = BrowsePanel()
        self._stack = QStackedWidget()
        for each in (self._results, self._offers, self._tree):
            self._stack.addWidget(each)
        self._lists = _lists_bar()
        self._kept: tuple[tuple[Hit, ...], tuple[Hit, ...]] = ((), ())
        self._shown_code = ""
        self._lay_out()
        self._box.textChanged.connect(self._on_text_changed)
        self._box.moved.connect(self._on_moved)
        self._box.returnPressed.connect(self._results.open_current)
        self._results.chosen.connect(self.chosen)
        self._results.opened.connect(self.opened)
        self._lists.currentChanged.connect(self._fill_list)
        self._chips.changed.connect(self._ask)
        self._note.as_typed_requested.connect(self._on_as_typed)
        self._tree.chosen.connect(self.search_for)
        self._offers.browse_requested.connect(self.browse_to)
        self._offers.noc_requested.connect(self._on_noc)
        self._offers.all_requested.connect(self._chips.choose_all)
        self._offers.add_requested.connect(self.add_requested)

    @property
    def text(self) -> str:
        """What stands in the search box."""
        return self._box.text()

    @property
    def filters(self) -> Filters:
        """What the hits must be."""
        return self._chips.filters

    @property
    def as_typed(self) -> bool:
        """Whether the words are to be sought without correcting any."""
        return self._as_typed

    def show_sections(self, letters: Sequence[Branch]) -> None:
        """Offer these sections for browsing."""
        self._has_codes = bool(letters)
        self._tree.show_sections(letters)

    def browse(self) -> None:
        """Empty the search box and show the tree of sections."""
        self.browse_to("")

    def browse_to(self, address: str) -> None:
        """Empty the search box and show a letter or a section in the tree; empty for any."""
        self._show_list("browse")
        self._tree.go_to(address)

    def search_for(self, text: str) -> None:
        """Type a text for the user."""
        self._box.setText(text)
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_current(self) -> None:
        """Open what is selected of the answer, as Return does."""
        self._results.open_current()

    def take_focus(self) -> None:
        """Put the caret into the search box, everything selected."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()

    def clear(self) -> None:
        """Empty the search box and put the caret there."""
        self._box.clear()
        self.take_focus()

    def show_recent(self) -> None:
        """Empty the search box and show the codes that were opened last."""
        self._show_list("recent")

    def show_favourites(self) -> None:
        """Empty the search box and show the favourites."""
        self._show_list("favourites")

    def _show_list(self, name: str) -> None:
        self._lists.setCurrentIndex(_LISTS.index(name))
        self.clear()

    def show_lists(
        self, recent: tuple[Hit, ...], favourites: tuple[Hit, ...], code: str = ""
    ) -> None:
        """Show what is at hand while nothing is typed; ``code`` is selected where it is listed."""
        self._kept, self._shown_code = (recent, favourites), code
        self._chips.hide()
        self._count.hide()
        self._note.hide()
        self._fill_list()

    def show_marks(self, marks: Marks) -> None:
        """Mark favourites and codes with a note."""
        self._results.show_marks(marks)

    def show_again(self, answer: Answer, code: str) -> None:
        """Show the answer to the same words on another day, with this code selected."""
        self.show_answer(answer)
        self._results.show_again(lines(answer), code)

    def show_answer(self, answer: Answer) -> None:
        """Show what a search answered, or why it found nothing."""
        self._lists.hide()
        found = lines(answer)
        self._results.show_hits(found)
        self._count.setText(_counted(answer))
        self._count.setVisible(bool(found))
        self._note.show_answer(answer)
        self._chips.show_facets(answer.facets)
        self._stack.setCurrentIndex(_HITS if found else _OFFERS)
        if answer.read_as == "empty":
            self._offers.show_sentence(answer.advice or _HINT)
            return
        self._offers.show_nothing(answer, self.filters, has_codes=self._has_codes)
        announce(self._box, _counted(answer) if found else self._offers.sentence)

    def _fill_list(self) -> None:
        if self._box.text().strip():
            return
        index = self._lists.currentIndex()
        self._lists.show()
        if _LISTS[index] == "browse":
            self._results.show_again((), "")
            self._stack.setCurrentIndex(_TREE)
            return
        hits = self._kept[index]
        self._results.show_again(hits, self._shown_code)
        is_first_start = not any(self._kept) and index == 0
        self._offers.show_sentence(_HINT if is_first_start else _EMPTY_LISTS[index])
        self._stack.setCurrentIndex(_HITS if hits else _OFFERS)

    def _ask(self) -> None:
        self.asked.emit(self._box.text())

    def _on_text_changed(self, text: str) -> None:
        self._as_typed = False
        if not text.strip():
            self._chips.choose(Filters())
        self._ask()

    def _on_moved(self, step: str) -> None:
        if self._stack.currentIndex() == _TREE:
            self._tree.go_to("")
        else:
            self._results.move_by(step)

    def _on_as_typed(self) -> None:
        self._as_typed = True
        self._ask()

    def _on_noc(self, letter: str) -> None:
        self._chips.choose(Filters(letter))
        self.search_for(NOC_WORDS)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for each in (self._lists, self._chips, self._note, self._count):
            row = QHBoxLayout()
            row.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
            row.addWidget(each)
            column.addLayout(row)
        column.addWidget(self._stack, 1)
        for each in (self._lists, self._chips, self._note, self._count):
            each.hide()


def _lists_bar() -> QTabBar:
    """Chooses between the lists that stand under the empty search box."""
    bar = QTabBar()
    bar.setProperty("type", "small")
    bar.setDrawBase(False)
    bar.setExpanding(False)
    for name in _LISTS:
        bar.addTab(name.capitalize())
    name_input(bar, "Codes at hand")
    return bar


def _counted(answer: Answer) -> str:
    pages = count(len(answer.topics), "page of guidance", "pages of guidance")
    if not answer.hits:
        return pages
    found = count(answer.total, "code")
    shown = len(answer.hits)
    if shown < answer.total:
        found = f"{found}, the first {shown} shown"
    return f"{found}, {pages}" if answer.topics else found
