"""A field for a day that takes a whole date as people type it, not only part by part."""

import re
from collections.abc import Callable

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDateEdit

_SEPARATORS = frozenset("-/. ")
_ENTER = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_MODIFIERS = frozenset((Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta))
_FORMS = (
    re.compile(r"(?P<year>\d{4})([-/. ])(?P<month>\d{1,2})\2(?P<day>\d{1,2})"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
    re.compile(r"(?P<month>\d{1,2})([-/. ])(?P<day>\d{1,2})\2(?P<year>\d{4})"),
)
_BEGUN = re.compile(r"\d{1,2}[-/. ]")


class TypedDateEdit(QDateEdit):
    """A date edit that takes ``2018-06-01`` and ``06/01/2018``, typed or pasted.

    Qt's own goes to the next part when one is full, and the hyphen that people type then skips
    another: the day would be a wrong one. The American form shows the old day until it is whole.
    Where there is no such day (``2025-02-30``), Qt takes the digits that fit one (3 February); here
    the day stays as it was, and ``refused`` tells what was typed.
    """

    refused = Signal(str)

    _typed = ""
    """What was typed since the year was chosen."""
    _before = QDate()
    """The day that was there before that."""
    _has_moved_on = False
    """Whether the last digit led to the next part."""

    def choose_year(self) -> None:
        """Put the caret on the year, where a date begins."""
        self._typed = ""
        self._has_moved_on = False
        self.setSelectedSection(QDateEdit.Section.YearSection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits and what stands between them; Ctrl+A begins anew, Ctrl+V takes a date."""
        text = event.text()
        if not self._typed:
            self._before = self.date()
        if event.key() in _ENTER:
            self._settle(lambda: super(TypedDateEdit, self).keyPressEvent(event))
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_year()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._take(QGuiApplication.clipboard().text().strip())
        elif text and (text.isdecimal() or text in _SEPARATORS):
            self._typed += text
            self._type(event, text)
        elif event.key() in _MODIFIERS:
            super().keyPressEvent(event)
        else:
            self._typed = ""
            self._has_moved_on = False
            super().keyPressEvent(event)

    def _type(self, event: QKeyEvent, text: str) -> None:
        on_year = self.currentSection() == QDateEdit.Section.YearSection
        if on_year and _BEGUN.match(self._typed):
            self._show_again()
            self._take(self._typed)
        elif text in _SEPARATORS and self._has_moved_on:
            self._has_moved_on = False
        else:
            before = self.currentSection()
            super().keyPressEvent(event)
            self._has_moved_on = text.isdecimal() and self.currentSection() != before

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed, as Enter does."""
        self._settle(lambda: super(TypedDateEdit, self).focusOutEvent(event))

    def _settle(self, finish: Callable[[], None]) -> None:
        """Take a whole date that was typed as it is, or leave the day as it was and say so.

        ``finish`` is what Qt does then, which may tell the listeners of the day once more.
        """
        typed, self._typed = self._typed, ""
        self._has_moved_on = False
        is_taken = _named(typed) is None or self._take(typed)
        if not is_taken:
            self._show(self._before)
            self.dateChanged.emit(self._before)  # Qt may have told of half a date
        finish()
        if not is_taken:
            self.refused.emit(typed)

    def _take(self, text: str) -> bool:
        """Show the day that a text names, if it is one of those that can be shown."""
        day = _named(text)
        if day is None or not day.isValid():
            return False
        if not self.minimumDate() <= day <= self.maximumDate():
            return False
        self.setDate(day)
        self.choose_year()
        return True

    def _show_again(self) -> None:
        """Show the day that is chosen in the place of half a date."""
        self._show(self.date())

    def _show(self, day: QDate) -> None:
        """Show a day that nobody is to be told of, whatever half a date stands there."""
        self.blockSignals(True)
        self.setDate(day.addDays(-1))
        self.setDate(day)
        self.blockSignals(False)
        self.setSelectedSection(QDateEdit.Section.YearSection)


def _named(text: str) -> QDate | None:
    """The day that a whole date names, which may be none of the calendar; None for other text."""
    for form in _FORMS:
        if found := form.fullmatch(text):
            return QDate(*(int(found[part]) for part in ("year", "month", "day")))
    return None
