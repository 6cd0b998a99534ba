"""Adding CMS files and taking them out: the tasks, their dialogs, and what comes after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from hcpcs_desktop.library.folders import SUFFIXES
from hcpcs_desktop.ui.dropped import refusal
from hcpcs_desktop.ui.notify import Notifier
from hcpcs_desktop.ui.session import Session
from hcpcs_desktop.ui.turns import Turns

if TYPE_CHECKING:
    from hcpcs_desktop.ui.dialogs.import_dialog import ImportDialog
    from hcpcs_desktop.ui.dialogs.preview_dialog import PreviewDialog
    from hcpcs_desktop.ui.tasks import ImportTask, Outcome

_FILTER = f"CMS files ({' '.join('*' + suffix for suffix in SUFFIXES)})"
_LONGEST_COMMAND = 30_000
"""Characters of all paths together; Windows starts no process with some more."""

_PAUSE_MS = 10
"""Between two steps of opening a new library, for keys that were pressed meanwhile."""

_TOO_MANY = "These are too many files for one step. Add them in parts."
_WAIT = "Files are being added already. Add these when that is done, or cancel it first."


class Importer(QObject):
    """Runs one process at a time; emits ``library_replaced`` when the library is a new one.

    ``looked`` comes after a look at files, ``ended`` after an import, both with the outcome.
    """

    library_replaced = Signal()
    looked = Signal(object)
    ended = Signal(object)

    def __init__(self, session: Session, notifier: Notifier, window: QWidget) -> None:
        """Import for this session, with dialogs over this window."""
        super().__init__(window)
        self._session = session
        self._notifier = notifier
        self._window = window
        self._task: ImportTask | None = None
        self._dialog: ImportDialog | None = None
        self._preview: PreviewDialog | None = None
        self._opening = Turns(self, _PAUSE_MS)

    @property
    def is_running(self) -> bool:
        """Whether a process runs."""
        return self._task is not None

    def ask(self) -> None:
        """Let the user choose files, then look at them."""
        files, _ = QFileDialog.getOpenFileNames(self._window, "Add CMS file", "", _FILTER)
        if files:
            self.offer(files)

    def take(self, paths: Sequence[str]) -> None:
        """Look at files that were dropped, and at those of folders; refuse what CMS never made."""
        sentence = refusal(paths)
        if sentence:
            self._notifier.tell(sentence, "caution")
        else:
            self.offer(list(dict.fromkeys(paths)))

    def offer(self, files: Sequence[str]) -> None:
        """Look at these files and folders and show what is in them; the user says what is added."""
        if self._task is not None:
            self._notifier.tell(_WAIT, "caution")
            return
        if _is_too_long(files):
            self._notifier.tell(_TOO_MANY, "caution")
            return
        from hcpcs_desktop.ui.dialogs.preview_dialog import PreviewDialog
        from hcpcs_desktop.ui.tasks import ImportTask

        self._task = ImportTask(self)
        self._preview = PreviewDialog(self._session.today.year, self._window)
        self._preview.cancel_requested.connect(self._task.cancel)
        self._preview.add_requested.connect(self.start)
        self._task.progressed.connect(self._preview.show_progress)
        self._task.finished.connect(self._on_looked)
        self._preview.open()
        self._task.start(self._session.preview_command([*files], str(self._task.report)))

    def start(self, files: Sequence[str]) -> None:
        """Import these files, each perhaps with its release."""
        from hcpcs_desktop.ui.dialogs.import_dialog import ImportDialog

        if _is_too_long(files):
            self._notifier.tell(_TOO_MANY, "caution")
            return
        names = [Path(each).name for each in files]
        if self._begin(ImportDialog(names, self._window)) and self._task is not None:
            self._task.start(self._session.import_command([*files], str(self._task.report)))

    def remove(self, source: str, file: str) -> None:
        """Take a source out, which came from a file of this name."""
        from hcpcs_desktop.ui.dialogs.import_dialog import ImportDialog

        dialog = ImportDialog([], self._window, f"Taking out {file}")
        if self._begin(dialog) and self._task is not None:
            self._task.start(self._session.remove_command(source, str(self._task.report)))

    def rebuild(self) -> None:
        """Make the library anew from the files that were kept."""
        self.start([])

    def use_again(self, library: str) -> None:
        """Use an earlier library, named by its file; raises UserError where that cannot be."""
        self._session.choose_library(library)
        self.library_replaced.emit()

    def stop(self) -> None:
        """End what runs, because the window closes."""
        self._opening.stop()
        if self._task is not None:
            self._task.stop()

    def _begin(self, dialog: ImportDialog) -> bool:
        """Open the dialog of a task; False while another one runs: nothing else is begun."""
        if self._task is not None:
            dialog.deleteLater()
            return False
        from hcpcs_desktop.ui.tasks import ImportTask

        self._task = ImportTask(self)
        self._dialog = dialog
        dialog.cancel_requested.connect(self._task.cancel)
        self._task.progressed.connect(dialog.show_progress)
        self._task.finished.connect(self._on_finished)
        dialog.show()  # not modal: the window can be used meanwhile
        return True

    def _on_looked(self, outcome: Outcome) -> None:
        self._forget_task()
        if self._preview is not None:
            self._preview.show_outcome(outcome)
            self._preview = None
        self.looked.emit(outcome)

    def _on_finished(self, outcome: Outcome) -> None:
        if outcome.answer:
            self._opening.begin(self._opened(outcome))
        else:
            self._end(outcome)

    def _opened(self, outcome: Outcome) -> Iterator[None]:
        """Make the new library ready in steps, so that keys are answered between; then show it."""
        try:
            yield from self._session.reopening()
            self.library_replaced.emit()
        except Exception:  # whatever it is: the import has ended, and its library is in use
            self._session.reopen()
            self._end(outcome)
            raise
        yield
        self._end(outcome)

    def _end(self, outcome: Outcome) -> None:
        self._forget_task()
        if self._dialog is not None:
            self._dialog.show_outcome(outcome)
            self._dialog = None
        self.ended.emit(outcome)

    def _forget_task(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
            self._task = None


def _is_too_long(files: Sequence[str]) -> bool:
    return sum(len(each) + len(' ""') for each in files) > _LONGEST_COMMAND
