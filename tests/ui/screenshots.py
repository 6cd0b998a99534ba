"""Draws the window's states: ``python -m tests.ui.screenshots [FOLDER]``.

States of a full release need CMS's files, which are no part of the project: where their folder is
missing, those pictures are left as they are.
"""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

HERE = Path(__file__).resolve().parent
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("FONTCONFIG_FILE", str(HERE / "fonts.conf"))

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt  # noqa: E402
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap  # noqa: E402
from PySide6.QtTest import QSignalSpy, QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget  # noqa: E402

from hcpcs_desktop import paths  # noqa: E402
from hcpcs_desktop.app.library_session import LibrarySession  # noqa: E402
from hcpcs_desktop.library.importing import Asked, build_file  # noqa: E402
from hcpcs_desktop.ui import application, theme  # noqa: E402
from hcpcs_desktop.ui.checklist.item_row import ItemBox  # noqa: E402
from hcpcs_desktop.ui.claim.entries import ClaimEntries, LineEntries  # noqa: E402
from hcpcs_desktop.ui.claim.rules_window import RulesWindow  # noqa: E402
from hcpcs_desktop.ui.claim.window import ClaimWindow  # noqa: E402
from hcpcs_desktop.ui.code.record_pane import RecordPane  # noqa: E402
from hcpcs_desktop.ui.dialogs.bug import BugDialog  # noqa: E402
from hcpcs_desktop.ui.dialogs.import_dialog import ImportDialog  # noqa: E402
from hcpcs_desktop.ui.dialogs.preview_dialog import PreviewDialog  # noqa: E402
from hcpcs_desktop.ui.dialogs.quitting import QuitDialog  # noqa: E402
from hcpcs_desktop.ui.grid.model import GridModel  # noqa: E402
from hcpcs_desktop.ui.guide.guide_text import GuideText  # noqa: E402
from hcpcs_desktop.ui.main_window import MainWindow  # noqa: E402
from hcpcs_desktop.ui.modifiers.checker import ModifierChecker  # noqa: E402
from hcpcs_desktop.ui.news.kinds_view import KindsView  # noqa: E402
from hcpcs_desktop.ui.news.window import NewsWindow  # noqa: E402
from hcpcs_desktop.ui.products.price_chart import PriceChart  # noqa: E402
from hcpcs_desktop.ui.products.price_view import points_of  # noqa: E402
from hcpcs_desktop.ui.products.quarters import QuartersTable  # noqa: E402
from hcpcs_desktop.ui.search.chips import FilterChips  # noqa: E402
from hcpcs_desktop.ui.sources.window import SourcesWindow  # noqa: E402
from hcpcs_desktop.ui.tasks import Outcome, Progress  # noqa: E402
from hcpcs_desktop.ui.units.desk import ToolWindow  # noqa: E402

from . import guidance_pictures, paper_pictures  # noqa: E402
from .filling import fill, pick  # noqa: E402
from .keys import Keyboard  # noqa: E402
from .library_facts import LIMITS, not_seen, seen  # noqa: E402
from .reading import button, click_on, focus  # noqa: E402

CMS = HERE.parents[2] / "shared" / "cms"
YEAR_2019 = "2019/2019-Alpha-Numeric-HCPCS-File.zip"
CORRECTIONS = "2019/2019-HCPCS-Alpha-Numeric-Corrections.zip"
SIZE = (1280, 820)
SMALL = (1024, 700)
WIDE = (1920, 1050)
MISSING = Path("/data/hcpcs-desktop/library.db")
TICKS = 6
_PATIENCE = 10_000
_GROUNDS = 100
_SHADES = 0xF0F0F0
"""Colours that agree in these bits are one shade."""


class Session(LibrarySession):
    """A session on a day of the release that it shows."""

    day = date(2020, 8, 3)
    problem = ""

    @property
    def today(self) -> date:
        """The day by the clock."""
        return self.day

    @property
    def notebook_problem(self) -> str:
        """Why nothing can be saved."""
        return self.problem


