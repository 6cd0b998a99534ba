"""Documents for paper: complete, with release and date for the foot, and no text obeyed."""

from hypothesis import given

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output import paper, wording

from .golden import assert_golden
from .samples import BARE, J9027, J9043, pages
from .test_html import KNOWN, Read


class ReadPaper(Read):
    """A document for paper: its cells have a width."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note that the tag is open."""
        assert tag in KNOWN | {"span"}
        assert {name for name, _ in attrs} <= {"class", "lang", "charset", "width"}
        if tag not in {"meta", "br"}:
            self._open.append(tag)


def test_record() -> None:
    assert_golden("paper-record.html", paper.record(J9043).html)


def test_record_of_a_code_that_a_guide_is_wrong_about() -> None:
    assert wording.CONFLICT_WORDS in paper.record(J9027).html


def test_checklist() -> None:
    assert_golden("paper-checklist.html", paper.checklist(J9043, {"waste"}).html)


def test_the_foot_names_release_and_date_of_service() -> None:
    for made in (paper.record(J9043), paper.checklist(J9043)):
        assert made.footer == (
            f"HCPCS Desktop; CMS release of July 2020; date of service {J9043.on.isoformat()}"
        )
    assert paper.record(J9043).file_name == "J9043.pdf"
    assert paper.checklist(J9043).file_name == "J9043-checklist.pdf"


def test_code_of_which_little_is_known() -> None:
    assert "dates not known" in paper.record(BARE).html
    assert "No checklist is made for this code yet" in paper.checklist(BARE).html


@given(page=pages)
def test_every_text_is_shown_and_none_is_obeyed(page: CodePage) -> None:
    for made in (paper.record(page), paper.checklist(page, {"order"})):
        shown = "".join(ReadPaper(made.html).texts)
        assert wording.one_line(page.long) in shown
    for item in page.checklist.items:
        assert wording.one_line(item.text) in shown
        assert wording.one_line(item.why) in shown
