"""The worksheets in a window of their own; keeps in the notebook what is done there."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui.desk import Desk, Place, Slots

if TYPE_CHECKING:
    from hcpcs_desktop.domain.page import CodePage
    from hcpcs_desktop.domain.worksheet import Drift, State, Worksheet
    from hcpcs_desktop.notebook.worksheets import Worksheets
    from hcpcs_desktop.output.paper import Paper
    from hcpcs_desktop.ui.worksheets.window import WorksheetsWindow

_KINDS = "Text (*.txt);;Excel workbook (*.xlsx)"
_NO_CODE = "Open a code first: a worksheet is made of the checklist of a code."


class WorksheetDesk(Desk):
    """Opens the worksheets, and begins one of the checklist that is open."""

    def __init__(self, place: Place) -> None:
        """Open them over the window of this place."""
        super().__init__(place)
        self._made: WorksheetsWindow | None = None
        self._to_save = ""
        place.importer.library_replaced.connect(self._on_library_replaced)

    def slots(self) -> Slots:
        """What each command does."""
        return {"worksheets": self.open_worksheets, "start_worksheet": self.start}

    @property
    def _kept(self) -> "Worksheets":
        return self.place.session.notebook.worksheets

    def open_worksheets(self) -> None:
        """Those at work, the one changed last at the right."""
        window = self._window()
        self._list(archived=window.shows_archived, chosen=window.shown_id)
        window.open_()

    def start(self) -> None:
        """A worksheet of the checklist that is open, with the ticks that it has."""
        from hcpcs_desktop.domain.worksheet import begin
        from hcpcs_desktop.output import wording

        page = self.place.page()
        if page is None:
            self.place.notifier.tell(_NO_CODE)
            return
        ticks = self.place.session.notebook.ticks(page.code)
        today = self._today()
        label = self._free_label(f"{page.code} of {today.isoformat()}")
        about = page.long or page.short
        begun = begin(label, about, page.checklist, wording.origin(page), today, ticks)
        made = self._kept.begin(begun)
        window = self._window()
        window.show_lists(archived=False)
        self._list(archived=False, chosen=made.id)
        window.open_()
        window.edit_label()
        self.said.emit(f"Worksheet of {page.code} begun")

    def end(self) -> None:
        """Save a note or a label that is being typed."""
        if self._made is not None:
            self._made.flush()

    def _free_label(self, wanted: str) -> str:
        """The label, with a number behind it where others have it."""
        taken = {each.label for each in self._kept.listed(archived=False)}
        label, number = wanted, 1
        while label in taken:
            number += 1
            label = f"{wanted} ({number})"
        return label

    def _window(self) -> "WorksheetsWindow":
        if self._made is None:
            from hcpcs_desktop.ui.worksheets.window import WorksheetsWindow

            window = self._made = WorksheetsWindow(self._today, self.place.window)
            window.list_wanted.connect(self._on_list_wanted)
            window.chosen.connect(self._show)
            window.state_changed.connect(self._on_state_changed)
            window.note_changed.connect(self._on_note_changed)
            window.renamed.connect(self._on_renamed)
            window.update_requested.connect(self._on_update)
            window.archive_requested.connect(self._on_archive)
            window.delete_requested.connect(self._on_delete)
            window.print_requested.connect(self._on_print)
            window.pdf_requested.connect(self._on_pdf)
            window.save_requested.connect(self._on_save)
            window.code_requested.connect(self.code_requested)
        return self._made

    def _today(self) -> date:
        return self.place.session.today

    def _list(self, *, archived: bool, chosen: str = "") -> None:
        self._window().show_sheets(self._kept.listed(archived=archived), chosen)

    def _show(self, worksheet: str) -> None:
        found = self._kept.get(worksheet)
        problem = self.place.session.notebook_problem
        self._window().show_worksheet(found, self._drift(found), problem)

    def _drift(self, found: "Worksheet") -> "Drift":
        """What the library's checklist has otherwise; nothing for one that was put away."""
        from hcpcs_desktop.domain.worksheet import Drift, drift

        if found.archived:
            return Drift()
        try:
            page = self._page(found)
        except UserError:  # the library has the code no longer; the worksheet goes on
            return Drift()
        return drift(found, page.checklist)

    def _page(self, found: "Worksheet") -> "CodePage":
        return self.place.session.page(found.code, found.payer, found.setting, found.profile)

    # what is done in the window

    def _on_list_wanted(self, archived: bool) -> None:
        self._list(archived=archived)

    def _on_state_changed(self, worksheet: str, item: str, state: "State") -> None:
        self._save(worksheet, lambda kept: kept.set_state(worksheet, item, state))

    def _on_note_changed(self, worksheet: str, item: str, text: str) -> None:
        self._save(worksheet, lambda kept: kept.set_note(worksheet, item, text))

    def _on_renamed(self, worksheet: str, text: str) -> None:
        self._save(worksheet, lambda kept: kept.rename(worksheet, text))

    def _save(self, worksheet: str, change: "Callable[[Worksheets], object]") -> bool:
        """Make a change; one that could not be saved is taken back and told, and is False."""
        window = self._window()
        try:
            change(self._kept)
        except UserError as error:
            window.notifier.tell(str(error), "bad")
            self._list(archived=window.shows_archived, chosen=worksheet)
            return False
        self.said.emit("Saved")
        window.show_progress(self._kept.listed(archived=window.shows_archived))
        return True

    def _on_update(self, worksheet: str) -> None:
        from hcpcs_desktop.domain.worksheet import brought_up_to_date
        from hcpcs_desktop.output import wording

        found = self._kept.get(worksheet)
        page = self._page(found)
        now = brought_up_to_date(found, page.checklist, wording.origin(page))
        if self._save(worksheet, lambda kept: kept.bring_up_to_date(now)):
            self._show(worksheet)

    def _on_archive(self, worksheet: str, away: bool) -> None:
        if self._save(worksheet, lambda kept: kept.archive(worksheet, away=away)):
            self._list(archived=self._window().shows_archived)
            self.said.emit("Worksheet put away" if away else "Worksheet taken out again")

    def _on_delete(self, worksheet: str) -> None:
        window = self._window()
        try:
            left = self._kept.delete(worksheet)
        except UserError as error:
            window.notifier.tell(str(error), "bad")
            return
        self._list(archived=window.shows_archived)
        if left:
            names = ", ".join(str(each) for each in left)
            window.notifier.tell(
                f"The worksheet is deleted, but a copy could not be cleared yet: {names}. It is "
                "tried again at each start; a damaged file you can delete yourself.",
                "caution",
            )
        self.said.emit("Worksheet deleted for good")

    def _paper(self, worksheet: str) -> "Paper":
        from hcpcs_desktop.output import worksheet as words

        return words.paper(self._kept.get(worksheet))

    def _on_print(self, worksheet: str) -> None:
        self.print_requested.emit(self._paper(worksheet).html)

    def _on_pdf(self, worksheet: str) -> None:
        made = self._paper(worksheet)
        self.pdf_requested.emit(made.html, made.file_name)

    def _on_save(self, worksheet: str) -> None:
        from hcpcs_desktop.output import worksheet as words
        from hcpcs_desktop.ui.save_dialog import save_dialog

        self._to_save = worksheet
        name = words.file_name(self._kept.get(worksheet), "txt")
        dialog = save_dialog(self._window(), "Save worksheet", _KINDS, name)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_file_selected(self, path: str) -> None:
        from hcpcs_desktop.output import worksheet as words

        found, target = self._kept.get(self._to_save), Path(path)
        write = words.write_xlsx if target.suffix.lower() == ".xlsx" else words.write_text
        try:
            write(target, found)
        except UserError as error:
            self._window().notifier.tell(str(error), "bad")
            return
        self.said.emit(f"Saved {target.name}")

    def _on_library_replaced(self) -> None:
        if self._made is not None and self._made.shown_id:
            self._show(self._made.shown_id)
