"""What holds for the whole claim: payer, setting, date of service, authorization."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hcpcs_desktop.domain.checklist import SETTINGS
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.output.wording import SETTING_WORDS
from hcpcs_desktop.ui.claim.entries import AuthorizationEntries, ClaimEntries
from hcpcs_desktop.ui.fitted import Fitted
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.forms import choice, choose
from hcpcs_desktop.ui.payer_box import PayerBox
from hcpcs_desktop.ui.scale import GRID, ratio_of
from hcpcs_desktop.ui.units.field import Field, text_input

_DATE = "2026-11-20"
_SETTINGS = (("Not told", None), *((SETTING_WORDS[each], each) for each in SETTINGS))
_AUTHORIZATIONS = (("Not needed", False), ("Needed", True))
_WIDTHS = {"payer": 24, "setting": 27, "dos": 17, "needed": 17}
_OWN_WIDTHS = {"number": 24, "start": 17, "end": 17, "authorized_units": 12, "codes": 26}


class ClaimHead(Fitted):
    """Emits ``changed`` with each keystroke."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._payer = PayerBox()
        self._setting = choice(_SETTINGS)
        self._needed = choice(_AUTHORIZATIONS)
        self._texts = {
            "dos": text_input(_DATE),
            "number": text_input("as the payer gave it"),
            "start": text_input(_DATE),
            "end": text_input(_DATE),
            "authorized_units": text_input("such as 120"),
            "codes": text_input("such as J9305, or none for all"),
        }
        self._fields = {
            "payer": Field("Payer", self._payer),
            "setting": Field("Setting", self._setting),
            "dos": Field("Date of service", self._texts["dos"]),
            "needed": Field("Authorization", self._needed),
            "number": Field("Authorization number", self._texts["number"]),
            "start": Field("First day", self._texts["start"]),
            "end": Field("Last day", self._texts["end"]),
            "authorized_units": Field("Units", self._texts["authorized_units"]),
            "codes": Field("Codes", self._texts["codes"]),
        }
        self._own = QWidget()
        self._lay_out()
        self._own.hide()
        self._connect()

    def entries(self, lines: ClaimEntries) -> ClaimEntries:
        """The claim with what is typed and chosen here, and the lines of another."""
        texts = {name: each.text() for name, each in self._texts.items()}
        return ClaimEntries(
            lines=lines.lines,
            dos=texts["dos"],
            payer=self._payer.payer,
            profile=self._payer.profile,
            setting=self._setting.currentData(),
            authorization=AuthorizationEntries(
                needed=self._needed.currentData(),
                number=texts["number"],
                start=texts["start"],
                end=texts["end"],
                units=texts["authorized_units"],
                codes=texts["codes"],
            ),
        )

    def offer_profiles(self, profiles: Sequence[PayerProfile]) -> None:
        """Offer the clinic's payers below the kinds of payer; the choice stays where it can."""
        self._payer.offer(profiles)

    def show_entries(self, entries: ClaimEntries) -> None:
        """Show these entries; nothing is emitted."""
        profile = entries.profile.name if entries.profile else ""
        self._payer.choose(entries.payer, profile)
        choose(self._setting, entries.setting)
        choose(self._needed, entries.authorization.needed)
        authorization = entries.authorization
        _fill(self._texts["dos"], entries.dos)
        for name in ("number", "start", "end", "codes"):
            _fill(self._texts[name], getattr(authorization, name))
        _fill(self._texts["authorized_units"], authorization.units)
        self._own.setVisible(authorization.needed)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say beside the fields what cannot be read."""
        for name, each in self._fields.items():
            each.show_fault(faults.get(name, ""))

    def go_to(self, name: str) -> None:
        """Put the focus on a field."""
        text = self._texts.get(name)
        if text is not None and text.isVisibleTo(self):
            text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._needed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_needed(self) -> None:
        self._own.setVisible(self._needed.currentData())
        self.changed.emit()

    def _connect(self) -> None:
        for text in self._texts.values():
            text.textChanged.connect(self.changed)
        self._payer.currentIndexChanged.connect(self.changed)
        self._setting.currentIndexChanged.connect(self.changed)
        self._needed.currentIndexChanged.connect(self._on_needed)

    def _fit(self) -> None:
        """The fields of an authorization stand in one line where they can."""
        for name, width in _OWN_WIDTHS.items():
            self._fields[name].setFixedWidth(round(width * GRID * ratio_of(self.font())))

    def _lay_out(self) -> None:
        self._own.setLayout(_row([(self._fields[name], n) for name, n in _OWN_WIDTHS.items()]))
        first = _row([(self._fields[name], width) for name, width in _WIDTHS.items()])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(first)
        column.addWidget(self._own)


def _row(fields: list[tuple[Field, int]]) -> FlowLayout:
    """Side by side; large text takes several lines."""
    row = FlowLayout(2 * GRID)
    for field, width in fields:
        field.setMinimumWidth(width * GRID)
        row.addWidget(field)
    return row


def _fill(line: QLineEdit, text: str) -> None:
    line.blockSignals(True)
    line.setText(text)
    line.blockSignals(False)
