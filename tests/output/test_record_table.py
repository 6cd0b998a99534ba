"""The record as a table: each value on a line, nothing taken for a formula or for markup."""

from dataclasses import replace

from hypothesis import given

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output import record_table

from .samples import J9043, pages


def test_a_record_with_tabs() -> None:
    lines = record_table.tabbed(J9043).splitlines()
    assert lines[0] == "Field\tValue\tMeaning"
    assert lines[1] == "Code\tJ9043\t"
    assert "Release\tCMS release of July 2020\t" in lines


def test_a_cell_is_no_formula() -> None:
    page = replace(J9043, long="=1+1", short="@SUM(A1)")
    assert "\t'=1+1\t" in record_table.tabbed(page)
    assert ">&#x27;@SUM(A1)</td>" in record_table.html(page)


def test_the_cells_of_the_html_are_text_and_escaped() -> None:
    made = record_table.html(replace(J9043, long="<b>a & b</b>"))
    assert "&lt;b&gt;a &amp; b&lt;/b&gt;" in made
    assert made.count("mso-number-format") == made.count("<td")


@given(page=pages)
def test_every_line_has_three_cells(page: CodePage) -> None:
    lines = record_table.tabbed(page).split("\n")
    assert lines.pop() == ""
    assert {line.count("\t") for line in lines} == {2}
