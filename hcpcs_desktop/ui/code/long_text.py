"""The long description: in full, but never so high that it hides the rest."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.text import label

_LINES = 5
_NARROWEST = 200


class LongText(QScrollArea):
    """Text that wraps and, past a few lines, scrolls."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build it empty; the name is for screen readers."""
        super().__init__(parent)
        self._name = name
        self._label = label(type_="large", wrap=True, selectable=True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setWidget(self._label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("type", "header-body")
        self.viewport().setAutoFillBackground(False)
        self._label.setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        name_input(self, name)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Show another text, from its beginning."""
        self._label.setText(text)
        self._label.setAccessibleName(text)
        self.verticalScrollBar().setValue(0)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as the text, up to a few lines."""
        return QSize(super().sizeHint().width(), self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = self._wanted_height()
        scrolls = self._label.heightForWidth(self.viewport().width()) > height
        focus = Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        if height != self.height():
            self.setFixedHeight(height)

    def _wanted_height(self) -> int:
        self._label.ensurePolished()
        line = QFontMetricsF(self._label.font()).lineSpacing()
        most = round(line * _LINES)
        needed = self._label.heightForWidth(max(self.viewport().width(), _NARROWEST))
        return min(max(needed, round(line)), most)
