"""HTML that every document is built of; all text is put on one line and escaped."""

from collections.abc import Iterable
from html import escape

from hcpcs_desktop.output import wording


def document(title: str, style: str, blocks: Iterable[str]) -> str:
    """A whole document of these blocks with its style sheet; empty blocks are left out."""
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        f'<head><meta charset="utf-8"><title>{shown(title)}</title>',
        f"<style>{style}</style></head>",
        "<body>",
        *(block for block in blocks if block),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def page(title: str, style: str, blocks: Iterable[str], foot: str) -> str:
    """A document with its title above the blocks and a line at its foot."""
    heading = f"<h1>{shown(title)}</h1>"
    return document(title, style, [heading, *blocks, paragraph(foot, "footer muted")])


def table(rows: Iterable[list[tuple[str, str]]], attributes: str = "") -> str:
    """A table of cells, each its HTML and its attributes; empty where there are no rows."""
    lines = [
        "<tr>" + "".join(f"{_tag('td', own)}{inner}</td>" for inner, own in row) + "</tr>"
        for row in rows
    ]
    return "\n".join([_tag("table", attributes), *lines, "</table>"]) if lines else ""


def paragraph(text: str, kind: str = "") -> str:
    """A paragraph of a class; empty where there is no text."""
    attribute = f' class="{kind}"' if kind else ""
    return f"<p{attribute}>{shown(text)}</p>" if text else ""


def shown(text: str) -> str:
    """The text on one line, escaped."""
    return escape(wording.one_line(text))


def _tag(name: str, attributes: str) -> str:
    return f"<{name} {attributes}>" if attributes else f"<{name}>"
