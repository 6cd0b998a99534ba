"""Poses of what is about CMS files: imports, sources, what is new."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDialog

from hcpcs_desktop.ui.dialogs.import_dialog import ImportDialog
from hcpcs_desktop.ui.dialogs.preview_dialog import PreviewDialog
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.news.kinds_view import KindsView
from hcpcs_desktop.ui.news.window import NewsWindow
from hcpcs_desktop.ui.sources.window import SourcesWindow
from hcpcs_desktop.ui.tasks import Outcome, Progress

from ..library_facts import not_seen, seen
from .posing import shown


def running(window: MainWindow) -> QDialog:
    dialog = ImportDialog(["HCPC2020_JUL_ANWEB.zip"], window)
    dialog.show_progress(Progress("reading HCPC2020_JUL_ANWEB.zip", 2, 5))
    return shown(dialog)


def reported(window: MainWindow) -> QDialog:
    dialog = ImportDialog(["HCPC2020_JUL_ANWEB.zip"], window)
    source = {
        "release": "2020-07",
        "file": "HCPC2020_JUL_ANWEB.txt",
        "rows_stored": 6800,
        "skipped": 0,
        "warnings": ["line 4127: half a record, left out"],
    }
    held = {"codes": 6440, "modifiers": 360}
    dialog.show_outcome(Outcome(answer={"sources": [source], "library": held}))
    return shown(dialog)


def refused(window: MainWindow) -> QDialog:
    dialog = ImportDialog(["letter.zip"], window)
    dialog.show_outcome(
        Outcome(error="letter.zip holds no file of HCPCS codes. Nothing was changed.")
    )
    return shown(dialog)


def looked_at(window: MainWindow) -> QDialog:
    """What would be added: a file, one that does not tell its release, one that is refused."""
    dialog = PreviewDialog(2026, window)
    message = "anweb.xlsx does not tell which release it is. Its newest codes are of July 2020."
    refused = "letter.zip was not taken: no file that the app knows is in it."
    files = [
        seen("HCPC2020_OCT_ANWEB.zip"),
        not_seen("anweb.xlsx", "release_needed", message),
        not_seen("letter.zip", "refused", refused),
    ]
    dialog.show_outcome(Outcome(answer={"files": files, "others": 243}))
    return shown(dialog)


def news(kind: int) -> Callable[[MainWindow], QDialog]:
    """What is new, of the kind in this row of the list."""

    def pose(window: MainWindow) -> QDialog:
        window.actions_by_name["whats_new"].trigger()
        QApplication.processEvents()
        kinds = window.findChildren(KindsView)[0]
        kinds.setCurrentIndex(kinds.model().index(kind, 0))
        return window.findChildren(NewsWindow)[0]

    return pose


def listed_sources(window: MainWindow) -> QDialog:
    window.actions_by_name["sources"].trigger()
    return window.findChildren(SourcesWindow)[0]
