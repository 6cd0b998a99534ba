"""Draws the window's states: ``python -m tests.ui.screenshots [FOLDER]``.

States of a full release need CMS's files, which are no part of the project: where their folder is
missing, those pictures are left as they are.
"""

import os
import sys
import tempfile
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("FONTCONFIG_FILE", str(HERE / "fonts.conf"))

from PySide6.QtCore import Qt  # noqa: E402

from hcpcs_desktop import paths  # noqa: E402
from hcpcs_desktop.library.importing import Asked, build_file  # noqa: E402
from hcpcs_desktop.ui import application  # noqa: E402

from .pictures import claims, code, guidance, library, program, search, units  # noqa: E402
from .pictures.posing import nothing, tab, zoomed  # noqa: E402
from .pictures.studio import SMALL, WIDE, Session, Studio  # noqa: E402

CMS = HERE.parents[2] / "shared" / "cms"
YEAR_2019 = "2019/2019-Alpha-Numeric-HCPCS-File.zip"
CORRECTIONS = "2019/2019-HCPCS-Alpha-Numeric-Corrections.zip"
MISSING = Path("/data/hcpcs-desktop/library.db")


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
    guidance.draw(Studio(app, folder, july, date(2020, 8, 3)), SMALL)
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
    studio.take("first-start", nothing)
    studio.take("first-start-dark", nothing, "dark")
    studio.take("starter-record", code.record)
    studio.take("no-result", search.cpt)
    studio.take("import-running", library.running)
    studio.take("import-report", library.reported)
    studio.take("import-error", library.refused)
    studio.take("import-running-dark", library.running, "dark")
    studio.take("shortcuts", program.shortcuts)
    studio.take("about", program.about)
    studio.take("bug", program.bug)
    problem = "Ticks and settings are not saved: the data folder cannot be written to."
    studio.take("read-only", code.checklist, notebook_problem=problem)
    missing = Studio(studio.app, studio.folder, MISSING, date(2026, 11, 20))
    missing.take("library-missing", nothing)


def _draw_release(studio: Studio) -> None:
    studio.take("record-light", code.record)
    studio.take("record-dark", code.record, "dark")
    studio.take("checklist-light", code.checklist)
    studio.take("checklist-dark", code.checklist, "dark")
    studio.take("checklist-small", code.checklist, size=SMALL)
    studio.take("search-results", search.results)
    studio.take("search-results-dark", search.results, "dark")
    studio.take("search-drug", search.found)
    studio.take("search-filtered", search.filtered)
    studio.take("search-filtered-dark", search.filtered, "dark")
    studio.take("search-corrected", search.corrected)
    studio.take("search-brand", search.brand)
    studio.take("search-other-product", search.other_product)
    studio.take("search-no-code", search.no_code)
    studio.take("search-everyday-dark", search.everyday, "dark")
    studio.take("no-such-code", search.no_such_code)
    studio.take("browse", search.browsed)
    studio.take("browse-dark", search.browsed, "dark")
    studio.take("per-diem", code.per_diem)
    studio.take("nothing-found", search.without_result)
    studio.take("discontinued", code.discontinued)
    studio.take("modifier", code.modifier)
    studio.take("commands", program.commands)
    studio.take("commands-dark", program.commands, "dark")
    studio.take("record-150", zoomed(code.record))
    studio.take("record-150-small", zoomed(code.record), size=SMALL)
    studio.take("record-200-small", zoomed(code.record, 5), size=SMALL)
    studio.take("checklist-200-small", zoomed(code.checklist, 5), size=SMALL)
    studio.take("record-wide", code.record, size=WIDE)
    studio.take("checklist-150", zoomed(code.checklist), "dark")
    studio.take("first-start-150", zoomed(nothing))
    studio.draw_paper("J9043", code.TICKS)


