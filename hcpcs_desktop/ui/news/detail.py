"""One changed code: its description, and each field before and after."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hcpcs_desktop.domain.release_diff import Change
from hcpcs_desktop.output import change_rows
from hcpcs_desktop.ui.before_after import BeforeAfterView
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.pane_area import PaneArea
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_SIDE = 3 * GRID // 2
"""As far in as the text of the table above."""

_NONE = "Choose a code above to see what it said before and what it says now."


class ChangeDetail(PaneArea):
    """Emits ``code_requested`` when the user wants the whole code."""

    code_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent, side=_SIDE)
        self._change: Change | None = None
        self._fields: list[BeforeAfterView] = []
        self._code = label(type_="title", selectable=True)
        self._kinds = label(type_="muted", wrap=True)
        self._said = label(wrap=True, selectable=True)
        self._open = QPushButton("Open code")
        self._open.setProperty("type", "link")
        self._open.clicked.connect(self._on_open)
        self._lay_out()
        self.clear()

    def clear(self) -> None:
        """Show no code."""
        self._show_fields(())
        self._change = None
        self._code.hide()
        self._open.hide()
        self._kinds.setText(_NONE)
        self._said.hide()
        name_input(self, "Change", _NONE)

    def show_change(self, change: Change, description: str) -> None:
        """Show another code."""
        self._change = change
        self._code.setText(change.code)
        self._code.show()
        self._open.show()
        self._open.setAccessibleName(f"Open {change.code}")
        self._kinds.setText(_kinds_line(change))
        self._said.setText(description)
        whole = change_rows.is_whole(change)
        self._said.setVisible(whole or "long_description" not in change.kinds)
        self._show_fields(() if whole else change_rows.fields_of(change))
        name_input(self, f"Change of {change.code}", self._kinds.text())
        self.verticalScrollBar().setValue(0)

    def _show_fields(self, fields: list[tuple[str, str, str]] | tuple[()]) -> None:
        for each in self._fields:
            self._rows.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._fields = [
            BeforeAfterView(change_rows.field_words(name), before, after)
            for name, before, after in fields
        ]
        for each in self._fields:
            self._rows.addWidget(each)

    def _on_open(self) -> None:
        if self._change is not None:
            self.code_requested.emit(self._change.code)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(self._code)
        head.addWidget(self._open)
        head.addStretch(1)
        self._rows = QVBoxLayout()
        self.column.setSpacing(GRID // 2)
        self.column.addLayout(head)
        self.column.addWidget(self._kinds)
        self.column.addWidget(self._said)
        self.column.addLayout(self._rows)
        self.column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def _kinds_line(change: Change) -> str:
    since = f", in effect from {change.action_effective}" if change.action_effective else ""
    action = f". CMS's action code: {change.action}{since}" if change.action else ""
    return f"{change_rows.kinds_text(change)}{action}"
