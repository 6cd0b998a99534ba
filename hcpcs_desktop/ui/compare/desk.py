"""Two codes side by side, in a window of their own."""

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.ui.desk import Desk, Slots

_OPEN_ONE = "Open the code that you want to compare first; then choose the other one."


class CompareDesk(Desk):
    """Compares the open code with another one."""

    def slots(self) -> Slots:
        """What each command does."""
        return {"compare": self.compare}

    def compare(self, other: str = "") -> None:
        """Show the open code beside another one, at first the most similar."""
        page = self.place.page()
        if page is None:
            self.place.notifier.tell(_OPEN_ONE)
            return
        from hcpcs_desktop.ui.compare.window import CompareWindow

        window = CompareWindow(page, self._page, self.place.window)
        window.code_requested.connect(self.code_requested)
        window.compare_with(other or (page.similar[0].code if page.similar else ""))
        window.open_()

    def compare_with(self, other: str) -> None:
        """Show the open code beside this one."""
        self.compare(other)

    def _page(self, code: str) -> CodePage:
        """Another code on the date of service; raises UserError where the library lacks it."""
        memory = self.place.memory
        return self.place.session.page(code, memory.payer, memory.setting)
