"""The libraries that were in use before, each with the button that brings it back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.output.counted import count
from hcpcs_desktop.ui.row import Row
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.session import Earlier
from hcpcs_desktop.ui.text import label

_NONE = "None yet. The libraries before the last changes stay here, to go back to."


class EarlierView(QWidget):
    """Emits ``chosen`` (the name of a library)."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._rows: list[_EarlierRow] = []
        self._none = label(_NONE, "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._none)

    def show_libraries(self, libraries: Sequence[Earlier]) -> None:
        """Show these libraries, the last one first."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_EarlierRow(each) for each in libraries]
        for row in self._rows:
            row.chosen.connect(self.chosen)
            self._column.addWidget(row)
        self._none.setVisible(not self._rows)


class _EarlierRow(Row):
    chosen = Signal(str)

    def __init__(self, library: Earlier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = library.name
        releases = ", ".join(name_of(each) for each in reversed(library.releases))
        words = f"{count(library.codes, 'code')}, {releases or 'no CMS release'}"
        use = QPushButton("Use again")
        use.setProperty("type", "link")
        use.setAutoDefault(False)  # a dialog would press it when Enter is meant for the list
        use.setAccessibleName(f"Use again: {words}")
        use.clicked.connect(self._on_use)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GRID, 0, GRID + 1)
        row.addWidget(label(words, wrap=True), 1)
        row.addWidget(use)

    def _on_use(self) -> None:
        self.chosen.emit(self._name)
