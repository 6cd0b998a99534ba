"""The status bar: what the library holds, and that everything is saved."""

from datetime import date

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStatusBar, QWidget

from hcpcs_desktop.domain.freshness import freshness
from hcpcs_desktop.output.freshness import due
from hcpcs_desktop.ui.announce import announce
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.session import Holdings
from hcpcs_desktop.ui.text import ElidedLabel, label
from hcpcs_desktop.ui.tones import tones_of


class Dot(QWidget):
    """A small dot beside the words: green where all is well, amber where not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin green."""
        super().__init__(parent)
        self._well = True
        self.setFixedSize(QSize(GRID, GRID))

    def set_well(self, well: bool) -> None:
        """Change the colour."""
        self._well = well
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot."""
        tones = tones_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(tones.good if self._well else tones.caution))
        painter.drawEllipse(self.rect().adjusted(0, 0, -1, -1))


class Status(QObject):
    """Fills a status bar: library at the left, notebook at the right.

    Emits ``hint_requested`` when the user asks how to get a newer release.
    """

    hint_requested = Signal()

    def __init__(self, bar: QStatusBar) -> None:
        """Fill this bar."""
        super().__init__(bar)
        self._dot = Dot()
        self._library = ElidedLabel("muted")
        self._due = ElidedLabel("muted")
        self._hint = QPushButton("How to get it")
        self._hint.setProperty("type", "link")
        self._hint.setAccessibleName("How to get the newer release")
        self._hint.clicked.connect(self.hint_requested)
        self._saved = label(type_="muted")
        for each in (self._dot, self._hint):
            each.hide()  # until it is known what the library holds
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(2 * GRID, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._dot)
        row.addWidget(self._library)
        row.addSpacing(GRID)
        row.addWidget(self._due)
        row.addWidget(self._hint)
        row.addStretch(1)
        self._saved.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        bar.addWidget(left, 1)
        bar.addPermanentWidget(self._saved)

    def show_holdings(self, holdings: Holdings, today: date) -> None:
        """Say what the library holds, and whether a newer release is due."""
        fresh = freshness(max(holdings.releases, default=""), today)
        self._library.setText(holdings.sentence())
        self._due.setText(due(fresh))
        is_late = bool(holdings.releases) and fresh.stale
        self._hint.setVisible(is_late)
        self._dot.show()
        self._dot.set_well(not holdings.problem and not holdings.is_starter and not is_late)

    def show_saved(self, text: str = "Saved") -> None:
        """Say that the notebook has what the user did."""
        self._saved.setText(text)
        if text != "Saved":
            announce(self._saved, text)
