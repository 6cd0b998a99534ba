"""Poses of the tools about claims."""

from PySide6.QtWidgets import QDialog

from hcpcs_desktop.ui.claim.entries import ClaimEntries, LineEntries
from hcpcs_desktop.ui.claim.rules_window import RulesWindow
from hcpcs_desktop.ui.claim.window import ClaimWindow
from hcpcs_desktop.ui.grid.model import GridModel
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.units.desk import ToolWindow

from ..filling import fill, pick
from ..reading import button


def claim(window: MainWindow) -> QDialog:
    """A claim with findings of each kind, one of them with its source and a reason unfolded."""
    window.actions_by_name["claim_check"].trigger()
    dialog = window.findChildren(ClaimWindow)[0]
    lines = (
        LineEntries("J9043", "JZ", "38", "11", "C61", "38 mg", "60 mg"),
        LineEntries("96413", "", "1", "11", "C61"),
        LineEntries("E0260", "RR", "1", "12", "G82.20"),
        LineEntries("S9327", "", "abc", "22"),
    )
    dialog.show_entries(ClaimEntries(lines, "2025-11-20", setting="practitioner"))
    button(dialog, "Look up N823").click()
    return dialog


def rules(window: MainWindow) -> QDialog:
    window.actions_by_name["claim_rules"].trigger()
    return window.findChildren(RulesWindow)[0]


def per_diem_lines(window: MainWindow) -> QDialog:
    window.actions_by_name["tool_per_diem"].trigger()
    dialog = window.findChildren(ToolWindow)[-1]
    therapies = "S9338\t2025-10-20\t\t2025-11-05 to 2025-11-07\nS9325\t2025-10-28\t2025-11-12\n"
    dialog.findChildren(GridModel)[0].put(0, "code", therapies)
    return dialog


def rental(window: MainWindow) -> QDialog:
    window.actions_by_name["tool_rental"].trigger()
    dialog = window.findChildren(ToolWindow)[-1]
    fill(dialog, "Code", "E0260")
    fill(dialog, "First day of the rental", "2024-12-31")
    dialog.findChildren(GridModel)[0].put(0, "stopped", "2025-03-10\t2025-04-20")
    return dialog


def claim_begun(window: MainWindow) -> QDialog:
    window.actions_by_name["claim_check"].trigger()
    return window.findChildren(ClaimWindow)[0]


def claim_authorized(window: MainWindow) -> QDialog:
    """A claim that needs an authorization, in a small window."""
    dialog = claim(window)
    dialog.resize(1000, 660)
    pick(dialog, "Authorization", "Needed")
    fill(dialog, "Authorization number", "A-1047")
    fill(dialog, "Last day", "2025-06-30")
    return dialog
