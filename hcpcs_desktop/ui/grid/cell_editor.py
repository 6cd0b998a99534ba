"""How a cell of a grid is typed into and painted: what is typed counts at once."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.grid.model import SEVERITY, GridModel
from hcpcs_desktop.ui.tones import tones_of

Index = QModelIndex | QPersistentModelIndex
_MOST_LETTERS = 400
_GROUNDS = {"error": "bad_soft", "warning": "caution_soft"}


class CellEditor(QStyledItemDelegate):
    """Makes the lines to type into, and gives on each keystroke."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Build it."""
        super().__init__(parent)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type into, with a name for a screen reader."""
        model = index.model()
        editor = QLineEdit(parent)
        editor.setProperty("type", "cell")
        editor.setMaxLength(_MOST_LETTERS)
        if isinstance(model, GridModel):
            name_input(editor, model.name_of(index), model.columns[index.column()].hint)
        editor.textEdited.connect(self._on_edited)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the text of the cell; the caret stays where it is while one types."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QLineEdit) and editor.text() != text:
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take over what was typed."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Fill the cell, so that nothing moves when one begins to type."""
        editor.setGeometry(option.rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Put a cell that something is wrong with on the ground of its severity."""
        ground = _GROUNDS.get(index.data(SEVERITY))
        if ground:
            tones = tones_of(option.palette)
            painter.fillRect(option.rect, QColor(getattr(tones, ground)))
        super().paint(painter, option, index)

    def _on_edited(self) -> None:
        editor = self.sender()
        if isinstance(editor, QLineEdit):
            self.commitData.emit(editor)
