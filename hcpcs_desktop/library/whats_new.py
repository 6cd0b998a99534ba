"""Compares two releases of the library, with a description for each code that changed."""

from hcpcs_desktop.domain.record import Record
from hcpcs_desktop.domain.release_diff import Comparison, difference
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.release_records import of_release


def compare(library: Library, old: str, new: str) -> Comparison:
    """Compare two releases (``YYYY-MM``); raises UserError where the library lacks one."""
    before, after = of_release(library, old), of_release(library, new)
    found = difference(old, before, new, after)
    texts = _descriptions(before) | _descriptions(after)
    return Comparison(found, {each.code: texts.get(each.code, "") for each in found.changes})


def _descriptions(records: tuple[Record, ...]) -> dict[str, str]:
    return {record.code: text for record in records if (text := record.first("long_description"))}
