"""Paints a result: code and badges, short description with marks, reason in muted text."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hcpcs_desktop.domain.hit import Hit
from hcpcs_desktop.output.wording import CONFLICT_WORDS, STATE_WORDS, TOPIC_WORDS
from hcpcs_desktop.ui.badge import Badge, BadgeTone, badge_width, paint_badge
from hcpcs_desktop.ui.icon_button import Icons
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.search.excerpt import excerpt, marked_parts
from hcpcs_desktop.ui.search.results_model import ICONS_ROLE, ResultsModel, description
from hcpcs_desktop.ui.theme import fixed_font
from hcpcs_desktop.ui.tones import Tones, tones_of

BAR = 3
"""Pixels of the bar beside the row that is selected."""

_GAP = 4
_ICON = 14
_NARROWEST = 2
"""Pixels that a letter takes at least: what a line has no room for need not be measured."""


@dataclass(frozen=True, slots=True)
class _Face:
    """A font with its measures: asked for each of many rows, taken once."""

    font: QFont
    metrics: QFontMetricsF

    def write(self, painter: QPainter, line: QRectF, text: str) -> None:
        """Write a text into the middle of a line."""
        painter.setFont(self.font)
        top = line.center().y() - self.metrics.height() / 2
        painter.drawText(QPointF(line.left(), top + self.metrics.ascent()), text)


@dataclass(frozen=True, slots=True)
class _Fonts:
    """``line`` is the height of a line of text."""

    code: _Face
    body: _Face
    line: float


class ResultDelegate(QStyledItemDelegate):
    """Two lines for each hit, and more where there is an excerpt or a reason to give."""

    def __init__(self, rows: ResultsModel, parent: QWidget, side: int) -> None:
        """Paint these rows in the font of ``parent``; leave ``side`` pixels beside the text."""
        super().__init__(parent)
        self._rows = rows
        self._side = side
        self._icons = Icons()
        self.take_font(parent.font())

    def take_font(self, font: QFont) -> None:
        """Write in another font."""
        code = fixed_font(font.pointSizeF())
        code.setWeight(QFont.Weight.DemiBold)
        body = QFontMetricsF(font)
        line = body.height() + _GAP
        self._fonts = _Fonts(_Face(code, QFontMetricsF(code)), _Face(QFont(font), body), line)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as its lines."""
        lines = 2 + len(lines_of(self._rows.hit(index.row())))
        return QSize(0, round(lines * self._fonts.line) + 2 * GRID)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one hit."""
        hit = self._rows.hit(index.row())
        tones = tones_of(option.palette)
        fonts = self._fonts
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, tones)
        area = QRectF(option.rect).adjusted(self._side, GRID, BAR - self._side, -GRID)
        line = QRectF(area.left(), area.top(), area.width(), fonts.line)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_head(
            painter, line, hit, index.data(ICONS_ROLE), _of_head(tones, is_selected), fonts
        )
        line.translate(0, fonts.line)
        _paint_marked(painter, line, description(hit), hit.marks, fonts.body, tones.text, tones)
        for text in lines_of(hit):
            line.translate(0, fonts.line)
            marks = () if text == hit.why.text else hit.marks
            _paint_marked(painter, line, text, marks, fonts.body, tones.muted, tones)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, tones: Tones) -> None:
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tones.selected))
            bar = QRectF(rect.left(), rect.top(), BAR, rect.height())
            painter.fillRect(bar, QColor(tones.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tones.raised))

    def _paint_head(
        self,
        painter: QPainter,
        line: QRectF,
        hit: Hit,
        icons: Sequence[str],
        tones: Tones,
        fonts: _Fonts,
    ) -> None:
        painter.setPen(QColor(tones.text))
        fonts.code.write(painter, line, hit.code)
        left = line.left() + fonts.code.metrics.horizontalAdvance(hit.code) + GRID
        painter.setFont(fonts.body.font)
        self._paint_icons(painter, line, icons, tones)
        room = line.right() - left - len(icons) * (_ICON + _GAP)
        for badge in _fitting(badges_of(hit), room, fonts.body.metrics):
            left += paint_badge(painter, QPointF(left, line.center().y()), badge, tones) + 6

    def _paint_icons(
        self, painter: QPainter, line: QRectF, icons: Sequence[str], tones: Tones
    ) -> None:
        """The icons stand at the right end of the line."""
        place = QRectF(line.right(), line.center().y() - _ICON / 2, _ICON, _ICON)
        for name in icons:
            place.translate(-_ICON - _GAP, 0)
            self._icons.icon(name, tones).paint(painter, place.toRect())


def _of_head(tones: Tones, is_selected: bool) -> Tones:
    """In a selected row the quiet badges stand on the ground of the window, or nobody sees them."""
    if not is_selected:
        return tones
    return tones._replace(accent_soft=tones.base, neutral_soft=tones.base)


def _fitting(badges: list[Badge], room: float, metrics: QFontMetricsF) -> list[Badge]:
    """The badges that a line has room for; the last ones weigh most."""
    while len(badges) > 1 and sum(badge_width(each, metrics) + 6 for each in badges) > room:
        badges = badges[1:]
    return badges


def badges_of(hit: Hit) -> list[Badge]:
    """The badges of a hit."""
    badges = [Badge("Drug", "accent")] if hit.is_drug else []
    if hit.topic is not None:
        badges.append(Badge(TOPIC_WORDS[hit.topic.kind], "neutral"))
    if hit.kind == "modifier":
        badges.append(Badge("Modifier", "neutral"))
    if STATE_WORDS[hit.state]:
        tone: BadgeTone = "bad" if hit.state == "discontinued" else "caution"
        badges.append(Badge(STATE_WORDS[hit.state], tone))
    if hit.has_conflict:
        badges.append(Badge(CONFLICT_WORDS, "bad"))
    return badges


def lines_of(hit: Hit) -> tuple[str, ...]:
    """What stands in muted text below a hit: an excerpt that explains it, and the reason."""
    both = (excerpt(hit.short, hit.long, hit.marks), hit.why.text)
    return tuple(line for line in both if line)


def _paint_marked(
    painter: QPainter,
    line: QRectF,
    text: str,
    marks: tuple[str, ...],
    face: _Face,
    ink: str,
    tones: Tones,
) -> None:
    metrics = face.metrics
    about = text[: int(line.width() / _NARROWEST)]
    shown = metrics.elidedText(about, Qt.TextElideMode.ElideRight, line.width())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tones.mark))
    for start, end in marked_parts(shown, marks):
        left = metrics.horizontalAdvance(shown[:start])
        width = metrics.horizontalAdvance(shown[:end]) - left
        mark = QRectF(line.left() + left - 1, line.top() + 1, width + 2, line.height() - 2)
        painter.drawRoundedRect(mark, 2, 2)
    painter.setPen(QColor(ink))
    face.write(painter, line, shown)
