"""Poses of the rooms of guidance, for the screenshots: worksheets, payers, templates."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPushButton

from hcpcs_desktop.domain.checklist import Item, Template
from hcpcs_desktop.domain.clinic_template import ClinicTemplate, checked
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.ui.dialogs.quitting import QuitDialog
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.payers.window import PayersWindow
from hcpcs_desktop.ui.session import Session
from hcpcs_desktop.ui.templates.window import TemplatesWindow
from hcpcs_desktop.ui.theme import Mode
from hcpcs_desktop.ui.worksheets.window import WorksheetsWindow

from ..reading import button

_PATIENCE = 400
"""Milliseconds in which a long list is filled."""

BLUE = PayerProfile(
    "Blue Plan of Ohio",
    jw_jz="wanted",
    ndc_required=True,
    ndc_qualifiers=("ML", "UN"),
    one_line_per_ndc=True,
    takes_s_codes=True,
    authorization_codes=("J9000-J9999", "J1745"),
    sourcing="Acme specialty pharmacy, or buy and bill",
    reauthorization_every="6 months",
    reauthorization_evidence="imaging, tumor markers",
    appeal_within="180 days",
    notes="Authorizations by the portal; ask for the oncology desk.",
)
STATE = PayerProfile("State Medicaid", "medicaid", ndc_required=True, one_line_per_ndc=True)
SUITE = checked(
    ClinicTemplate(
        Template(
            id="our-suite",
            order=1_000,
            title="Our infusion suite",
            codes=(),
            traits=("infused_drug",),
            items=(
                Item(
                    "our-chair",
                    "Chair and nurse of the suite written down",
                    "The schedule is asked for in audits.",
                    "",
                    ("252",),
                ),
            ),
        ),
        leave_out=("drug-340b",),
    )
)


def session_of(window: MainWindow) -> Session:
    """The session of a window."""
    return window._session


def prepare(window: MainWindow) -> None:
    """A clinic with two payers and a template, and J9043 open for the first of them."""
    session = session_of(window)
    for profile in (BLUE, STATE):
        session.notebook.profiles.save(profile)
    session.notebook.templates.take_in(SUITE)
    session.notebook.set_setting("profile", BLUE.name)
    session.notebook.set_setting("setting", "outpatient_hospital")
    window.show_code("J9043")
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    QTest.qWait(_PATIENCE)


def checklist_of_a_clinic(window: MainWindow) -> None:
    """The checklist for a payer of the clinic."""
    prepare(window)


def _worksheet(window: MainWindow) -> WorksheetsWindow:
    window.actions_by_name["start_worksheet"].trigger()
    return window.findChildren(WorksheetsWindow)[0]


def worksheets(window: MainWindow) -> QDialog:
    """Three worksheets, one of them with ticks, notes and what is not applicable."""
    prepare(window)
    for code, label in (("S9327", "Visit 4690"), ("J9171", "Visit 4708, docetaxel")):
        window.show_code(code)
        dialog = _worksheet(window)
        _name(dialog, label)
        _boxes(dialog)[0].click()
    window.show_code("J9043")
    dialog = _worksheet(window)
    _name(dialog, "Visit 4711, cycle 3")
    for box in _boxes(dialog)[:5]:
        box.click()
    outs = [each for each in dialog.findChildren(QPushButton) if each.text() == "Not applicable"]
    outs[6].click()
    noted = button(dialog, f"Note on: {_boxes(dialog)[2].accessibleName()}")
    noted.click()
    QTest.keyClicks(dialog.focusWidget(), "Letter of the referring clinic asked for on Tuesday")
    return dialog


def worksheet_with_a_hint(window: MainWindow) -> QDialog:
    """A label that looks like patient data, and the question before deleting."""
    prepare(window)
    dialog = _worksheet(window)
    _name(dialog, "DOB 1/2/1948")
    button(dialog, "Delete").click()
    return dialog


def payers(window: MainWindow) -> QDialog:
    """The payers of a clinic."""
    prepare(window)
    window.actions_by_name["payers"].trigger()
    return window.findChildren(PayersWindow)[0]


def payers_begun(window: MainWindow) -> QDialog:
    """No payer yet."""
    window.actions_by_name["payers"].trigger()
    return window.findChildren(PayersWindow)[0]


def unsaved(window: MainWindow) -> QDialog:
    """A profile that is typed, and the question when the program is quit."""
    dialog = payers(window)
    line = next(e for e in dialog.findChildren(QLineEdit) if e.accessibleName() == "Appeal within")
    QTest.keyClicks(line, ", by mail")
    window.actions_by_name["quit"].trigger()
    return window.findChildren(QuitDialog)[0]


def templates(window: MainWindow) -> QDialog:
    """A template of the clinic."""
    prepare(window)
    window.actions_by_name["templates"].trigger()
    return window.findChildren(TemplatesWindow)[0]


def _name(dialog: QDialog, text: str) -> None:
    line = next(e for e in dialog.findChildren(QLineEdit) if e.accessibleName() == "Label")
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def _boxes(dialog: QDialog) -> list[QCheckBox]:
    """The boxes of a worksheet, once all of them are there."""
    QTest.qWait(_PATIENCE)
    return [each for each in dialog.findChildren(QCheckBox) if each.isVisibleTo(dialog)]


def typed(text: str) -> Callable[[MainWindow], None]:
    """What a remittance says, typed into the search."""

    def pose(window: MainWindow) -> None:
        window.search_for(text)
        QTest.qWait(400)

    return pose


class Studio(Protocol):
    """What takes pictures of a window that poses."""

    def take(
        self,
        name: str,
        pose: Callable[[MainWindow], QDialog | None],
        mode: Mode = "light",
        size: tuple[int, int] = ...,
    ) -> None:
        """Take one."""


def draw(studio: Studio, small: tuple[int, int]) -> None:
    """Take the pictures of all rooms of guidance."""
    studio.take("checklist-of-a-clinic", checklist_of_a_clinic)
    studio.take("worksheets", worksheets)
    studio.take("worksheets-dark", worksheets, "dark")
    studio.take("worksheets-small", worksheet_with_a_hint, size=small)
    studio.take("payers", payers)
    studio.take("payers-dark", payers, "dark")
    studio.take("payers-small", payers_begun, size=small)
    studio.take("unsaved", unsaved)
    studio.take("unsaved-dark", unsaved, "dark")
    studio.take("templates", templates)
    studio.take("denial", typed("CO-197"))
    studio.take("denial-dark", typed("CO-197"), "dark")
    studio.take("no-denial", typed("PR-1"))
    studio.take("place", typed("assisted living"))
    studio.take("remarks-small", typed("co16, ma130"), size=small)
