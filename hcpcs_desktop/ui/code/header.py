"""The header of a code: it stays while the tabs below scroll."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output.conflicts import conflict_sentence
from hcpcs_desktop.ui.badge import BadgeLabel
from hcpcs_desktop.ui.code.badges import badges_of
from hcpcs_desktop.ui.code.conflict_banner import ConflictBanner
from hcpcs_desktop.ui.code.long_text import LongText
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label


class CodeHeader(QWidget):
    """Breadcrumb, code, long description, badges, and what a guide got wrong.

    Emits ``code_requested`` when a link is followed.
    """

    code_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._section = label(type_="muted", wrap=True)
        self._code = label(type_="code", selectable=True)
        self._on = label(type_="muted")
        self._long = LongText()
        self._badges = FlowLayout(GRID)
        self._conflict = ConflictBanner()
        self._long.link_followed.connect(self.code_requested)
        self._conflict.code_requested.connect(self.code_requested)
        self._lay_out()

    def show_page(self, page: CodePage) -> None:
        """Show another code."""
        self._section.setText(" / ".join(page.section))
        self._section.setVisible(bool(page.section))
        self._code.setText(page.code)
        self._code.setAccessibleName(f"Code {page.code}")
        self._on.setText(f"on date of service {page.on.isoformat()}")
        self._long.set_text(page.long, page.mentioned)
        self._badges.clear()
        for badge in badges_of(page):
            self._badges.addWidget(BadgeLabel(badge))
        self._conflict.show_sentence(conflict_sentence(page))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._code)
        line.addStretch(1)
        line.addWidget(self._on, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._section)
        column.addLayout(line)
        column.addWidget(self._long)
        column.addSpacing(GRID // 2)
        column.addLayout(self._badges)
        column.addSpacing(GRID)
        column.addWidget(self._conflict)
