"""What stands above the hits: how the query was read, with a way to search as it was typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hcpcs_desktop.domain.hit import Answer
from hcpcs_desktop.ui.text import label

_READ_AS = {
    "range": "Read as a range of codes",
    "modifier": "Read as a modifier",
    "ndc": "Read as an NDC",
}


class ReadingNote(QWidget):
    """Emits ``as_typed_requested``; hidden where there is nothing to say."""

    as_typed_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it hidden."""
        super().__init__(parent)
        self._words = label(type_="muted", wrap=True)
        self._as_typed = QPushButton("Search as typed")
        self._as_typed.setProperty("type", "link")
        self._as_typed.clicked.connect(self.as_typed_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._as_typed)

    def show_answer(self, answer: Answer) -> None:
        """Say how the query was read, where it was not taken as it stands."""
        self._words.setText(reading(answer))
        typed = ", ".join(typed for typed, _ in answer.corrections)
        self._as_typed.setText(f"Search for {typed} as typed")
        self._as_typed.setVisible(bool(typed))
        self.setVisible(bool(answer.hits) and bool(self._words.text()))


def reading(answer: Answer) -> str:
    """How the query was read, in a sentence or two."""
    parts = [answer.advice.rstrip("."), _as_what(answer)]
    parts += [f"{typed} read as {used}" for typed, used in answer.corrections]
    others = [meant for typed, meant in answer.expansions if not typed.startswith(meant)]
    parts.append(f"Also searched for {', '.join(others)}" if others else "")
    return ". ".join(part for part in parts if part)


def _as_what(answer: Answer) -> str:
    if answer.read_as == "code" and answer.query.strip().isdigit() and answer.hits:
        return f"{answer.query.strip()} read as {answer.hits[0].code}"
    return _READ_AS.get(answer.read_as, "")
