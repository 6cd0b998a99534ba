"""What changed as rows and as a page; every text is escaped."""

from hcpcs_desktop.domain.record import Record
from hcpcs_desktop.domain.release_diff import Difference, difference
from hcpcs_desktop.output import change_rows, changes_html


def record(code: str, text: str, coverage: str = "C") -> Record:
    values = {"long_description": (text,), "coverage": (coverage,), "action": ("C",)}
    return Record(code, "code", values)


def compared() -> Difference:
    before = [record("J9043", "Injection, <b>old</b>, 1 mg"), record("J9310", "Gone")]
    after = [record("J9043", "Injection, <b>new</b>, 1 mg", "D"), record("J9064", "Came")]
    return difference("2020-04", before, "2020-07", after)


TEXTS = {"J9043": "Injection, <b>new</b>, 1 mg", "J9064": "Came", "J9310": "Gone"}


def test_a_row_for_each_field_and_one_for_a_code_that_came_or_went() -> None:
    rows = list(change_rows.rows(compared().changes, TEXTS))
    assert [row[:5] for row in rows] == [
        (
            "J9043",
            "Long description, coverage",
            "Long description",
            "Injection, <b>old</b>, 1 mg",
            "Injection, <b>new</b>, 1 mg",
        ),
        ("J9043", "Long description, coverage", "Coverage", "C", "D"),
        ("J9064", "Added", "", "", ""),
        ("J9310", "No longer listed", "", "", ""),
    ]
    assert all(len(row) == len(change_rows.HEADINGS) for row in rows)


def test_the_page_says_what_it_holds_and_marks_the_words() -> None:
    html = changes_html.page(compared(), compared().changes, TEXTS, "All <changes>")
    assert "What is new from April 2020 to July 2020" in html
    assert "All &lt;changes&gt;: 3 codes." in html
    assert "<s>old</s>" in html
    assert "<b>new</b>" in html
    assert "&lt;b&gt;" in html
    assert "<p>Came</p>" in html
    assert "one of the two lists does not print it: discontinued, reactivated, " in html
