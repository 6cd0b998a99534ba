"""What the sheets of the tools are made of: a document, tables, a table with tabs.

A document needs nothing but itself: every text is escaped; there are no links, images or scripts.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape

from hcpcs_desktop.output import markup
from hcpcs_desktop.output.markup import shown

_STYLE = """
body { font-family: sans-serif; font-size: 10.5pt; line-height: 1.35; color: #1b2224; }
h1 { font-size: 18pt; margin: 0; }
h2 { font-size: 12pt; margin: 1.25em 0 0.25em 0; }
p { margin: 0.25em 0; }
table { width: 100%; border-collapse: collapse; }
td, th { text-align: left; vertical-align: top; border-bottom: 1px solid #dde2e3;
  padding-top: 4px; padding-bottom: 4px; padding-left: 0; padding-right: 14px; }
th { font-weight: normal; color: #5b6669; }
.muted { color: #5b6669; }
.value { font-family: monospace; }
.footer { margin-top: 2em; font-size: 9pt; }
@page { margin: 16mm; }
"""
_FORMULA = ("=", "+", "-", "@")
_BLANKS = re.compile(" {2,}")


def document(title: str, blocks: Iterable[str], foot: str) -> str:
    """A document of these blocks, with its title above and a line at its foot."""
    return markup.page(title, _STYLE, blocks, foot)


def pairs(rows: Iterable[tuple[str, str]]) -> str:
    """Names at the left, their values beside them."""
    return _table(
        f'<td class="muted" width="30%">{shown(name)}</td><td>{shown(value)}</td>'
        for name, value in rows
    )


def grid(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of values below their headings."""
    head = "".join(f"<th>{shown(name)}</th>" for name in headings)
    lines = ("".join(f'<td class="value">{_value(cell)}</td>' for cell in row) for row in rows)
    return _table([head, *lines])


def heading(text: str) -> str:
    """A heading within a document."""
    return f"<h2>{shown(text)}</h2>"


def sourced(text: str, source: str) -> str:
    """A paragraph with its source."""
    return f'<p>{shown(text)} <span class="muted">Source: {shown(source)}.</span></p>'


def tabbed(rows: Iterable[Sequence[str]]) -> str:
    """Rows with tabs, which a spreadsheet takes apart and does not reckon."""
    return "".join("\t".join(map(_harmless, row)) + "\n" for row in rows)


def _harmless(cell: str) -> str:
    """A cell on one line that is no formula."""
    return no_formula(_with_its_blanks(cell))


def no_formula(text: str) -> str:
    """A text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _value(cell: str) -> str:
    """A cell of a document: several blanks, as between an NDC and its quantity, stay several."""
    return _BLANKS.sub(lambda run: "&nbsp;" * len(run[0]), escape(_with_its_blanks(cell)))


def _with_its_blanks(text: str) -> str:
    """On one line, with nothing that a terminal or a document would obey."""
    return "".join(char if char.isprintable() else " " for char in text).strip()


def _table(rows: Iterable[str]) -> str:
    lines = (f"<tr>{row}</tr>" for row in rows)
    return "\n".join(['<table width="100%" cellspacing="0">', *lines, "</table>"])
