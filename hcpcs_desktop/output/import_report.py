"""The report of an import as text, to read in the window and to keep as a file."""

from typing import Any

from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.output.counted import count
from hcpcs_desktop.output.family_words import family_words

Json = dict[str, Any]


def source_line(source: Json) -> str:
    """One source: what it is, and how much of it was taken."""
    release = f"CMS {name_of(source['release'])}: " if source["release"] else ""
    skipped = f", {source['skipped']:,} skipped" if source["skipped"] else ""
    return f"{release}{_records(source['rows_stored'])} from {source['file']}{skipped}."


def others_line(preview: Json) -> str:
    """What a look at folders passed over; of which files it speaks, its list says."""
    number = preview["others"]
    if not number:
        return "No file in the folder has a form in which CMS publishes."
    files = count(number, "other file" if preview["files"] else "file")
    return f"{files} {'holds' if number == 1 else 'hold'} nothing of CMS."


def remarks(answer: Json) -> list[str]:
    """What is to be said about what was read."""
    return [text for source in answer["sources"] for text in source["warnings"]]


def text(answer: Json) -> str:
    """The whole report, to be saved."""
    held = answer["library"]
    lines = ["HCPCS Desktop: report of an import", ""]
    for source in answer["sources"]:
        lines.append(source_line(source))
        kind = family_words(source["family"]) if "family" in source else ""
        lines += [f"  {kind}"] if kind else []
        lines += [f"  {warning}" for warning in source["warnings"]]
    lines += ["", f"The library now holds {held['codes']:,} codes, {held['modifiers']} modifiers."]
    return "\n".join(lines) + "\n"


def _records(number: int) -> str:
    return f"{number:,} record" if number == 1 else f"{number:,} records"
