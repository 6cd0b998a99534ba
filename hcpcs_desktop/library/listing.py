"""Codes as lines of a list, for those that are known beforehand: recent codes, favourites."""

from collections.abc import Sequence
from datetime import date

import msgspec

from hcpcs_desktop.domain.hit import Hit, Why
from hcpcs_desktop.domain.traits import DRUG
from hcpcs_desktop.domain.validity import Validity
from hcpcs_desktop.library.connection import Library

_PLAIN = Why("code", "")
_COLUMNS = (
    "code, kind, short, long, traits, validity,"
    " EXISTS (SELECT 1 FROM conflict WHERE conflict.code = code.code)"
)


def listed(library: Library, codes: Sequence[str], on: date) -> tuple[Hit, ...]:
    """These codes in this order, as of a day; those that the library lacks are left out."""
    places = ", ".join("?" * len(codes))
    rows = library.connection.execute(
        f"SELECT {_COLUMNS} FROM code WHERE code IN ({places})", [*codes]
    )
    found = {
        code: Hit(
            code=code,
            kind=kind,
            short=short,
            long=long,
            state=msgspec.json.decode(validity, type=Validity).state(on),
            is_drug=DRUG in traits.split(),
            why=_PLAIN,
            has_conflict=bool(has_conflict),
        )
        for code, kind, short, long, traits, validity, has_conflict in rows
    }
    return tuple(found[code] for code in codes if code in found)
