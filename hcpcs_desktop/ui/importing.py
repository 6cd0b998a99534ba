"""Adding CMS files: the task, the dialog over the window, and what comes after."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from hcpcs_desktop.ui.dialogs.import_dialog import ImportDialog
from hcpcs_desktop.ui.session import Session
from hcpcs_desktop.ui.tasks import ImportTask, Outcome

SUFFIXES = (".zip", ".txt", ".prn", ".xlsx", ".csv")
_FILTER = f"CMS files ({' '.join('*' + suffix for suffix in SUFFIXES)})"


def is_importable(path: str) -> bool:
    """Whether a file has one of the forms in which CMS publishes."""
    return Path(path).suffix.lower() in SUFFIXES


class Importer(QObject):
    """Runs one import at a time; emits ``library_replaced`` when the library is a new one."""

    library_replaced = Signal()
    ended = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        """Import for this session, with dialogs over this window."""
        super().__init__(window)
        self._session = session
        self._window = window
        self._task: ImportTask | None = None
        self._dialog: ImportDialog | None = None

    @property
    def is_running(self) -> bool:
        """Whether an import runs."""
        return self._task is not None

    def ask(self) -> None:
        """Let the user choose files, then import them."""
        files, _ = QFileDialog.getOpenFileNames(self._window, "Add CMS file", "", _FILTER)
        if files:
            self.start(files)

    def start(self, files: list[str]) -> None:
        """Import these files; while an import runs, nothing else is begun."""
        if self._task is not None:
            return
        self._task = ImportTask(self)
        self._dialog = ImportDialog([Path(each).name for each in files], self._window)
        self._dialog.cancel_requested.connect(self._task.cancel)
        self._task.progressed.connect(self._dialog.show_progress)
        self._task.finished.connect(self._on_finished)
        self._dialog.open()
        self._task.start(self._session.import_command(files, str(self._task.report)))

    def stop(self) -> None:
        """End a running import, because the window closes."""
        if self._task is not None:
            self._task.stop()

    def _on_finished(self, outcome: Outcome) -> None:
        if self._task is not None:
            self._task.deleteLater()
            self._task = None
        if outcome.answer:
            self._session.reopen()
            self.library_replaced.emit()
        if self._dialog is not None:
            self._dialog.show_outcome(outcome)
            self._dialog = None
        self.ended.emit(outcome)
