"""The blocks that documents for paper are built of: small type, few lines, every text escaped."""

from collections.abc import Iterable

from hcpcs_desktop.output import markup
from hcpcs_desktop.output.markup import shown

_STYLE = """
body { font-size: 8.5pt; color: #1b2224; }
h1 { font-size: 16pt; margin: 0; }
.heading { font-size: 10.5pt; margin-top: 10px; margin-bottom: 4px; }
p { margin-top: 2px; margin-bottom: 2px; }
.long { font-size: 11pt; }
.muted { color: #566165; }
.small { font-size: 7.5pt; }
.value { font-family: monospace; }
.conflict { color: #a3191f; }
table { border-collapse: collapse; }
td { vertical-align: top; border-bottom: 0.5px solid #ccd4d6;
  padding-top: 2px; padding-bottom: 2px; padding-right: 6px; }
.box { font-size: 10pt; padding-top: 0; }
"""


def heading(text: str, more: str = "") -> str:
    """A heading as a paragraph: the document class makes an ``h2`` larger than it is told."""
    after = f'<span class="muted">&nbsp;&nbsp;{shown(more)}</span>' if more else ""
    return f'<p class="heading"><b>{shown(text)}</b>{after}</p>'


def document(title: str, blocks: Iterable[str]) -> str:
    """A whole document of these blocks; empty ones are left out."""
    return markup.document(title, _STYLE, blocks)


def table(rows: Iterable[list[tuple[str, str]]]) -> str:
    """A table of cells, each its HTML and its attributes; empty where there are no rows."""
    return markup.table(rows, 'width="100%"')
