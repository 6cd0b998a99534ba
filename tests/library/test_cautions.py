"""What a coder has to know of a code that its record does not say."""

from datetime import date
from pathlib import Path

from hcpcs_desktop import paths
from hcpcs_desktop.library import codes
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.importing import build_file
from hcpcs_desktop.output import answers, html, markdown, text

ON = date(2026, 1, 1)


def test_jg_says_that_tb_took_its_place(tmp_path: Path) -> None:
    build_file(tmp_path / "library.db", paths.seeds(), [], lambda *_: None)
    library = Library.open(tmp_path / "library.db")
    try:
        page, other = (codes.page(library, code, ON) for code in ("JG", "TB"))
    finally:
        library.close()
    (caution,) = page.cautions
    assert caution.says.startswith("Use TB in its place from 2025-01-01 on.")
    assert "TB" in page.mentioned
    assert other.cautions == ()
    assert answers.show_answer(page)["cautions"] == [
        {"text": caution.says, "source": caution.source}
    ]
    for shown in (text.code_page(page, 300), markdown.code_page(page), html.code_page(page)):
        assert "Caution: Use TB in its place from" in shown
