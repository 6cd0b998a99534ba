"""A field for a day that takes a whole date as people type it, not only part by part."""

import re

from PySide6.QtCore import QDate
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDateEdit

_SEPARATORS = frozenset("-/. ")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_AMERICAN = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})")
_BEGUN = re.compile(r"\d{1,2}/")


class TypedDateEdit(QDateEdit):
    """A date edit that takes ``2018-06-01`` and ``06/01/2018``, typed or pasted.

    Qt's own goes to the next part when one is full, and the hyphen that people type then skips
    another: the day would be a wrong one. The American form shows the old day until it is whole.
    """

    _typed = ""
    """What was typed since the year was chosen."""
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
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_year()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._take(QGuiApplication.clipboard().text().strip())
        elif text and (text.isdecimal() or text in _SEPARATORS):
            self._typed += text
            self._type(event, text)
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

    def _take(self, text: str) -> None:
        """Show the day that a text names, if it is one of those that can be shown."""
        found = _ISO.fullmatch(text) or _AMERICAN.fullmatch(text)
        day = QDate(*(int(found[part]) for part in ("year", "month", "day"))) if found else QDate()
        if day.isValid() and self.minimumDate() <= day <= self.maximumDate():
            self.setDate(day)
            self.choose_year()

    def _show_again(self) -> None:
        """Show the day that is chosen in the place of half a date."""
        day = self.date()
        self.blockSignals(True)
        self.setDate(day.addDays(-1))
        self.setDate(day)
        self.blockSignals(False)
        self.setSelectedSection(QDateEdit.Section.YearSection)
