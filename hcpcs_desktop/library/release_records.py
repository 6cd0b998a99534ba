"""Reads all records of one release, as that release prints them."""

from hcpcs_desktop.domain.record import Record
from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library import schema
from hcpcs_desktop.library.connection import Library


def of_release(library: Library, release: str) -> tuple[Record, ...]:
    """The records of a release in the order of their codes.

    Raises UserError (kind ``not_found``) where the library does not hold the release.
    """
    if release not in library.about.releases:
        held = ", ".join(library.about.releases) or "no release"
        raise UserError(
            f"The {name_of(release)} release is not in the library, which holds {held}. Add its "
            f"file, or name the file itself as {release}=FILE.",
            "not_found",
        )
    rows = library.connection.execute(
        f"SELECT code.code, code.kind, {schema.FIELD_COLUMNS} FROM appearance "
        "JOIN version ON version.id = appearance.printed JOIN code ON code.code = appearance.code "
        "WHERE appearance.release = ? AND code.from_seeds = 0 ORDER BY code.code",
        [release],
    )
    return tuple(
        Record(code, kind, schema.values_of(tuple(columns))) for code, kind, *columns in rows
    )