class Studio:
    """Opens windows over one library and takes their pictures."""

    def __init__(self, app: QApplication, folder: Path, library: Path, day: date) -> None:
        """Show this library as of this day; pictures go to ``folder``."""
        self.app = app
        self.folder = folder
        self._library = library
        self._day = day

    def draw_paper(self, code: str, ticked: int) -> None:
        """What is printed of a code: its record, and its checklist with some items ticked."""
        with tempfile.TemporaryDirectory() as home:
            session = Session(Path(home), self._library)
            session.day = self._day
            paper_pictures.draw(session.page(code, "medicare", None), ticked, self.folder)
            session.close()

    def take(
        self,
        name: str,
        pose: Callable[[MainWindow], QDialog | None],
        mode: theme.Mode = "light",
        size: tuple[int, int] = SIZE,
        notebook_problem: str = "",
    ) -> None:
        """Open a window, let it pose, and save its picture."""
        with tempfile.TemporaryDirectory() as home:
            session = Session(Path(home), self._library)
            session.day = self._day
            session.problem = notebook_problem
            session.notebook.set_setting("theme", mode)
            theme.apply(self.app, mode)
            window = MainWindow(session)
            window.resize(*size)
            furnished = QSignalSpy(window.furnished)
            window.show()
            window.activateWindow()
            furnished.wait(_PATIENCE)
            QTest.qWait(20)
            dialog = pose(window)
            QTest.qWait(500)
            picture = window.grab()
            if dialog is not None:
                _put_on_top(picture, dialog)
            _small(picture).save(str(self.folder / f"{name}.png"))
            window.close()
            for asked in window.findChildren(QuitDialog):
                asked.quit_requested.emit()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            session.close()


