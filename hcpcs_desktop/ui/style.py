"""The style sheet over Fusion: shapes and spacing, with the colours of one palette."""

from string import Template

from hcpcs_desktop import paths
from hcpcs_desktop.ui.scale import CODE, LARGE, TITLE, USUAL_ZOOM
from hcpcs_desktop.ui.tones import Tones

_SHEET = Template(
    """
QLabel { background: transparent; }
QTextBrowser { border: none; padding: 0;
    selection-background-color: $accent; selection-color: $on_accent; }
QLabel[type="muted"], QTextBrowser[type="muted"] { color: $muted; }
QLabel[type="caution"] { color: $caution; }
QLabel[type="bad"] { color: $bad; }
QLabel[type="good"] { color: $good; }
QLabel[type="strong"] { font-weight: 600; }
QLabel[type="large"], QTextBrowser[type="large"] { font-size: ${large}pt; }
QLabel[type="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[type="code"] { font-family: "$fixed"; font-size: ${code}pt; font-weight: 500; }
QLabel[type="value"], QTextBrowser[type="value"] { font-family: "$fixed"; }
QWidget[type="unfolded"] { background: $raised; border-radius: 6px; }
QLabel[type="step"] { background: $accent_soft; color: $accent; border-radius: ${step_round}px;
    min-width: ${step}px; max-width: ${step}px; min-height: ${step}px; max-height: ${step}px;
    font-weight: 600; }
QLabel[type="key"] { background: $neutral_soft; color: $muted; border: 1px solid $field;
    border-radius: 4px; padding: 1px 6px; }
QFrame[type="line"] { background: $line; border: none; }
QWidget[type="header"] { background: $raised; }
QWidget[type="header-body"] { background: transparent; }

QMenuBar { background: $base; border-bottom: 1px solid $line; padding: 2px 0; spacing: 4px; }
QMenuBar::item { color: $muted; background: transparent; padding: 6px 10px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { color: $text; background: $neutral_soft; }
QMenu { background: $base; border: 1px solid $field; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 24px; border-radius: 4px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::indicator { width: 16px; height: 16px; left: 6px; }
QMenu::indicator:checked { image: url("$icons/check-$name.svg"); }
QStatusBar { background: $base; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $line; }
QToolTip { background: $raised; color: $text; border: 1px solid $field; padding: 4px; }

QLineEdit { background: $base; border: 1px solid $field; border-radius: 6px; padding: 6px 10px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus { border: 2px solid $accent; padding: 5px 9px; }
QLineEdit[type="cell"], QLineEdit[type="cell"]:focus { border: 2px solid $accent; border-radius: 0;
    padding: 0 8px; }
QLineEdit[type="value"] { font-family: "$fixed"; }
QLineEdit[invalid="true"], QLineEdit[invalid="true"]:focus { border-color: $bad; }
QLineEdit[type="search"] { font-size: ${large}pt; padding: 8px 12px; border-radius: 8px; }
QLineEdit[type="search"]:focus { padding: 7px 11px; }
QPlainTextEdit { background: $raised; border: 1px solid $line; border-radius: 6px; padding: 8px;
    selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit[type="note"] { background: $base; padding: 4px 8px; }
QPlainTextEdit[type="field"] { background: $base; border: 1px solid $field; padding: 4px 8px; }
QPlainTextEdit:focus, QPlainTextEdit[type="field"]:focus { border-color: $accent; }

QDateEdit { background: transparent; border: none; border-bottom: 1px dashed $muted;
    padding: 2px 0 2px 2px; selection-background-color: $accent; selection-color: $on_accent; }
QDateEdit:focus { border-bottom: 2px solid $accent; padding-bottom: 1px; }
QDateEdit QLineEdit, QComboBox QLineEdit, QComboBox QLineEdit:focus { background: transparent;
    border: none; padding: 0; }
QDateEdit::drop-down { border: none; width: 20px; }
QDateEdit::down-arrow { image: url("$icons/chevron-$name.svg"); width: 12px; height: 12px; }
QCalendarWidget QTableView::item { padding: 0; border: none; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised; }
QCalendarWidget QToolButton { color: $text; background: transparent; border: 1px solid transparent;
    border-radius: 4px; padding: 4px 8px; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $neutral_soft; }
QCalendarWidget QToolButton:focus { border-color: $accent; }
QCalendarWidget QToolButton::menu-indicator { image: none; }

QComboBox { background: $neutral_soft; color: $text; border: 1px solid $neutral_soft;
    border-radius: 6px; padding: 5px 8px 5px 12px; }
QComboBox:hover { border-color: $field; }
QComboBox:focus, QComboBox:on { border-color: $accent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$icons/chevron-$name.svg"); width: 12px; height: 12px; }
QComboBox { combobox-popup: 0; }
QComboBoxPrivateContainer { border: none; }
QComboBox QAbstractItemView { background: $base; border: 1px solid $field; outline: none; }
QComboBox QAbstractItemView::item { color: $text; min-height: 20px; padding: 4px 10px; }
QComboBox QAbstractItemView::item:selected { background: $selected; color: $text; }

QPushButton { background: $base; color: $text; border: 1px solid $field; border-radius: 6px;
    padding: 6px 14px; }
QPushButton:hover { background: $neutral_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { color: $muted; border-color: $line; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:disabled { background: $neutral_soft; color: $muted; border-color: $line; }
QPushButton:default:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton:default:focus { border-color: $text; }
QPushButton[type="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[type="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[type="primary"]:focus { border-color: $text; }
QPushButton[type="primary"]:disabled { background: $neutral_soft; color: $muted;
    border-color: $line; }
QPushButton[type="link"] { background: transparent; color: $accent; border: 1px solid transparent;
    padding: 1px 0; font-weight: 600; text-align: left; border-radius: 4px; }
QPushButton[type="link"]:hover { text-decoration: underline; }
QPushButton[type="link"]:focus { border: 1px solid $accent; padding: 1px 0; }
QPushButton[type="link"]:disabled { color: $muted; }
QPushButton[type="chip"] { background: $neutral_soft; color: $muted;
    border: 1px solid $neutral_soft; border-radius: 10px; padding: 1px 9px; }
QPushButton[type="chip"]:hover { border-color: $field; color: $text; }
QPushButton[type="chip"]:checked { background: $accent_soft; color: $accent; font-weight: 600;
    border-color: $accent_soft; }
QPushButton[type="chip"]:focus { border-color: $accent; padding: 1px 9px; }
QPushButton[type="chip"]::menu-indicator { image: none; width: 0; }
QPushButton[type="crumb"] { background: transparent; color: $muted; border: 1px solid transparent;
    padding: 0; text-align: left; border-radius: 4px; }
QPushButton[type="crumb"]:hover { color: $accent; text-decoration: underline; }
QPushButton[type="crumb"]:focus { border: 1px solid $accent; padding: 0; }
QToolButton[type="help"] { color: $accent; background: transparent; border: 1px solid transparent;
    border-radius: ${help_round}px; padding: 0; min-width: ${help}px; max-width: ${help}px;
    min-height: ${help}px; max-height: ${help}px; font-weight: 600; }
QToolButton[type="help"]:hover, QToolButton[type="help"]:checked { background: $accent_soft; }
QToolButton[type="help"]:focus { border-color: $accent; }
QToolButton[type="icon"] { background: transparent; border: 1px solid transparent;
    border-radius: 6px; }
QToolButton[type="icon"]:hover { background: $neutral_soft; }
QToolButton[type="icon"]:focus { border-color: $accent; }

QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; border: none; padding: 6px 0 10px 0;
    margin-right: 28px; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar[tight="true"]::tab { margin-right: 11px; }
QTabBar[type="small"]::tab { padding: 2px 0 4px 0; margin-right: 16px; }
QTabBar:focus::tab:selected { color: $accent; }
QTabBar QToolButton { background: $raised; color: $text; border: 1px solid $field;
    border-radius: 4px; }

QProgressBar { background: $neutral_soft; border: none; border-radius: 3px; min-height: 6px;
    max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QCheckBox { spacing: 0; }
QCheckBox::indicator { width: ${box}px; height: ${box}px; border: 1px solid $muted;
    background: $base; border-radius: 4px; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus { border: 2px solid $accent; width: ${box_inside}px;
    height: ${box_inside}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
    image: url("$icons/tick-$name.svg"); }
QCheckBox::indicator:checked:focus { border: 2px solid $text; }
QCheckBox::indicator:disabled { border-color: $field; background: $neutral_soft; }
QCheckBox::indicator:checked:disabled { background: $muted; }

QTableView { background: $base; alternate-background-color: $base; outline: none;
    selection-background-color: $selected; selection-color: $text; }
QTableView::item { border: none; border-bottom: 1px solid $line; padding: 0 8px; }
QTableView::item:selected { background: $selected; color: $text; }
QTableView { border: 1px solid transparent; }
QTableView:focus { border-color: $accent; }
QHeaderView { background: $base; border: none; }
QTableCornerButton::section { background: $base; border: none; }
QHeaderView::section { background: $base; color: $muted; border: none;
    border-bottom: 1px solid $field; padding: 4px 11px; }
QHeaderView::section:hover { color: $text; }

QAbstractScrollArea { border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea[type="pane"] { border: 2px solid transparent; }
QScrollArea[type="pane"]:focus { border-color: $accent_soft; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $field; border-radius: 4px; margin: 2px; min-height: 32px;
    min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
)


def sheet(tones: Tones, fixed_family: str, zoom: int = USUAL_ZOOM) -> str:
    """The style sheet of a palette at ``zoom`` percent; icons come from ``resources/icons``."""
    icons = (paths.resources() / "icons").as_posix()
    sizes = {"fixed": fixed_family, "icons": icons, **_points(zoom), **_pixels(zoom)}
    return _SHEET.substitute(tones._asdict(), **sizes)


def _points(zoom: int) -> dict[str, str]:
    """The type scale above body size."""
    points = {"large": LARGE, "title": TITLE, "code": CODE}
    return {name: f"{size * zoom / 100:.2f}" for name, size in points.items()}


def _pixels(zoom: int) -> dict[str, str]:
    """What stands beside text and grows with it."""
    help_, step, box = (2 * round(half * zoom / 100) for half in (9, 12, 8))
    return {
        "help": str(help_),
        "help_round": str(help_ // 2),
        "step": str(step),
        "step_round": str(step // 2),
        "box": str(box),
        "box_inside": str(box - 2),
    }
