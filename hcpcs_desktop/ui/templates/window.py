"""The clinic's own checklist templates: what they are for, and the files they are shared by."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.domain.clinic_template import ClinicTemplate
from hcpcs_desktop.ui.buttons import push_button
from hcpcs_desktop.ui.first_size import first_size
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.notify import Banner, Notifier
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.rows_model import RowsModel
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.table import Table
from hcpcs_desktop.ui.text import label

_SIZE = (108 * GRID, 68 * GRID)
_WHAT = (
    "A clinic’s template is a file, TOML or JSON, with items of its own; they show as yours. An "
    "item with the id of one of the program’s stands in its place, and leave_out names those to "
    "drop. To begin, save the checklist of the open code as a file, change it in a text editor, "
    "and take it in."
)
_NONE = "No template of your own yet."


class TemplatesWindow(ReadingOrder, QDialog):
    """Emits ``import_requested``, ``begin_requested`` (a file of the open checklist).

    ``export_requested`` and ``remove_requested`` have the id of a template.
    """

    import_requested = Signal()
    begin_requested = Signal()
    export_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self.setWindowTitle("Checklist templates")
        self.resize(first_size(_SIZE, parent))
        self._templates: tuple[ClinicTemplate, ...] = ()
        self._banner = Banner()
        self.notifier = Notifier(self._banner)
        self._model = RowsModel(("Template", "For", "Items", "Leaves out"), self)
        self._table = Table(self._model, "Templates", "The clinic's own checklist templates")
        self._none = label(_NONE, "muted", wrap=True)
        self._import = push_button("Take in file…", self.import_requested.emit, "primary")
        self._begin = push_button("Save open checklist as file…", self.begin_requested.emit)
        self._export = push_button("Save as file…", self._on_export)
        self._remove = push_button("Remove", self._on_remove)
        self._lay_out()

    def open_(self) -> None:
        """Bring it to the front."""
        self.show()
        self.activateWindow()

    def show_templates(self, templates: Sequence[ClinicTemplate], read_only: str = "") -> None:
        """Show these; ``read_only`` says why none can be taken in or removed."""
        self._templates = tuple(templates)
        self._model.set_rows([_cells(each) for each in templates])
        self._none.setVisible(not templates)
        self._table.setVisible(bool(templates))
        if templates:
            self._table.setCurrentIndex(self._model.index(0, 0))
        self._export.setEnabled(bool(templates))
        self._remove.setEnabled(bool(templates) and not read_only)
        self._import.setEnabled(not read_only)
        if read_only:
            self.notifier.tell(read_only, "caution")

    def _chosen(self) -> str:
        row = self._table.currentIndex().row()
        return self._templates[row].template.id if row >= 0 else ""

    def _on_export(self) -> None:
        if self._chosen():
            self.export_requested.emit(self._chosen())

    def _on_remove(self) -> None:
        if self._chosen():
            self.remove_requested.emit(self._chosen())

    def _lay_out(self) -> None:
        self._table.fit_columns(
            ("A template of usual length", "", "100", "an-item-of-usual-length")
        )
        self._table.stretch(1)
        head = FlowLayout(GRID)
        head.addWidget(label("Checklist templates", "title"))
        head.addWidget(self._begin)
        head.addWidget(self._import)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addStretch(1)
        below.addWidget(self._export)
        below.addWidget(self._remove)
        inner = QVBoxLayout()
        inner.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        inner.setSpacing(GRID)
        inner.addLayout(head)
        inner.addWidget(label(_WHAT, "muted", wrap=True))
        inner.addWidget(self._none)
        inner.addWidget(self._table, 1)
        inner.addStretch(0)
        inner.addLayout(below)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._banner)
        outer.addLayout(inner, 1)


def _cells(each: ClinicTemplate) -> tuple[str, str, str, str]:
    template = each.template
    meant = ", ".join((*template.codes, *(trait.replace("_", " ") for trait in template.traits)))
    return template.title, meant, str(len(template.items)), ", ".join(each.leave_out)