def _small(picture: QPixmap) -> QImage:
    """The picture in 256 colours, a third of the bytes: grounds as they are, then shades."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(image.constBits()).cast("I"))
    colours = [colour for colour, _ in counts.most_common()]
    shades = {colour & _SHADES: colour for colour in reversed(colours)}
    table = list(dict.fromkeys([*colours[:_GROUNDS], *reversed(shades.values())]))[:256]
    plain = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, plain)


def _put_on_top(picture: QPixmap, dialog: QDialog) -> None:
    """A dialog over its window, which no window system puts there offscreen."""
    image = dialog.grab()
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 70))
    left, top = picture.width() - image.width(), picture.height() - image.height()
    corner = QPoint(left // 2, top // 3)
    painter.drawPixmap(corner, image)
    painter.end()


def _type(window: MainWindow, text: str) -> None:
    QTest.keyClicks(focus(), text)
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    QTest.keyClick(focus(), Qt.Key.Key_Up)
    QTest.qWait(300)


def _nothing(window: MainWindow) -> None:
    """The window as it opens."""


def _found(window: MainWindow) -> None:
    _type(window, "cabazitaxel")


def _results(window: MainWindow) -> None:
    _type(window, "home infusion")


def _record(window: MainWindow) -> None:
    _type(window, "J9043")
    button(window, "Help on Coverage").click()


def _checklist(window: MainWindow) -> None:
    _type(window, "J9043")
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    for box in window.findChildren(ItemBox)[:TICKS]:
        box.click()


def _per_diem(window: MainWindow) -> None:
    _type(window, "S9327")


def _cpt(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "96413")


def _without_result(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "zzqxj wwvkq")


def _filtered(window: MainWindow) -> None:
    """Hits with two filters chosen."""
    QTest.keyClicks(focus(), "infusion")
    chips = window.findChildren(FilterChips)[0]
    for each in chips.findChildren(QPushButton):
        if each.text().startswith(("Valid", "Payable")) and each.isVisible():
            each.click()


def _corrected(window: MainWindow) -> None:
    _type(window, "cabazitaxal")


def _brand(window: MainWindow) -> None:
    _type(window, "jevtana")


def _other_product(window: MainWindow) -> None:
    """A trade name that has no code of its own."""
    _type(window, "osenvelt")


def _no_code(window: MainWindow) -> None:
    """A trade name of a drug that no code names."""
    QTest.keyClicks(focus(), "dupixent")


def _everyday(window: MainWindow) -> None:
    _type(window, "bariatric walker")


def _no_such_code(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "J8888")


def _browsed(window: MainWindow) -> None:
    _type(window, "J9043")
    button(window, "Browse J9000-J9999 Chemotherapy drugs").click()


def _discontinued(window: MainWindow) -> None:
    _type(window, "J9310")


def _unknown(window: MainWindow) -> None:
    _type(window, "J9038")


def _long(window: MainWindow) -> None:
    _type(window, "G0556")


def _modifier(window: MainWindow) -> None:
    _type(window, "JW")


def _tab(code: str, key: Qt.Key) -> Callable[[MainWindow], None]:
    """A code that was typed, with the tab of Ctrl and this key."""

    def pose(window: MainWindow) -> None:
        _type(window, code)
        Keyboard().until(lambda: window.shown_code == code, f"{code} is shown")
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)

    return pose


def _sources(window: MainWindow) -> None:
    """A guide with two of its sources unfolded."""
    _tab("J9043", Qt.Key.Key_2)(window)
    text = window.findChildren(GuideText)[0]
    for words in ("corrected", "?"):
        click_on(text, words)
    text.go_to(0)


def _whom_to_ask(window: MainWindow) -> None:
    _tab("J1640", Qt.Key.Key_1)(window)
    ask = button(window, "Who to ask")
    ask.click()
    QApplication.processEvents()
    window.findChildren(RecordPane)[0].ensureWidgetVisible(ask, 0, 200)


def _units(window: MainWindow) -> None:
    _tab("J9043", Qt.Key.Key_4)(window)
    fill(window, "Dose given", "38 mg")
    fill(window, "How many were opened, size 1", "1")
    fill(window, "Size 1 of a container", "60 mg")
    fill(window, "NDC of size 1", "0024-5824-11")
    pick(window, "Vial type", "Single")


def _units_of_two_sizes(window: MainWindow) -> None:
    _tab("J9035", Qt.Key.Key_4)(window)
    fill(window, "Dose given", "680 mg")
    fill(window, "Size 1 of a container", "100 mg")
    button(window, "Add a size").click()
    fill(window, "Size 2 of a container", "400 mg")
    fill(window, "NDC of size 2", "50242-0061-01")
    pick(window, "Vial type", "Single")
    pick(window, "Payer", "Medicaid")


def _units_with_ndcs(window: MainWindow) -> None:
    """Two products, a line and a whole NDC string for each."""
    _units_of_two_sizes(window)
    fill(window, "NDC of size 1", "50242-0060-01")
    pick(window, "Form of the product", "Liquid")


def _units_impossible(window: MainWindow) -> None:
    _units(window)
    fill(window, "Dose given", "4,5 mg")
    fill(window, "Size 1 of a container", "0 mg")
    QTest.qWait(500)


def _units_alone(window: MainWindow) -> QDialog:
    window.actions_by_name["tool_units"].trigger()
    dialog = _newest(window)
    fill(dialog, "Code", "J9043")
    fill(dialog, "Dose given", "120 mg")
    fill(dialog, "Size 1 of a container", "60 mg")
    pick(dialog, "Vial type", "Single")
    return dialog


def _bsa(window: MainWindow) -> QDialog:
    window.actions_by_name["tool_bsa"].trigger()
    dialog = _newest(window)
    fill(dialog, "Height", "5 ft 7 in")
    fill(dialog, "Weight", "154 lb")
    fill(dialog, "Dose per m² or kg (optional)", "20 mg/m2")
    button(dialog, "Show rules and sources").click()
    return dialog


def _ndc(window: MainWindow) -> QDialog:
    window.actions_by_name["tool_ndc"].trigger()
    dialog = _newest(window)
    fill(dialog, "NDC", "50242-0061-01")
    fill(dialog, "Dose (for the quantity)", "400 mg")
    fill(dialog, "Strength", "25 mg/mL")
    fill(dialog, "One billing unit is (optional)", "10 mg")
    return dialog


def _ndc_ambiguous(window: MainWindow) -> QDialog:
    dialog = _ndc(window)
    fill(dialog, "NDC", "5024200610")
    QTest.qWait(500)
    return dialog


def _claim(window: MainWindow) -> QDialog:
    """A claim with findings of each kind, one of them with its source and a reason unfolded."""
    window.actions_by_name["claim_check"].trigger()
    dialog = window.findChildren(ClaimWindow)[0]
    lines = (
        LineEntries("J9043", "JZ", "38", "11", "C61", "38 mg", "60 mg"),
        LineEntries("96413", "", "1", "11", "C61"),
        LineEntries("E0260", "RR", "1", "12", "G82.20"),
        LineEntries("S9327", "", "abc", "22"),
    )
    dialog.show_entries(ClaimEntries(lines, "2025-11-20", setting="practitioner"))
    button(dialog, "Look up N823").click()
    return dialog


def _modifiers(code: str, typed: str) -> Callable[[MainWindow], None]:
    """The modifiers of a code, some of them typed to be checked."""

    def pose(window: MainWindow) -> None:
        _tab(code, Qt.Key.Key_6)(window)
        checkers = partial(window.findChildren, ModifierChecker)
        Keyboard().until(lambda: any(each.isVisible() for each in checkers()), "the tab is there")
        fill(window, "Modifiers on the line", typed)

    return pose


def _rules(window: MainWindow) -> QDialog:
    window.actions_by_name["claim_rules"].trigger()
    return window.findChildren(RulesWindow)[0]


def _per_diem_lines(window: MainWindow) -> QDialog:
    window.actions_by_name["tool_per_diem"].trigger()
    dialog = window.findChildren(ToolWindow)[-1]
    therapies = "S9338\t2025-10-20\t\t2025-11-05 to 2025-11-07\nS9325\t2025-10-28\t2025-11-12\n"
    dialog.findChildren(GridModel)[0].put(0, "code", therapies)
    return dialog


def _rental(window: MainWindow) -> QDialog:
    window.actions_by_name["tool_rental"].trigger()
    dialog = window.findChildren(ToolWindow)[-1]
    fill(dialog, "Code", "E0260")
    fill(dialog, "First day of the rental", "2024-12-31")
    dialog.findChildren(GridModel)[0].put(0, "stopped", "2025-03-10\t2025-04-20")
    return dialog


def _claim_begun(window: MainWindow) -> QDialog:
    window.actions_by_name["claim_check"].trigger()
    return window.findChildren(ClaimWindow)[0]


def _claim_authorized(window: MainWindow) -> QDialog:
    """A claim that needs an authorization, in a small window."""
    dialog = _claim(window)
    dialog.resize(1000, 660)
    pick(dialog, "Authorization", "Needed")
    fill(dialog, "Authorization number", "A-1047")
    fill(dialog, "Last day", "2025-06-30")
    return dialog


def _running(window: MainWindow) -> QDialog:
    dialog = ImportDialog(["HCPC2020_JUL_ANWEB.zip"], window)
    dialog.show_progress(Progress("reading HCPC2020_JUL_ANWEB.zip", 2, 5))
    return _shown(dialog)


def _reported(window: MainWindow) -> QDialog:
    dialog = ImportDialog(["HCPC2020_JUL_ANWEB.zip"], window)
    source = {
        "release": "2020-07",
        "file": "HCPC2020_JUL_ANWEB.txt",
        "rows_stored": 6800,
        "skipped": 0,
        "warnings": ["line 4127: half a record, left out"],
    }
    held = {"codes": 6440, "modifiers": 360}
    dialog.show_outcome(Outcome(answer={"sources": [source], "library": held}))
    return _shown(dialog)


def _refused(window: MainWindow) -> QDialog:
    dialog = ImportDialog(["letter.zip"], window)
    dialog.show_outcome(
        Outcome(error="letter.zip holds no file of HCPCS codes. Nothing was changed.")
    )
    return _shown(dialog)


def _looked_at(window: MainWindow) -> QDialog:
    """What would be added: a file, one that does not tell its release, one that is refused."""
    dialog = PreviewDialog(3, 2026, window)
    message = "anweb.xlsx does not tell which release it is. Its newest codes are of July 2020."
    refused = "letter.zip was not taken: no file that the app knows is in it."
    files = [
        seen("HCPC2020_OCT_ANWEB.zip"),
        not_seen("anweb.xlsx", "release_needed", message),
        not_seen("letter.zip", "refused", refused),
    ]
    dialog.show_outcome(Outcome(answer={"files": files}))
    return _shown(dialog)


def _news(kind: int) -> Callable[[MainWindow], QDialog]:
    """What is new, of the kind in this row of the list."""

    def pose(window: MainWindow) -> QDialog:
        window.actions_by_name["whats_new"].trigger()
        QApplication.processEvents()
        kinds = window.findChildren(KindsView)[0]
        kinds.setCurrentIndex(kinds.model().index(kind, 0))
        return window.findChildren(NewsWindow)[0]

    return pose


def _compared(window: MainWindow) -> QDialog:
    _tab("J9043", Qt.Key.Key_8)(window)
    button(window, "Compare side by side").click()
    return _newest(window)


def _listed_sources(window: MainWindow) -> QDialog:
    window.actions_by_name["sources"].trigger()
    return window.findChildren(SourcesWindow)[0]


def _prices(window: MainWindow) -> None:
    """Packages, and a price through made-up quarters: the library holds one."""
    _tab("J9043", Qt.Key.Key_5)(window)
    window.findChildren(PriceChart)[0].show_points(points_of(LIMITS))
    window.findChildren(PriceChart)[0].show()


def _price_table(window: MainWindow) -> None:
    """The made-up quarters as a table."""
    _prices(window)
    table = window.findChildren(QuartersTable)[0]
    table.show_points(points_of(LIMITS))
    table.show()


def _bug(window: MainWindow) -> QDialog:
    trace = 'Traceback (most recent call last):\n  File "pane.py", line 12\nKeyError: 0'
    return _shown(BugDialog(trace, window))


def _shortcuts(window: MainWindow) -> QDialog:
    window.actions_by_name["shortcuts"].trigger()
    return _newest(window)


def _commands(window: MainWindow) -> QDialog:
    """The command palette over an open code."""
    _type(window, "J9043")
    window.actions_by_name["palette"].trigger()
    QApplication.processEvents()
    QTest.keyClicks(_newest(window).findChildren(QLineEdit)[0], "copy")
    return _newest(window)


def _zoomed(
    pose: Callable[[MainWindow], QDialog | None], steps: int = 3
) -> Callable[[MainWindow], QDialog | None]:
    """A pose with larger text: three steps are 150 %, five are 200 %."""

    def zoomed(window: MainWindow) -> QDialog | None:
        for _ in range(steps):
            window.actions_by_name["zoom_in"].trigger()
        return pose(window)

    return zoomed


def _about(window: MainWindow) -> QDialog:
    window.actions_by_name["about"].trigger()
    return _newest(window)


def _newest(window: QWidget) -> QDialog:
    return window.findChildren(QDialog)[-1]


def _shown(dialog: QDialog) -> QDialog:
    dialog.show()
    return dialog


def main(folder: Path) -> None:
    """Draw every state that can be drawn here; an error in a slot is an error."""
    folder.mkdir(parents=True, exist_ok=True)
    errors: list[BaseException] = []
    usual, sys.excepthook = sys.excepthook, lambda _kind, error, _trace: errors.append(error)
    try:
        with tempfile.TemporaryDirectory() as home:
            _draw(folder, Path(home))
    finally:
        sys.excepthook = usual  # it prints what went wrong here
    if errors:
        raise BaseExceptionGroup("in slots", errors)


def _draw(folder: Path, home: Path) -> None:
    """Draw them, with libraries that are built in ``home``."""
    session = Session(home)
    app = application.make(session)
    session.close()
    starter = _built(home / "starter.db")
    _draw_starter(Studio(app, folder, starter, date(2026, 11, 20)))
    if not CMS.is_dir():
        return
    july = _built(home / "july.db", "2020-07/anweb.xlsx")
    _draw_release(Studio(app, folder, july, date(2020, 8, 3)))
    guidance_pictures.draw(Studio(app, folder, july, date(2020, 8, 3)), SMALL)
    names = ("2020-07/anweb.xlsx", "2025-07/HCPC2025_JUL_ANWEB_v3.xlsx")
    both = _built(home / "both.db", *names)
    _draw_gaps(Studio(app, folder, both, date(2025, 8, 1)))
    drugs = ("2025-10/asp_pricing.csv", "2025-10/asp_ndc_hcpcs_crosswalk.csv")
    priced = _built(home / "priced.db", *names, *drugs)
    _draw_units(Studio(app, folder, priced, date(2025, 11, 20)))
    _draw_claims(Studio(app, folder, priced, date(2025, 11, 20)))
    _draw_guides(Studio(app, folder, both, date(2025, 8, 1)))
    years = ("2020-04/anweb.xlsx", *names, *drugs)
    asked = [
        Asked(CMS / YEAR_2019),
        Asked(CMS / CORRECTIONS),
        *(Asked(CMS / name, name[:7]) for name in years),
    ]
    build_file(home / "years.db", paths.seeds(), asked, lambda *_: None)
    _draw_years(Studio(app, folder, home / "years.db", date(2025, 11, 20)))


def _built(path: Path, *names: str) -> Path:
    asked = [Asked(CMS / name, name[:7]) for name in names]
    build_file(path, paths.seeds(), asked, lambda *_: None)
    return path


def _draw_starter(studio: Studio) -> None:
    studio.take("first-start", _nothing)
    studio.take("first-start-dark", _nothing, "dark")
    studio.take("starter-record", _record)
    studio.take("no-result", _cpt)
    studio.take("import-running", _running)
    studio.take("import-report", _reported)
    studio.take("import-error", _refused)
    studio.take("import-running-dark", _running, "dark")
    studio.take("shortcuts", _shortcuts)
    studio.take("about", _about)
    studio.take("bug", _bug)
    problem = "Ticks and settings are not saved: the data folder cannot be written to."
    studio.take("read-only", _checklist, notebook_problem=problem)
    missing = Studio(studio.app, studio.folder, MISSING, date(2026, 11, 20))
    missing.take("library-missing", _nothing)


def _draw_release(studio: Studio) -> None:
    studio.take("record-light", _record)
    studio.take("record-dark", _record, "dark")
    studio.take("checklist-light", _checklist)
    studio.take("checklist-dark", _checklist, "dark")
    studio.take("checklist-small", _checklist, size=SMALL)
    studio.take("search-results", _results)
    studio.take("search-results-dark", _results, "dark")
    studio.take("search-drug", _found)
    studio.take("search-filtered", _filtered)
    studio.take("search-filtered-dark", _filtered, "dark")
    studio.take("search-corrected", _corrected)
    studio.take("search-brand", _brand)
    studio.take("search-other-product", _other_product)
    studio.take("search-no-code", _no_code)
    studio.take("search-everyday-dark", _everyday, "dark")
    studio.take("no-such-code", _no_such_code)
    studio.take("browse", _browsed)
    studio.take("browse-dark", _browsed, "dark")
    studio.take("per-diem", _per_diem)
    studio.take("nothing-found", _without_result)
    studio.take("discontinued", _discontinued)
    studio.take("modifier", _modifier)
    studio.take("commands", _commands)
    studio.take("commands-dark", _commands, "dark")
    studio.take("record-150", _zoomed(_record))
    studio.take("record-150-small", _zoomed(_record), size=SMALL)
    studio.take("record-200-small", _zoomed(_record, 5), size=SMALL)
    studio.take("checklist-200-small", _zoomed(_checklist, 5), size=SMALL)
    studio.take("record-wide", _record, size=WIDE)
    studio.take("checklist-150", _zoomed(_checklist), "dark")
    studio.take("first-start-150", _zoomed(_nothing))
    studio.draw_paper("J9043", TICKS)


def _draw_units(studio: Studio) -> None:
    studio.take("units-light", _units)
    studio.take("units-dark", _units, "dark")
    studio.take("units-small", _units, size=SMALL)
    studio.take("units-sizes", _units_of_two_sizes)
    studio.take("units-ndcs-dark", _units_with_ndcs, "dark")
    studio.take("units-150", _zoomed(_units_with_ndcs))
    studio.take("units-impossible", _units_impossible)
    studio.take("units-alone", _units_alone)
    studio.take("bsa", _bsa)
    studio.take("ndc", _ndc)
    studio.take("ndc-ambiguous", _ndc_ambiguous)


def _draw_claims(studio: Studio) -> None:
    studio.take("claim", _claim)
    studio.take("claim-dark", _claim, "dark")
    studio.take("claim-begun", _claim_begun)
    studio.take("claim-small", _claim_authorized, size=SMALL)
    studio.take("claim-150", _zoomed(_claim))
    studio.take("claim-rules", _rules)
    studio.take("per-diem-lines", _per_diem_lines)
    studio.take("per-diem-lines-dark", _per_diem_lines, "dark")
    studio.take("rental", _rental)
    studio.take("modifiers", _modifiers("J9043", "JW JZ"))
    studio.take("modifiers-dark", _modifiers("E0260", "RR KH"), "dark")
    studio.take("modifiers-small", _modifiers("J9043", "JW JZ"), size=SMALL)
    studio.take("claim-rules-150-dark", _zoomed(_rules), "dark")
    studio.take("modifier-use", _tab("JW", Qt.Key.Key_6))
    studio.take("edits-none", _tab("J9043", Qt.Key.Key_7))


def _draw_years(studio: Studio) -> None:
    studio.take("history", _tab("CS", Qt.Key.Key_9))
    studio.take("history-corrected", _tab("C9034", Qt.Key.Key_9))
    studio.take("record-caution", _tab("JG", Qt.Key.Key_1))
    studio.take("history-dark", _tab("K0903", Qt.Key.Key_9), "dark")
    studio.take("history-small", _tab("G9355", Qt.Key.Key_9), size=SMALL)
    studio.take("products", _tab("J1650", Qt.Key.Key_5))
    studio.take("products-dark", _prices, "dark")
    studio.take("products-quarters", _price_table)
    studio.take("products-small", _tab("Q4128", Qt.Key.Key_5), size=SMALL)
    studio.take("products-none", _tab("J9310", Qt.Key.Key_5))
    studio.take("products-175", _zoomed(_tab("J1650", Qt.Key.Key_5), 4))
    studio.take("whats-new", _news(0))
    studio.take("whats-new-dark", _news(5), "dark")
    studio.take("sources", _listed_sources)
    studio.take("sources-dark", _listed_sources, "dark")
    studio.take("preview", _looked_at)
    studio.take("preview-dark", _looked_at, "dark")


def _draw_gaps(studio: Studio) -> None:
    studio.take("unknown-dates", _unknown)
    studio.take("unknown-dates-dark", _unknown, "dark")
    studio.take("long-description", _long, size=SMALL)


def _draw_guides(studio: Studio) -> None:
    for mode in ("light", "dark"):
        suffix = "-dark" if mode == "dark" else ""
        studio.take(f"guide-conflict{suffix}", _tab("J9027", Qt.Key.Key_2), mode)
    studio.take("guide-conflict-small", _tab("J9027", Qt.Key.Key_2), size=SMALL)
    studio.take("guide-sources", _sources)
    studio.take("guide-per-diem", _tab("S9327", Qt.Key.Key_2))
    studio.take("guide-none", _tab("A4215", Qt.Key.Key_2))
    studio.take("record-conflict", _tab("J9305", Qt.Key.Key_1))
    studio.take("whom-to-ask", _whom_to_ask)
    studio.take("similar", _tab("J9043", Qt.Key.Key_8))
    studio.take("compare", _compared)
    studio.take("compare-dark", _compared, "dark")
    studio.take("compare-small", _compared, size=SMALL)
    studio.take("similar-none", _tab("A4215", Qt.Key.Key_8))
    studio.take("checklist-drug", _tab("J9207", Qt.Key.Key_3))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "resources/screenshots"))
