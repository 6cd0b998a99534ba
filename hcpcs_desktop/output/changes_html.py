"""What changed between two releases as an HTML page for printing; every text is escaped."""

from collections.abc import Mapping, Sequence
from html import escape

from hcpcs_desktop.domain.changed_words import Parts, changed_words
from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.domain.release_diff import Change, Difference
from hcpcs_desktop.output import change_rows, markup
from hcpcs_desktop.output.markup import paragraph, shown
from hcpcs_desktop.output.wording import one_line

_STYLE = """
body { font-family: sans-serif; font-size: 9pt; color: #1b2224; }
h1 { font-size: 15pt; margin: 0; }
p { margin: 0.2em 0; }
table { width: 100%; border-collapse: collapse; margin-top: 1em; }
td { vertical-align: top; border-bottom: 1px solid #dde2e3; padding: 4px 10px 4px 0; }
.code { font-family: monospace; font-weight: bold; }
.muted { color: #5b6669; }
"""


def page(
    found: Difference, changes: Sequence[Change], descriptions: Mapping[str, str], chosen: str
) -> str:
    """Some of the changes that were found; ``chosen`` says which of them were asked for."""
    title = f"What is new from {name_of(found.old)} to {name_of(found.new)}"
    told = f"{chosen}: {len(changes):,} codes. Compared from CMS's files by HCPCS Desktop."
    blocks = [
        f"<h1>{shown(title)}</h1>",
        paragraph(told, "muted"),
        paragraph(change_rows.untold_words(found.untold), "muted"),
        markup.table(_row(each, descriptions.get(each.code, "")) for each in changes),
    ]
    return markup.document(title, _STYLE, blocks)


def _row(change: Change, description: str) -> list[tuple[str, str]]:
    inner = [f"<p><b>{shown(change_rows.kinds_text(change))}</b></p>"]
    if change_rows.is_whole(change) or "long_description" not in change.kinds:
        inner.append(f"<p>{shown(description)}</p>")
    if not change_rows.is_whole(change):
        inner += [_field(*each) for each in change_rows.fields_of(change)]
    return [(shown(change.code), 'class="code"'), ("".join(inner), "")]


def _field(name: str, before: str, after: str) -> str:
    old, new = changed_words(one_line(before) or "(blank)", one_line(after) or "(blank)")
    return (
        f'<p class="muted">{shown(change_rows.field_words(name))}</p>'
        f'<p class="muted">{_marked(old, "s")}</p><p>{_marked(new, "b")}</p>'
    )


def _marked(parts: Parts, tag: str) -> str:
    return "".join(
        f"<{tag}>{escape(part.text)}</{tag}>" if part.changed else escape(part.text)
        for part in parts
    )
