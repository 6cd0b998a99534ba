"""Markdown that shows what was meant."""

from dataclasses import replace

from hypothesis import given

from hcpcs_desktop.domain.checklist import Item
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output import markdown

from .golden import assert_golden
from .samples import BARE, J9027, J9043, pages


def test_code_page() -> None:
    assert_golden("page.md", markdown.code_page(J9043))


def test_code_page_of_a_code_that_a_guide_is_wrong_about() -> None:
    assert_golden("page-conflict.md", markdown.code_page(J9027))


def test_checklist() -> None:
    assert_golden("checklist.md", markdown.checklist(J9043, {"waste"}))


def test_code_of_which_little_is_known() -> None:
    assert "In the July 2025 list; dates not known" in markdown.code_page(BARE)
    assert "No checklist is made for this code yet" in markdown.checklist(BARE)


def test_signs_of_markdown_are_shown_not_obeyed() -> None:
    item = Item("x", "*bold* [link](http://x) <b>", "a|b\n# no heading", "`code`")
    page = replace(J9043, checklist=replace(J9043.checklist, items=(item,)))
    shown = markdown.checklist(page)
    assert r"\*bold\* \[link\](http://x) \<b\>" in shown
    assert r"a\|b \# no heading" in shown
    assert r"\`code\`" in shown


@given(page=pages)
def test_every_item_is_one_task_and_every_value_one_row(page: CodePage) -> None:
    tasks = [line for line in markdown.checklist(page).split("\n") if line.startswith("- [ ] ")]
    assert len(tasks) == len(page.checklist.items)
    rows = [line for line in markdown.code_page(page).split("\n") if line.startswith("| ")]
    values = sum(len(field.values) for field in page.fields)
    assert len(rows) == (1 + values if values else 0)
