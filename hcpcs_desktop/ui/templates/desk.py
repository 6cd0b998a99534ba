"""The clinic's templates in a window of their own; keeps in the notebook what is taken in."""

from pathlib import Path
from typing import TYPE_CHECKING

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui.desk import Desk, Place, Slots

if TYPE_CHECKING:
    from hcpcs_desktop.domain.clinic_template import ClinicTemplate
    from hcpcs_desktop.notebook.templates import Templates
    from hcpcs_desktop.ui.templates.window import TemplatesWindow

_FILES = "Checklist template (*.json *.toml)"
_NO_CODE = "Open a code first: its checklist is what the file begins with."


class TemplateDesk(Desk):
    """Opens the templates; the open code follows what is changed."""

    def __init__(self, place: Place) -> None:
        """Open them over the window of this place."""
        super().__init__(place)
        self._made: TemplatesWindow | None = None
        self._to_save: ClinicTemplate | None = None
        self._read: ClinicTemplate | None = None

    def slots(self) -> Slots:
        """What each command does."""
        return {"templates": self.open_templates}

    def open_templates(self) -> None:
        """The clinic's templates."""
        self._show()
        self._window().open_()

    @property
    def _kept(self) -> "Templates":
        return self.place.session.notebook.templates

    def _window(self) -> "TemplatesWindow":
        if self._made is None:
            from hcpcs_desktop.ui.templates.window import TemplatesWindow

            self._made = TemplatesWindow(self.place.window)
            self._made.import_requested.connect(self._on_import)
            self._made.begin_requested.connect(self._on_begin)
            self._made.export_requested.connect(self._on_export)
            self._made.remove_requested.connect(self._on_remove)
        return self._made

    def _show(self) -> None:
        self._window().show_templates(self._kept.all(), self.place.session.notebook_problem)

    def _on_import(self) -> None:
        from hcpcs_desktop.ui.save_dialog import open_dialog

        dialog = open_dialog(self._window(), "Take in a template", _FILES)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _on_file_chosen(self, path: str) -> None:
        """Take a file in at once, unless that would replace a template that is there."""
        from hcpcs_desktop.sources import template_file

        notifier = self._window().notifier
        try:
            self._read = template_file.read(Path(path))
        except UserError as error:
            notifier.tell(str(error), "bad")
            return
        name = self._read.template.id
        there = next((each for each in self._kept.all() if each.template.id == name), None)
        if there is None:
            self._take_in()
        else:
            sentence = f"{there.template.title} has the id {name} already. Replace it?"
            notifier.tell(sentence, "caution", "Replace", self._take_in)

    def _take_in(self) -> None:
        if self._read is not None:
            self._kept.take_in(self._read)
            self._changed(f"Taken in: {self._read.template.title}")

    def _on_begin(self) -> None:
        from hcpcs_desktop.output.shared_file import template_of

        page = self.place.page()
        if page is None:
            self._window().notifier.tell(_NO_CODE)
        else:
            self._ask_target(template_of(page.checklist))

    def _on_export(self, name: str) -> None:
        self._ask_target(next(each for each in self._kept.all() if each.template.id == name))

    def _ask_target(self, template: "ClinicTemplate") -> None:
        from hcpcs_desktop.ui.save_dialog import save_dialog

        self._to_save = template
        name = f"{template.template.id}.json"
        dialog = save_dialog(self._window(), "Save template", _FILES, name)
        dialog.fileSelected.connect(self._on_target_chosen)
        dialog.open()

    def _on_target_chosen(self, path: str) -> None:
        from hcpcs_desktop.output import shared_file

        if self._to_save is None:
            return
        try:
            shared_file.write_template(Path(path), self._to_save)
        except UserError as error:
            self._window().notifier.tell(str(error), "bad")
            return
        self.said.emit(f"Saved {Path(path).name}")

    def _on_remove(self, name: str) -> None:
        self._read = next(each for each in self._kept.all() if each.template.id == name)
        self._kept.remove(name)
        self._changed(f"{self._read.template.title} removed")
        sentence = f"{self._read.template.title} is removed."
        self._window().notifier.tell(sentence, action="Undo", answer=self._take_in)

    def _changed(self, said: str) -> None:
        self._show()
        self.page_changed.emit()
        self.said.emit(said)
