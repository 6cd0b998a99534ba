"""The ticks of checklists: saved at once, cleared together, brought back."""

from PySide6.QtCore import QObject, Signal

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui.notify import Notifier
from hcpcs_desktop.ui.session import Notebook


class Ticks(QObject):
    """Emits ``saved``, ``failed`` (a sentence), and ``changed`` when they must be shown anew.

    ``refused`` (item id, whether it was to be ticked) is a tick that could not be saved.
    """

    saved = Signal()
    refused = Signal(str, bool)
    failed = Signal(str)
    changed = Signal()

    def __init__(self, notebook: Notebook, notifier: Notifier, parent: QObject) -> None:
        """Keep the ticks in this notebook; offer through the notifier to undo."""
        super().__init__(parent)
        self._notebook = notebook
        self._notifier = notifier
        self._cleared: tuple[str, frozenset[str]] = ("", frozenset())

    def set(self, code: str, item_id: str, ticked: bool) -> None:
        """Save one tick, or say that it was refused: a notebook in use may not even be read."""
        try:
            self._notebook.set_tick(code, item_id, ticked)
        except UserError as error:
            self.refused.emit(item_id, ticked)
            self.failed.emit(str(error))
        else:
            self.saved.emit()

    def clear(self, code: str) -> None:
        """Take all ticks of a code away."""
        self._cleared = (code, self._notebook.ticks(code))
        self._notebook.clear_ticks(code)
        self.changed.emit()
        self.saved.emit()
        sentence = f"The ticks of {code} are cleared."
        self._notifier.tell(sentence, action="Undo", answer=self._on_undo)

    def _on_undo(self) -> None:
        code, ticks = self._cleared
        for item_id in ticks:
            self._notebook.set_tick(code, item_id, True)
        self.changed.emit()
