"""The claim check: the claim above, what would bring it back below, with each keystroke."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QSplitter, QVBoxLayout, QWidget

from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.library.checks import Checks
from hcpcs_desktop.output import claim_sheet, spreadsheet
from hcpcs_desktop.ui.buttons import push_button
from hcpcs_desktop.ui.claim import paper
from hcpcs_desktop.ui.claim.area import ClaimArea
from hcpcs_desktop.ui.claim.entries import NAMES, ClaimEntries, LineEntries
from hcpcs_desktop.ui.claim.fields import NEW_LINE
from hcpcs_desktop.ui.claim.findings_view import FindingsView
from hcpcs_desktop.ui.claim.head import ClaimHead
from hcpcs_desktop.ui.claim.lines_panel import LinesPanel
from hcpcs_desktop.ui.claim.shown import Shown, shown
from hcpcs_desktop.ui.claim.working import OF_CLAIM, Outcome, work_out
from hcpcs_desktop.ui.first_size import first_size
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.save_dialog import TABLES, save_dialog
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_SIZE = (156 * GRID, 94 * GRID)
_HEIGHTS = (46 * GRID, 48 * GRID)
_FEW = 16
"""Lines that are checked on the very keystroke."""
_PAUSE_MS = 120
_NOT_EXPLAINED = "The program has no words for this code; X12 and the payer have."


class ClaimWindow(ReadingOrder, QDialog):
    """Keeps what was typed while it is closed.

    Emits ``said`` (what was done), ``copy_requested`` (text, what it is), ``print_requested``
    (HTML), ``pdf_requested`` (HTML, a name for the file), ``rules_requested`` and
    ``search_requested`` (what to look up in the main window).
    """

    said = Signal(str)
    copy_requested = Signal(str, str)
    print_requested = Signal(str)
    pdf_requested = Signal(str, str)
    rules_requested = Signal()
    search_requested = Signal(str)

    def __init__(
        self,
        checks: Checks,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with an empty claim."""
        super().__init__(parent)
        self.setWindowTitle("Claim check")
        self.resize(first_size(_SIZE, parent))
        self._checks = checks
        self._outcome = Outcome()
        self._found: tuple[Shown, ...] = ()
        self._head = ClaimHead()
        self._lines = LinesPanel()
        self._findings = FindingsView()
        self._buttons = {
            "Paste lines": self._lines.paste,
            "Save lines…": self._on_save,
            "Copy report": self._on_copy,
            "Print…": self._on_print,
            "PDF…": self._on_pdf,
        }
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._work_out)
        self._lay_out()
        self._head.changed.connect(self._work_out_soon)
        self._lines.changed.connect(self._work_out_soon)
        self._lines.replaced.connect(self._work_out)
        self._lines.said.connect(self.said)
        self._lines.rules_requested.connect(self.rules_requested)
        self._findings.chosen.connect(self._on_chosen)
        self._findings.reason_requested.connect(self._on_reason)
        self._findings.page_requested.connect(self.search_requested)
        self._work_out()

    @property
    def entries(self) -> ClaimEntries:
        """What is typed and chosen."""
        return self._head.entries(ClaimEntries(self._lines.lines))

    def open_(self) -> None:
        """Bring it to the front, ready to type."""
        self.show()
        self.activateWindow()
        self._lines.take_focus()

    def set_checks(self, checks: Checks) -> None:
        """Check against another library from now on."""
        self._checks = checks
        self._work_out()

    def offer_profiles(self, profiles: Sequence[PayerProfile]) -> None:
        """Offer the clinic's payers, and check again for the one that is chosen."""
        self._head.offer_profiles(profiles)
        self._work_out()

    def show_entries(self, entries: ClaimEntries) -> None:
        """Show another claim in the place of what is typed."""
        self._head.show_entries(entries)
        self._lines.show_lines(entries.lines)

    def add_lines(self, lines: Sequence[LineEntries]) -> None:
        """Put lines below those that are there."""
        self._lines.add_lines(lines)

    def save_lines(self, path: Path) -> None:
        """Save the lines with what was found; raises UserError where it cannot be written."""
        self._work_out()
        rows = paper.exported(self.entries, self._found)
        spreadsheet.write(path, paper.EXPORTED, rows, "Claim lines")
        self.said.emit(f"Saved {path.name}")

    def _work_out_soon(self) -> None:
        """At once; for a long claim, whose findings are many, when the keys rest for a moment."""
        if len(self._lines.lines) > _FEW:
            self._pause.start()
        else:
            self._work_out()

    def _work_out(self) -> None:
        self._pause.stop()
        entries = self.entries
        self._outcome = outcome = work_out(entries, self._checks.claim)
        self._found = shown(outcome, entries.lines)
        self._head.show_faults(
            {each.field: each.sentence for each in outcome.unread if each.row == OF_CLAIM}
        )
        marks: dict[tuple[int, str], tuple[str, str]] = {}
        for each in self._found:
            if each.row != OF_CLAIM and each.field in NAMES:
                marks.setdefault((each.row, each.field), (each.severity, each.message))
        self._lines.show_marks(marks)
        skipped = outcome.report.not_checked if outcome.report else ()
        self._findings.show_findings(self._found, skipped, checked=outcome.report is not None)

    def _on_chosen(self, row: int, field: str) -> None:
        if field != NEW_LINE and (row == OF_CLAIM or field not in NAMES):
            self._head.go_to(field)
        else:
            self._lines.go_to(row, field)

    def _on_reason(self, code: str) -> None:
        self._findings.show_explained(self._checks.explain(code) or _NOT_EXPLAINED)

    def _sheet(self) -> claim_sheet.ClaimSheet:
        self._work_out()
        skipped = self._outcome.report.not_checked if self._outcome.report else ()
        return paper.claim_sheet(self.entries, self._found, skipped)

    def _on_copy(self) -> None:
        self.copy_requested.emit(claim_sheet.text(self._sheet()), "the report")

    def _on_print(self) -> None:
        self.print_requested.emit(claim_sheet.html(self._sheet()))

    def _on_pdf(self) -> None:
        self.pdf_requested.emit(claim_sheet.html(self._sheet()), "claim-check.pdf")

    def _on_save(self) -> None:
        dialog = save_dialog(self, "Save lines", TABLES, "claim-lines.xlsx")
        dialog.filterSelected.connect(self._on_kind_selected)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_kind_selected(self, kind: str) -> None:
        dialog = self.sender()
        if isinstance(dialog, QFileDialog):
            dialog.setDefaultSuffix("csv" if "csv" in kind else "xlsx")

    def _on_file_selected(self, path: str) -> None:
        self.save_lines(Path(path))

    def _lay_out(self) -> None:
        top = FlowLayout(GRID)
        top.addWidget(label("Claim check", "title"))
        for text, slot in self._buttons.items():
            top.addWidget(push_button(text, slot))
        upper = ClaimArea()
        column = upper.column
        column.setSpacing(3 * GRID // 2)
        column.addLayout(top)
        column.addWidget(self._head)
        column.addWidget(self._lines, 1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(upper)
        split.addWidget(self._findings)
        split.setSizes(_HEIGHTS)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)
