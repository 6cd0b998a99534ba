"""The left side of the window: search box, count, results."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from hcpcs_desktop.domain.hit import Answer, Hit
from hcpcs_desktop.ui.announce import announce
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.search.results_model import Marks
from hcpcs_desktop.ui.search.results_view import ResultsView
from hcpcs_desktop.ui.search.search_box import SearchBox
from hcpcs_desktop.ui.session import count
from hcpcs_desktop.ui.text import label

_HINT = "Type a code such as J9043, a range such as J9000-J9999, or words such as home infusion."
_NOTHING = "No code answers to this. Try fewer or other words, or the first letters of a code."

_LISTS = ("recent", "favourites")
_EMPTY_LISTS = (
    "Codes that you open will be listed here.",
    "No favourites yet. The star beside a code puts it here.",
)


class SearchPanel(QWidget):
    """Emits what the user wants: ``asked`` (text), ``chosen`` and ``opened`` (a code)."""

    asked = Signal(str)
    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._box = SearchBox()
        self._count = label(type_="muted")
        self._note = label(type_="muted", wrap=True)
        self._results = ResultsView()
        self._message = label(_HINT, "muted", wrap=True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._padded(self._message))
        self._stack.addWidget(self._results)
        self._lists = _lists_bar()
        self._kept: tuple[tuple[Hit, ...], tuple[Hit, ...]] = ((), ())
        self._shown_code = ""
        self._lay_out()
        self._box.textChanged.connect(self.asked)
        self._box.moved.connect(self._results.move_by)
        self._box.returnPressed.connect(self._results.open_current)
        self._results.chosen.connect(self.chosen)
        self._results.opened.connect(self.opened)
        self._lists.currentChanged.connect(self._fill_list)

    @property
    def text(self) -> str:
        """What stands in the search box."""
        return self._box.text()

    def search_for(self, text: str) -> None:
        """Type a text for the user."""
        self._box.setText(text)
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_focus(self) -> None:
        """Put the caret into the search box, everything selected."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()

    def clear(self) -> None:
        """Empty the search box and put the caret there."""
        self._box.clear()
        self.take_focus()

    def show_list(self, name: str) -> None:
        """Empty the search box and show the list of that name: ``recent`` or ``favourites``."""
        self._lists.setCurrentIndex(_LISTS.index(name))
        self.clear()

    def show_lists(
        self, recent: tuple[Hit, ...], favourites: tuple[Hit, ...], code: str = ""
    ) -> None:
        """Show what is at hand while nothing is typed; ``code`` is selected where it is listed."""
        self._kept, self._shown_code = (recent, favourites), code
        self._lists.setVisible(any(self._kept))
        self._count.hide()
        self._note.hide()
        self._fill_list()

    def show_marks(self, marks: Marks) -> None:
        """Mark favourites and codes with a note."""
        self._results.show_marks(marks)

    def show_again(self, answer: Answer, code: str) -> None:
        """Show the answer to the same words on another day, with this code selected."""
        self.show_answer(answer)
        self._results.show_again(answer.hits, code)

    def show_answer(self, answer: Answer) -> None:
        """Show what a search answered, or why it found nothing."""
        self._lists.hide()
        self._results.show_hits(answer.hits)
        self._count.setText(_counted(answer))
        self._count.setVisible(bool(answer.hits))
        self._note.setText(_note(answer))
        self._note.setVisible(bool(answer.hits) and bool(self._note.text()))
        self._message.setText(_message(answer))
        self._stack.setCurrentIndex(1 if answer.hits else 0)
        if answer.read_as != "empty":
            announce(self._box, _counted(answer) if answer.hits else _message(answer))

    def _fill_list(self) -> None:
        index = self._lists.currentIndex()
        hits = self._kept[index]
        self._results.show_again(hits, self._shown_code)
        is_first_start = not any(self._kept)
        self._message.setText(_HINT if is_first_start else _EMPTY_LISTS[index])
        self._stack.setCurrentIndex(1 if hits else 0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * GRID, 0, 0)
        column.setSpacing(GRID)
        for each in (self._box, self._lists, self._note, self._count):
            row = QHBoxLayout()
            row.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
            row.addWidget(each)
            column.addLayout(row)
        column.addWidget(self._stack, 1)
        for each in (self._lists, self._note, self._count):
            each.hide()
        self.setFocusProxy(self._box)

    @staticmethod
    def _padded(widget: QWidget) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.addWidget(widget, 1)
        return made


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
    found = count(answer.total, "code")
    shown = len(answer.hits)
    return found if shown >= answer.total else f"{found}, the first {shown} shown"


def _message(answer: Answer) -> str:
    if answer.advice:
        return answer.advice
    return _HINT if answer.read_as == "empty" else _NOTHING


def _note(answer: Answer) -> str:
    """How the query was read, where it was not taken as it stands."""
    read = [f"{typed} read as {used}" for typed, used in answer.corrections]
    return ". ".join(part for part in [answer.advice.rstrip("."), *read] if part)
