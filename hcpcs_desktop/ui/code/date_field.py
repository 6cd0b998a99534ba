"""The date of service that everything in the window is shown for."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QTableView,
    QWidget,
)

from hcpcs_desktop.ui.announce import announce
from hcpcs_desktop.ui.code.typed_date import TypedDateEdit
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_FIRST = QDate(1980, 1, 1)
_LAST = QDate(2099, 12, 31)
_WORDS = "on date of service"


class _Field(TypedDateEdit):
    """Dresses its calendar when the mouse first asks for it, because that is slow to build."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the calendar where the arrow is pressed."""
        self.dress_calendar()
        super().mousePressEvent(event)

    def dress_calendar(self) -> None:
        """Give its parts names, and its weekends the colour of the other days."""
        calendar = self.calendarWidget()
        plain = QTextCharFormat()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)
        header = QCalendarWidget.HorizontalHeaderFormat.ShortDayNames
        calendar.setHorizontalHeaderFormat(header)
        name_input(calendar, "Calendar")
        for table in calendar.findChildren(QTableView):
            name_input(table, "Days of the month")
        for year in calendar.findChildren(QSpinBox):
            name_input(year, "Year")


class DateField(QWidget):
    """Emits ``chosen`` (a date) when the user has typed or picked another day."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it; ``show_date`` fills it."""
        super().__init__(parent)
        self._today = date.today()
        self._field = _Field()
        self._field.setDisplayFormat("yyyy-MM-dd")
        self._field.setDateRange(_FIRST, _LAST)
        self._field.setCalendarPopup(True)
        self._field.setKeyboardTracking(False)
        name_input(self._field, "Date of service", "Codes, search and tools answer for this day")
        self._back = QPushButton("Today")
        self._back.setProperty("type", "link")
        self._back.setAccessibleName("Date of service: today")
        self._words = label(_WORDS, "muted")
        self._words.setBuddy(self._field)
        self._words.setMinimumWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for each in (self._words, self._field, self._back):
            row.addWidget(each)
        self._field.dateChanged.connect(self._on_date_changed)
        self._field.refused.connect(self._on_refused)
        self._back.clicked.connect(self._on_back)

    def show_date(self, day: date, today: date) -> None:
        """Show a day without telling the listeners; a way back is offered where it is not today."""
        self._today = today
        self._field.blockSignals(True)
        self._field.setDate(QDate(day.year, day.month, day.day))
        self._field.blockSignals(False)
        if day == today and self._back.hasFocus():
            self.take_focus()
        self._back.setVisible(day != today)
        self._words.setText(_WORDS)

    def show_words(self, shown: bool) -> None:
        """Say in words what the date is, or leave that out for want of room."""
        self._words.setVisible(shown)

    def take_focus(self) -> None:
        """Put the caret on the year."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.choose_year()

    def _on_date_changed(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))

    def _on_refused(self, typed: str) -> None:
        """Say that the day is as it was; where there is no room, to a screen reader at least."""
        self._words.setText(f"{typed} is no date")
        announce(self._field, f"{typed} is no date. The day is as it was.", urgent=True)

    def _on_back(self) -> None:
        self.chosen.emit(self._today)
