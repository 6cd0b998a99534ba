"""Before the window closes: what would be lost is saved, or the user lets it go."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from hcpcs_desktop.ui.desk import Desk
from hcpcs_desktop.ui.importing import Importer

_RUNS = "Files are being added. Quitting stops that, and the library stays as it is."


def may_leave(
    desks: Iterable[Desk], importer: Importer, window: QWidget, again: Callable[[], object]
) -> bool:
    """Whether nothing would be lost; else the user is asked, over this window.

    ``again`` is called where the answer is to save, or to go without.
    """
    for desk in desks:
        if sentence := desk.unsaved():
            _ask_to_save(desk, sentence, window, again)
            return False
    if importer.is_running:
        _ask_to_stop(importer, window, again)
        return False
    return True


def _ask_to_save(desk: Desk, sentence: str, window: QWidget, again: Callable[[], object]) -> None:
    from hcpcs_desktop.ui.dialogs.quitting import QuitDialog

    def save() -> None:
        if desk.save():
            again()

    def discard() -> None:
        desk.discard()
        again()

    dialog = QuitDialog("Not saved yet", sentence, window, can_save=True)
    dialog.save_requested.connect(save)
    dialog.quit_requested.connect(discard)
    dialog.open()


def _ask_to_stop(importer: Importer, window: QWidget, again: Callable[[], object]) -> None:
    from hcpcs_desktop.ui.dialogs.quitting import QuitDialog

    def stop() -> None:
        importer.stop()
        again()

    dialog = QuitDialog("An import is running", _RUNS, window, can_save=False)
    dialog.quit_requested.connect(stop)
    importer.ended.connect(dialog.reject)  # nothing is left to ask
    dialog.open()
