"""HTML that is one page, needs nothing else, and obeys no text."""

from html.parser import HTMLParser

from hypothesis import given

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output import html, wording

from .golden import assert_golden
from .samples import BARE, J9027, J9043, pages

VOID = {"meta", "br"}
SHAPE = {"html", "head", "title", "style", "body"}
KNOWN = {*VOID, *SHAPE, "h1", "h2", "p", "b", "table", "tr", "td"}


class Read(HTMLParser):
    """The texts of a document; fails on a tag or attribute that it should not have."""

    def __init__(self, document: str) -> None:
        """Read the document to its end."""
        super().__init__()
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(document)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note that the tag is open."""
        assert tag in KNOWN | {"span"}
        assert {name for name, _ in attrs} <= {"class", "lang", "charset"}
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that it closes the tag that is open."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.texts.append(data)


def test_code_page() -> None:
    assert_golden("page.html", html.code_page(J9043))


def test_code_page_of_a_code_that_a_guide_is_wrong_about() -> None:
    assert_golden("page-conflict.html", html.code_page(J9027))


def test_checklist() -> None:
    assert_golden("checklist.html", html.checklist(J9043, {"waste"}))


def test_code_of_which_little_is_known() -> None:
    shown = html.code_page(BARE)
    assert "In the July 2025 list; dates not known" in shown
    assert "<table>" not in shown
    assert "No checklist is made for this code yet" in html.checklist(BARE)


@given(page=pages)
def test_every_text_is_shown_and_none_is_obeyed(page: CodePage) -> None:
    for document in (html.code_page(page), html.checklist(page, {"order"})):
        texts = "".join(Read(document).texts)
        assert wording.one_line(page.long or "") in texts
        assert f"date of service {page.on}" in texts
    shown = "".join(Read(html.checklist(page)).texts)
    for item in page.checklist.items:
        assert wording.one_line(item.text) in shown
        assert wording.one_line(item.why) in shown


def test_nothing_is_fetched() -> None:
    for document in (html.code_page(J9043), html.checklist(J9043)):
        assert "url(" not in document
        assert "://" not in document
        assert "@import" not in document
