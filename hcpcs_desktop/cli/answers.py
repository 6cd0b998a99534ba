"""The answers of the commands that work on the library as a whole, as JSON and as text."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from hcpcs_desktop.cli.context import Answer
from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.library.connection import About, SourceRow
from hcpcs_desktop.output.import_report import others_line

if TYPE_CHECKING:
    from hcpcs_desktop.library.preview import Preview


def source(row: SourceRow, known: Collection[str] = ()) -> Answer:
    """One source; ``known`` are the ids of those that an import found to be there already."""
    warnings = list(row.warnings)
    if row.id in known:
        warnings.append("already in the library; nothing was changed")
    return {
        "id": row.id,
        "family": row.family,
        "release": row.release or None,
        "file": row.file,
        "sha256": row.sha256,
        "rows_read": row.rows_read,
        "rows_stored": row.rows_stored,
        "skipped": row.skipped,
        "warnings": warnings,
    }


def library(about: About) -> Answer:
    """What the library is and holds."""
    return {
        "id": about.id,
        "path": str(about.path),
        "codes": about.codes,
        "modifiers": about.modifiers,
        "releases": list(about.releases),
        "bytes": about.bytes,
    }


def imported(
    about: About, rows: Sequence[SourceRow], known: Collection[str], seconds: float
) -> Answer:
    """The answer of ``build`` and ``import``."""
    return {
        "sources": [source(row, known) for row in rows],
        "library": library(about),
        "seconds": round(seconds, 3),
    }


def previewed(found: "Preview") -> Answer:
    """What would be taken of a file, or why it would be refused."""
    error = found.error
    return {
        "path": str(found.asked.path),
        "file": found.name,
        "sources": [
            {
                "family": each.family,
                "release": each.release or None,
                "file": each.file,
                "rows_stored": each.rows_stored,
                "skipped": each.skipped,
                "warnings": list(each.warnings),
            }
            for each in found.readings
        ],
        "error": error and {"kind": error.kind, "message": str(error)},
    }


def preview_text(answer: Answer) -> str:
    """The same for people: one line for each file, one for each source in it, one for the rest."""
    lines = []
    for found in answer["files"]:
        lines.append(f"{found['file']}: {found['error']['message'] if found['error'] else ''}")
        for each in found["sources"]:
            release = f" {name_of(each['release'])}," if each["release"] else ""
            lines.append(f"  {each['family']},{release} {each['rows_stored']:,} records")
    lines += [others_line(answer)] if answer["others"] or not answer["files"] else []
    return "\n".join(line.rstrip(": ") for line in lines)


def imported_text(answer: Answer) -> str:
    """The same for people."""
    held = answer["library"]
    lines = [sources_text(answer["sources"])] if answer["sources"] else []
    lines.append(
        f"The library holds {held['codes']:,} codes and {held['modifiers']} modifiers "
        f"({held['bytes'] / 1e6:.1f} MB), made in {answer['seconds']:.1f} s."
    )
    return "\n".join(lines)


def sources_text(rows: Sequence[Answer]) -> str:
    """Sources for people: one line each, their warnings below."""
    lines = []
    for row in rows:
        release = f" {name_of(row['release'])}," if row["release"] else ""
        lines.append(f"{row['id']}:{release} {row['file']}, {row['rows_stored']:,} records")
        lines += [f"  {warning}" for warning in row["warnings"]]
    return "\n".join(lines)
