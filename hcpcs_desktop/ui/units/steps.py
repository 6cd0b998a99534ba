"""How a result comes about: the steps, each with its rule and source on demand."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hcpcs_desktop.domain.inputs import Step
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_SHOW, _HIDE = "Show rules and sources", "Hide rules and sources"


class Steps(QWidget):
    """The arithmetic in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._text = label(type_="muted", wrap=True, selectable=True)
        self._sources = QPushButton(_SHOW)
        self._sources.setProperty("type", "link")
        self._sources.setAutoDefault(False)
        self._sources.setCheckable(True)
        self._sources.toggled.connect(self._on_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._text)
        column.addWidget(self._sources)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        self._steps = tuple(steps)
        with_sources = self._sources.isChecked()
        self._text.setText(
            "\n".join(
                f"{each.text} ({each.source})" if with_sources else each.text for each in steps
            )
        )

    def _on_toggled(self, shown: bool) -> None:
        self._sources.setText(_HIDE if shown else _SHOW)
        self.show_steps(self._steps)
