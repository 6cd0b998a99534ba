"""The clinic's payers in a window of their own; keeps in the notebook what is done there."""

from pathlib import Path
from typing import TYPE_CHECKING

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui.desk import Desk, Place, Slots

if TYPE_CHECKING:
    from hcpcs_desktop.domain.payer_profile import PayerProfile
    from hcpcs_desktop.ui.payers.window import PayersWindow

_FILES = "Payer profiles (*.json *.toml)"


class PayerDesk(Desk):
    """Opens the payers; the open code follows what is changed."""

    def __init__(self, place: Place) -> None:
        """Open them over the window of this place."""
        super().__init__(place)
        self._made: PayersWindow | None = None
        self._read: tuple[PayerProfile, ...] = ()

    def slots(self) -> Slots:
        """What each command does."""
        return {"payers": self.open_payers}

    def open_payers(self) -> None:
        """The payers of the clinic; what was typed there stays."""
        if self._made is None:
            self._window()
            self._show(self.place.memory.profile)
        self._window().open_()

    def unsaved(self) -> str:
        """The profile that is being changed."""
        return self._made.unsaved if self._made is not None else ""

    def save(self) -> bool:
        """Save it, or show what is wrong with it."""
        window = self._window()
        window.save()
        if window.unsaved:
            window.open_()
        return not window.unsaved

    def discard(self) -> None:
        """Take its changes back."""
        self._window().discard()

    def _window(self) -> "PayersWindow":
        if self._made is None:
            from hcpcs_desktop.ui.payers.window import PayersWindow

            self._made = PayersWindow(self.place.window)
            self._made.save_requested.connect(self._on_save)
            self._made.remove_requested.connect(self._on_remove)
            self._made.import_requested.connect(self._on_import)
            self._made.export_requested.connect(self._on_export)
        return self._made

    def _show(self, chosen: str = "") -> None:
        session = self.place.session
        self._window().show_profiles(
            session.notebook.profiles.all(), chosen, session.notebook_problem
        )

    def _on_save(self, profile: "PayerProfile", was: str) -> None:
        window, place = self._window(), self.place
        try:
            saved = place.session.notebook.profiles.save(profile, was)
        except UserError as error:
            if error.field is None:
                window.notifier.tell(str(error), "bad")
            else:
                window.show_fault(error.field, str(error))
            return
        if was and place.memory.profile == was:
            place.memory.save("profile", saved.name)
        self._changed(saved.name, f"{saved.name} saved")

    def _on_remove(self, name: str) -> None:
        profiles = self.place.session.notebook.profiles
        removed = profiles.named(name)
        profiles.remove(name)
        self._changed("", f"{name} removed")
        if removed is not None:
            self._read = (removed,)
            sentence = f"{name} is removed."
            self._window().notifier.tell(sentence, action="Undo", answer=self._take_in)

    def _on_import(self) -> None:
        from hcpcs_desktop.ui.save_dialog import open_dialog

        dialog = open_dialog(self._window(), "Take in payer profiles", _FILES)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _on_file_chosen(self, path: str) -> None:
        """Take a file in at once, unless that would replace a payer that is there."""
        from hcpcs_desktop.sources import profile_file

        window = self._window()
        try:
            self._read = profile_file.read(Path(path))
        except UserError as error:
            window.notifier.tell(str(error), "bad")
            return
        held = self.place.session.notebook.profiles
        there = [each.name for each in self._read if held.named(each.name)]
        if there:
            sentence = f"Already there: {', '.join(there)}. Take the file in and replace them?"
            window.notifier.tell(sentence, "caution", "Replace", self._take_in)
        else:
            self._take_in()

    def _take_in(self) -> None:
        self.place.session.notebook.profiles.take_in(self._read)
        names = ", ".join(each.name for each in self._read)
        self._changed(self._read[0].name, f"Taken in: {names}")

    def _on_export(self) -> None:
        from hcpcs_desktop.ui.save_dialog import save_dialog

        dialog = save_dialog(self._window(), "Save payer profiles", _FILES, "payers.json")
        dialog.fileSelected.connect(self._on_target_chosen)
        dialog.open()

    def _on_target_chosen(self, path: str) -> None:
        from hcpcs_desktop.output import shared_file

        try:
            shared_file.write_profiles(Path(path), self.place.session.notebook.profiles.all())
        except UserError as error:
            self._window().notifier.tell(str(error), "bad")
            return
        self.said.emit(f"Saved {Path(path).name}")

    def _changed(self, chosen: str, said: str) -> None:
        self._show(chosen)
        self.page_changed.emit()
        self.said.emit(said)
