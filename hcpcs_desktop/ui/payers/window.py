"""The payers of the clinic: their names at the left, the profile of one at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.output.wording import PAYER_WORDS
from hcpcs_desktop.ui.buttons import push_button
from hcpcs_desktop.ui.first_size import first_size
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.notify import Banner, Notifier
from hcpcs_desktop.ui.pane_area import SIDE, PaneArea
from hcpcs_desktop.ui.payers.form import PayerForm
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.rows_model import RowsModel
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.table import Table
from hcpcs_desktop.ui.text import label, line
from hcpcs_desktop.ui.two_sides import below_each_other, two_sides

_SIZE = (132 * GRID, 92 * GRID)
_WIDTHS = (46 * GRID, 86 * GRID)
_WHAT = (
    "There is no public table of payers’ rules. What stands in your contracts goes here: the "
    "checklists, the unit calculation and the claim check then follow it. What you leave open "
    "stays as it is usual for the kind of payer."
)
_NONE = "No payer yet. Press New, or take in a file that another clinic shares."


class PayersWindow(ReadingOrder, QDialog):
    """Emits ``save_requested`` (profile, the name it had), ``remove_requested`` (name).

    ``import_requested`` and ``export_requested`` are for files of profiles.
    """

    save_requested = Signal(object, str)
    remove_requested = Signal(str)
    import_requested = Signal()
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self.setWindowTitle("Payers of the clinic")
        self.resize(first_size(_SIZE, parent))
        self._profiles: tuple[PayerProfile, ...] = ()
        self._was = ""
        self._banner = Banner()
        self.notifier = Notifier(self._banner)
        self._model = RowsModel(("Payer", "Kind"), self)
        self._table = Table(self._model, "Payers", "Enter goes to the profile of one")
        self._none = label(_NONE, "muted", wrap=True)
        self._form = PayerForm()
        self._area = PaneArea()
        self._faulty: QWidget | None = None
        self._new = push_button("New", self._on_new)
        self._import = push_button("Take in file…", self.import_requested.emit)
        self._export = push_button("Save as file…", self.export_requested.emit)
        self._remove = push_button("Remove", self._on_remove)
        self._undo = push_button("Undo changes", self._on_undo)
        self._save = push_button("Save", self._on_save, "primary")
        self._lay_out()
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self._table.row_opened.connect(self._form.take_focus)
        self._form.changed.connect(self._on_changed)

    def open_(self) -> None:
        """Bring it to the front."""
        self.show()
        self.activateWindow()

    @property
    def unsaved(self) -> str:
        """What is typed and not saved, in a sentence; empty where nothing is."""
        if not self._save.isEnabled():
            return ""
        name = self._was or self._form.profile.name.strip() or "a new payer"
        return f"The profile of {name} has changes that are not saved."

    def save(self) -> None:
        """Ask for what is typed to be saved."""
        self._on_save()

    def discard(self) -> None:
        """Show what is saved in the place of what is typed."""
        self._on_undo()

    def show_profiles(
        self, profiles: Sequence[PayerProfile], chosen: str = "", read_only: str = ""
    ) -> None:
        """Show these payers; ``chosen`` is selected, and ``read_only`` says why none can change."""
        self._profiles = tuple(profiles)
        self._table.selectionModel().blockSignals(True)
        self._model.set_rows([(each.name, PAYER_WORDS[each.payer]) for each in profiles])
        self._table.selectionModel().blockSignals(False)
        self._none.setVisible(not profiles)
        self._table.setVisible(bool(profiles))
        names = [each.name for each in profiles]
        if names:
            row = names.index(chosen) if chosen in names else 0
            self._table.setCurrentIndex(self._model.index(row, 0))
            self._show(self._profiles[row])
        else:
            self._show(PayerProfile(""))
        if read_only:
            self.notifier.tell(read_only, "caution")
            for each in (self._form, self._new, self._import, self._remove):
                each.setEnabled(False)

    def show_fault(self, field: str, fault: str) -> None:
        """Say beside a field why the profile is not saved."""
        self._form.show_fault(field, fault)
        if fault:
            self._faulty = self._form.place_of(field)
            QTimer.singleShot(0, self, self._reveal)  # when the words have taken their room

    def _reveal(self) -> None:
        if self._faulty is not None:
            self._area.ensureWidgetVisible(self._faulty)

    def _show(self, shown: PayerProfile) -> None:
        self._was = shown.name
        self._form.show_profile(shown)
        self._offer(changed=False)

    def _offer(self, *, changed: bool) -> None:
        """What is typed is saved or undone before anything else is done."""
        for each in (self._table, self._new, self._import):
            each.setEnabled(not changed)
        self._export.setEnabled(not changed and bool(self._profiles))
        self._remove.setEnabled(not changed and bool(self._was))
        self._undo.setEnabled(changed)
        self._save.setEnabled(changed)

    def _on_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self._show(self._profiles[index.row()])

    def _on_changed(self) -> None:
        self._offer(changed=True)

    def _on_new(self) -> None:
        self._table.clearSelection()
        self._show(PayerProfile(""))
        self._undo.setEnabled(bool(self._profiles))
        self._form.take_focus()

    def _on_save(self) -> None:
        self.save_requested.emit(self._form.profile, self._was)

    def _on_undo(self) -> None:
        self.show_profiles(self._profiles, self._was)

    def _on_remove(self) -> None:
        self.remove_requested.emit(self._was)

    def _lay_out(self) -> None:
        self._table.fit_columns(("A payer of usual length", "Medicare Advantage"))
        self._table.stretch(0)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name_input(self._area, "Payer profile")
        self._area.column.addWidget(label(_WHAT, "muted", wrap=True))
        self._area.column.addSpacing(2 * GRID)
        self._area.column.addWidget(self._form)
        self._area.column.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(2 * GRID, 2 * GRID, 0, 3 * GRID // 2)
        column.setSpacing(GRID)
        column.addWidget(label("Payers of the clinic", "title"))
        column.addWidget(self._none)
        column.addWidget(self._table, 1)
        column.addStretch(0)
        deeds = FlowLayout(GRID)
        deeds.setContentsMargins(0, 0, 2 * GRID, 0)
        for each in (self._new, self._import, self._export):
            deeds.addWidget(each)
        column.addLayout(deeds)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.setContentsMargins(SIDE, GRID, SIDE, 3 * GRID // 2)
        foot.addWidget(self._remove)
        foot.addStretch(1)
        for each in (self._undo, self._save):
            foot.addWidget(each)
        right = QWidget()
        rows = QVBoxLayout(right)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._area, 1)
        rows.addWidget(line())
        rows.addLayout(foot)
        below_each_other(self, self._banner, two_sides(self, left, right, _WIDTHS))
