"""What the window What's new compares, and which of the changes it shows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hcpcs_desktop.domain.change_choice import MODIFIERS, Choice, sections_of
from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.domain.release_diff import Change, ChangeKind
from hcpcs_desktop.ui.forms import add_input, choice, choose
from hcpcs_desktop.ui.news.kinds_model import KindsModel
from hcpcs_desktop.ui.news.kinds_view import KindsView
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label


class Filters(QWidget):
    """Emits ``releases_chosen`` when others are to be compared, ``changed`` for other filters."""

    releases_chosen = Signal()
    changed = Signal()

    def __init__(
        self, releases: Sequence[str], own: frozenset[str], parent: QWidget | None = None
    ) -> None:
        """Offer these releases, newest first; ``own`` are favourites and recent codes."""
        super().__init__(parent)
        self._own = own
        self._old, self._new = choice([]), choice([])
        self._section = choice([("All sections", "")])
        self._mine = QCheckBox("  My favourites and recent codes")
        self._kinds = KindsModel(self)
        self._view = KindsView(self._kinds)
        self.offer_releases(releases)
        self._lay_out()
        for box in (self._old, self._new):
            box.currentIndexChanged.connect(self.releases_chosen)
        self._section.currentIndexChanged.connect(self.changed)
        self._mine.toggled.connect(self.changed)
        self._view.selectionModel().currentChanged.connect(self.changed)

    @property
    def releases(self) -> tuple[str, str]:
        """The older and the newer release, in whichever order they were chosen."""
        old, new = sorted((str(self._old.currentData()), str(self._new.currentData())))
        return old, new

    @property
    def choice(self) -> Choice:
        """Which changes are wanted."""
        return Choice(self._kind, str(self._section.currentData()), self._codes)

    @property
    def without_kind(self) -> Choice:
        """The same for all kinds, for the counts."""
        return Choice(None, str(self._section.currentData()), self._codes)

    def offer_releases(self, releases: Sequence[str]) -> None:
        """Offer these releases; the two chosen stay where both are there, else the last two."""
        newest_first = sorted(releases, reverse=True)
        before = self.releases
        for box in (self._old, self._new):
            box.blockSignals(True)
            box.clear()
            for each in newest_first:
                box.addItem(name_of(each), each)
            box.blockSignals(False)
        stays = set(before) <= set(releases)
        self.choose_releases(*(before if stays else sorted(newest_first[:2])))

    def choose_releases(self, old: str, new: str) -> None:
        """Show these two as the chosen ones, without asking for their comparison."""
        choose(self._old, old)
        choose(self._new, new)

    def words(self) -> str:
        """What is shown, in words: ``Added, J codes``."""
        parts = [str(self._view.currentIndex().data())]
        if self._section.currentData():
            parts.append(self._section.currentText())
        if self._mine.isChecked():
            parts.append("my favourites and recent codes")
        return ", ".join(parts)

    def offer_sections(self, changes: Sequence[Change]) -> None:
        """Offer the sections in which something changed; the chosen one stays where it can."""
        before = self._section.currentData()
        self._section.blockSignals(True)
        self._section.clear()
        self._section.addItem("All sections", "")
        for section in sections_of(change.code for change in changes):
            text = "Modifiers" if section == MODIFIERS else f"{section} codes"
            self._section.addItem(text, section)
        choose(self._section, before)
        self._section.blockSignals(False)

    def show_counts(
        self, total: int, counts: dict[ChangeKind, int], untold: Sequence[ChangeKind]
    ) -> None:
        """Show how many codes have each kind of change, of which nothing is known of ``untold``."""
        self._kinds.set_counts(total, counts, untold)

    @property
    def _kind(self) -> ChangeKind | None:
        return self._kinds.kind(max(self._view.currentIndex().row(), 0))

    @property
    def _codes(self) -> frozenset[str] | None:
        return self._own if self._mine.isChecked() else None

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        add_input(column, "From", self._old)
        add_input(column, "To", self._new)
        column.addSpacing(GRID)
        column.addWidget(label("Kind of change", "muted"))
        column.addWidget(self._view)
        column.addSpacing(GRID)
        add_input(column, "Section", self._section)
        column.addSpacing(GRID)
        column.addWidget(self._mine)
        column.addStretch(1)
