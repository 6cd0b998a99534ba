"""About the program: version, what the library holds, licences."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from hcpcs_desktop import __version__
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.session import Holdings
from hcpcs_desktop.ui.text import label

_SOURCE = (
    "HCPCS Level II codes and descriptions are published by the Centers for Medicare & Medicaid "
    "Services. CPT (HCPCS Level I) belongs to the American Medical Association, CDT to the "
    "American Dental Association; neither is in this program."
)
_LICENCE = "The program is free under the MIT license; it uses Qt and PySide6 under the LGPL."


class AboutDialog(ReadingOrder, QDialog):
    """What the program is."""

    def __init__(self, holdings: Holdings, parent: QWidget | None = None) -> None:
        """Show what the library holds."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("About HCPCS Desktop")
        self.setMinimumWidth(60 * GRID)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(label("HCPCS Desktop", "title"))
        column.addWidget(label(f"Version {__version__}, Qt {qVersion()}", "muted", selectable=True))
        column.addWidget(label(holdings.problem or f"{holdings.sentence()}.", wrap=True))
        for text in (_SOURCE, _LICENCE):
            column.addWidget(label(text, "muted", wrap=True))
        column.addStretch(1)
        column.addWidget(buttons)
