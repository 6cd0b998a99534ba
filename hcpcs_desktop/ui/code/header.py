"""The header of a code: it stays while the tabs below scroll."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output import wording
from hcpcs_desktop.output.conflicts import conflict_sentence
from hcpcs_desktop.ui.badge import BadgeLabel
from hcpcs_desktop.ui.code.badges import badges_of
from hcpcs_desktop.ui.code.breadcrumb import Breadcrumb
from hcpcs_desktop.ui.code.conflict_banner import ConflictBanner
from hcpcs_desktop.ui.code.date_field import DateField
from hcpcs_desktop.ui.code.long_text import LongText
from hcpcs_desktop.ui.code.note_editor import NoteEditor
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.icon_button import IconButton
from hcpcs_desktop.ui.own import Own
from hcpcs_desktop.ui.scale import GRID, ratio_of
from hcpcs_desktop.ui.text import label

_WORDS_NEED = 58 * GRID


class CodeHeader(QWidget):
    """Breadcrumb, code, long description, badges, and what a guide got wrong.

    Beside the code are what belongs to the user, a star and a note, and the date of service.
    Emits ``code_requested`` when a link is followed, ``section_requested`` (a letter or a range),
    ``favourite_changed`` (whether it is wanted), ``note_changed`` (code, text), ``date_chosen``.
    """

    code_requested = Signal(str)
    section_requested = Signal(str)
    favourite_changed = Signal(bool)
    note_changed = Signal(str, str)
    date_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._is_compact = False
        self._section = Breadcrumb()
        self._section.section_requested.connect(self.section_requested)
        self._code = label(type_="code", selectable=True)
        self._star = IconButton("star", "Favourite")
        self._star.setCheckable(True)
        self._note_button = IconButton("note", "Note")
        self._note_button.setCheckable(True)
        self._date = DateField()
        self._long = LongText()
        self._badges = FlowLayout(GRID)
        self._cautions = label(type_="caution", wrap=True, selectable=True)
        self._conflict = ConflictBanner()
        self._note = NoteEditor()
        self._note.hide()
        self._long.link_followed.connect(self.code_requested)
        self._conflict.code_requested.connect(self.code_requested)
        self._star.clicked.connect(self.favourite_changed)
        self._note_button.clicked.connect(self._on_note_clicked)
        self._note.changed.connect(self.note_changed)
        self._date.chosen.connect(self.date_chosen)
        self._lay_out()

    def show_page(self, page: CodePage) -> None:
        """Show another code."""
        self._section.show_sections(page.section)
        self._code.setText(page.code)
        self._code.setAccessibleName(f"Code {page.code}")
        self._long.set_text(page.long, page.mentioned)
        self._badges.clear()
        for badge in badges_of(page):
            self._badges.addWidget(BadgeLabel(badge))
        self._cautions.setText("\n".join(wording.cautions(page)))
        self._cautions.setVisible(bool(page.cautions))
        self._conflict.show_sentence(conflict_sentence(page))

    def show_own(self, page: CodePage, own: Own) -> None:
        """Show what belongs to the user: star, note, and the date that was chosen."""
        self._date.show_date(page.on, own.today)
        self._star.setChecked(own.is_favourite)
        self._star.setEnabled(not own.read_only)
        self._star.set_words("No longer a favourite" if own.is_favourite else "Add to favourites")
        is_other = self._note.code != page.code
        self._note.show_note(page.code, own.note, own.read_only)
        self._note_button.set_words(f"Note on {page.code}")
        if is_other:
            self._unfold_note(bool(own.note))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out words that a narrow window has no room for."""
        super().resizeEvent(event)
        self._date.show_words(self.width() >= _WORDS_NEED * ratio_of(self.font()))

    def set_compact(self, compact: bool) -> None:
        """Be low: without the sections above, and with the badges that one line has room for."""
        if compact != self._is_compact:
            self._is_compact = compact
            self._section.set_wanted(not compact)
            self._badges.set_one_line(compact)

    def edit_note(self) -> None:
        """Put the caret into the note."""
        self._unfold_note(True)
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_date(self) -> None:
        """Put the caret into the date of service."""
        self._date.take_focus()

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        self._note.flush()

    def _on_note_clicked(self, shown: bool) -> None:
        if shown:
            self.edit_note()
        else:
            self._unfold_note(False)

    def _unfold_note(self, shown: bool) -> None:
        self._note.setVisible(shown)
        self._note_button.setChecked(shown)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GRID // 2)
        line.addWidget(self._code)
        line.addSpacing(GRID)
        line.addWidget(self._star)
        line.addWidget(self._note_button)
        line.addStretch(1)
        line.addWidget(self._date, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._section)
        column.addLayout(line)
        column.addWidget(self._long)
        column.addSpacing(GRID // 2)
        column.addLayout(self._badges)
        column.addSpacing(GRID)
        column.addWidget(self._cautions)
        column.addWidget(self._conflict)
        column.addWidget(self._note)