def _draw_units(studio: Studio) -> None:
    studio.take("units-light", units.units)
    studio.take("units-dark", units.units, "dark")
    studio.take("units-small", units.units, size=SMALL)
    studio.take("units-sizes", units.units_of_two_sizes)
    studio.take("units-ndcs-dark", units.units_with_ndcs, "dark")
    studio.take("units-150", zoomed(units.units_with_ndcs))
    studio.take("units-impossible", units.units_impossible)
    studio.take("units-alone", units.units_alone)
    studio.take("bsa", units.bsa)
    studio.take("ndc", units.ndc)
    studio.take("ndc-ambiguous", units.ndc_ambiguous)


def _draw_claims(studio: Studio) -> None:
    studio.take("claim", claims.claim)
    studio.take("claim-dark", claims.claim, "dark")
    studio.take("claim-begun", claims.claim_begun)
    studio.take("claim-small", claims.claim_authorized, size=SMALL)
    studio.take("claim-150", zoomed(claims.claim))
    studio.take("claim-rules", claims.rules)
    studio.take("per-diem-lines", claims.per_diem_lines)
    studio.take("per-diem-lines-dark", claims.per_diem_lines, "dark")
    studio.take("rental", claims.rental)
    studio.take("modifiers", code.modifiers("J9043", "JW JZ"))
    studio.take("modifiers-dark", code.modifiers("E0260", "RR KH"), "dark")
    studio.take("modifiers-small", code.modifiers("J9043", "JW JZ"), size=SMALL)
    studio.take("claim-rules-150-dark", zoomed(claims.rules), "dark")
    studio.take("modifier-use", tab("JW", Qt.Key.Key_6))
    studio.take("edits-none", tab("J9043", Qt.Key.Key_7))


def _draw_years(studio: Studio) -> None:
    studio.take("history", tab("CS", Qt.Key.Key_9))
    studio.take("history-corrected", tab("C9034", Qt.Key.Key_9))
    studio.take("record-caution", tab("JG", Qt.Key.Key_1))
    studio.take("history-dark", tab("K0903", Qt.Key.Key_9), "dark")
    studio.take("history-small", tab("G9355", Qt.Key.Key_9), size=SMALL)
    studio.take("products", tab("J1650", Qt.Key.Key_5))
    studio.take("products-dark", code.prices, "dark")
    studio.take("products-quarters", code.price_table)
    studio.take("products-small", tab("Q4128", Qt.Key.Key_5), size=SMALL)
    studio.take("products-none", tab("J9310", Qt.Key.Key_5))
    studio.take("products-175", zoomed(tab("J1650", Qt.Key.Key_5), 4))
    studio.take("whats-new", library.news(0))
    studio.take("whats-new-dark", library.news(5), "dark")
    studio.take("sources", library.listed_sources)
    studio.take("sources-dark", library.listed_sources, "dark")
    studio.take("preview", library.looked_at)
    studio.take("preview-dark", library.looked_at, "dark")


def _draw_gaps(studio: Studio) -> None:
    studio.take("unknown-dates", code.unknown)
    studio.take("unknown-dates-dark", code.unknown, "dark")
    studio.take("long-description", code.long, size=SMALL)


def _draw_guides(studio: Studio) -> None:
    for mode in ("light", "dark"):
        suffix = "-dark" if mode == "dark" else ""
        studio.take(f"guide-conflict{suffix}", tab("J9027", Qt.Key.Key_2), mode)
    studio.take("guide-conflict-small", tab("J9027", Qt.Key.Key_2), size=SMALL)
    studio.take("guide-sources", code.sources)
    studio.take("guide-per-diem", tab("S9327", Qt.Key.Key_2))
    studio.take("guide-none", tab("A4215", Qt.Key.Key_2))
    studio.take("record-conflict", tab("J9305", Qt.Key.Key_1))
    studio.take("whom-to-ask", code.whom_to_ask)
    studio.take("similar", tab("J9043", Qt.Key.Key_8))
    studio.take("compare", code.compared)
    studio.take("compare-dark", code.compared, "dark")
    studio.take("compare-small", code.compared, size=SMALL)
    studio.take("similar-none", tab("A4215", Qt.Key.Key_8))
    studio.take("checklist-drug", tab("J9207", Qt.Key.Key_3))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "resources/screenshots"))
