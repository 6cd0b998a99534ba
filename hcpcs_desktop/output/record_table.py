"""A code's record as a table for the clipboard: with tabs for text, as HTML for Excel and Word.

No cell is taken for a formula, and ``00`` stays ``00``: the HTML says that its cells are text.
"""

from collections.abc import Iterator
from html import escape

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output import fields, wording
from hcpcs_desktop.output.sheet import no_formula

Row = tuple[str, str, str]
_HEAD: Row = ("Field", "Value", "Meaning")
_AS_TEXT = "mso-number-format:'\\@'"


def tabbed(page: CodePage) -> str:
    """The record with one line for each value and tabs between its cells."""
    return "".join("\t".join(map(_harmless, row)) + "\n" for row in (_HEAD, *_rows(page)))


def html(page: CodePage) -> str:
    """The same as the table of an HTML document."""
    head = "".join(f"<th align=left>{cell}</th>" for cell in _HEAD)
    rows = [
        "".join(f'<td style="{_AS_TEXT}">{escape(_harmless(cell))}</td>' for cell in row)
        for row in _rows(page)
    ]
    lines = [f"<tr>{cells}</tr>" for cells in (head, *rows)]
    body = "\n".join(lines)
    return f'<html><head><meta charset="utf-8"></head><body><table>\n{body}\n</table></body></html>'


def _rows(page: CodePage) -> Iterator[Row]:
    yield "Code", page.code, ""
    yield "Long description", page.long, ""
    yield "Short description", page.short, ""
    yield "Date of service", wording.day(page.on), wording.validity(page)
    yield "Release", wording.origin(page), ""
    label = ""
    for line in fields.sheet(page).lines:
        label = line.label or label
        yield label, line.value, line.meaning


def _harmless(cell: str) -> str:
    """A cell on one line that a spreadsheet does not take for a formula."""
    return no_formula(wording.one_line(cell))
