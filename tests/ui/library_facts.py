"""What a library knows of CMS files: a life, prices, packages, two releases, what a look finds."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from hcpcs_desktop.domain.codes import kind_of
from hcpcs_desktop.domain.history import Event
from hcpcs_desktop.domain.price import ListedLimit, PaymentLimit
from hcpcs_desktop.domain.product import ListedProduct, Product
from hcpcs_desktop.domain.record import Record
from hcpcs_desktop.library.connection import SourceRow
from hcpcs_desktop.ui.session import Earlier

LIFE = (
    Event(date(2012, 1, 1), "", "Added"),
    Event(
        date(2020, 7, 1),
        "2020-07",
        "Long description changed, coverage changed",
        {
            "long_description": (("Injection, cabazitaxel, 2 mg",), ("Injection, <b>, 1 mg",)),
            "coverage": (("D",), ("C",)),
            "action": (("N",), ("C",)),
        },
        since="2019-01",
    ),
    Event(date(2020, 12, 31), "", "Discontinued; last valid day", {}, ("J9064",)),
)


def limit(release: str, dollars: str, **fields: Any) -> ListedLimit:  # noqa: ANN401
    """A payment limit of cabazitaxel."""
    made = PaymentLimit("J9043", "Cabazitaxel injection", "1 MG", Decimal(dollars), **fields)
    return ListedLimit(release, made)


LIMITS = (
    limit("2020-01", "181.5"),
    limit("2020-04", "190.25"),
    limit("2020-07", "186.0", coinsurance=Decimal("20.000"), notes="Made up"),
)


def package(number: int, name: str = "Jevtana", labeler: str = "Sanofi") -> ListedProduct:
    """A package; its number decides its size and its units."""
    made = Product(
        "J9043",
        f"{number:05}-5824-11",
        "ASP",
        labeler,
        name,
        "1 MG",
        package_size=Decimal(number) / 2,
        package_quantity=Decimal(1 + number % 3),
        billing_units=Decimal(number),
        billing_units_package=Decimal(number * (1 + number % 3)),
    )
    return ListedProduct("2020-07", made)


PACKAGES = (
    package(60),
    package(9, "Cabazitaxel", "Sandoz"),
    package(100, "Cabazitaxel", "Winthrop <b>"),
)


def _record(code: str, **values: str) -> Record:
    fields = {name: (value,) if value else () for name, value in values.items()}
    return Record(code, kind_of(code), fields)


RECORDS = {
    "2020-01": (_record("J9043", long_description="Injection, cabazitaxel, 2 mg", coverage="D"),),
    "2020-04": (
        _record("J9043", long_description="Injection, cabazitaxel, 2 mg", coverage="D"),
        _record("J9064", long_description="=1+1 is no formula", coverage="C"),
        _record("S9327", long_description="Home infusion", coverage="C"),
        _record("JW", long_description="Drug discarded"),
    ),
    "2020-07": (
        _record("J9027", long_description="Injection, clofarabine, 1 mg", action="A"),
        _record("J9043", long_description="Injection, cabazitaxel, 1 mg", coverage="D"),
        _record("J9064", long_description="=1+1 is no formula", coverage="D"),
        _record("S9327", long_description="Home infusion", coverage="I"),
        _record("JW", long_description="Drug discarded or not given"),
    ),
}
"""Two releases: one code added, two descriptions and two coverages changed."""


def source(id_: str, family: str, release: str) -> SourceRow:
    """A file that the library is made from."""
    return SourceRow(id_, family, release, f"{id_}.zip", "0" * 64, "a.zip", "", 10, 1234, 0, ())


SOURCES = (source("anweb-2020-04", "anweb", "2020-04"), source("asp-2020-07", "asp", "2020-07"))
BEFORE = (Earlier("library-old.db", 5000, ("2020-04",)),)


def seen(file: str) -> dict[str, Any]:
    """What the look at a file tells: a list of codes."""
    name = Path(file).name
    part = {"family": "anweb", "release": "2020-10", "file": name, "rows_stored": 6800}
    return {
        "path": file,
        "file": name,
        "sources": [{**part, "skipped": 0, "warnings": []}],
        "error": None,
    }


def not_seen(file: str, kind: str, message: str) -> dict[str, Any]:
    """What the look at a file tells that would be refused."""
    error = {"kind": kind, "message": message}
    return {"path": file, "file": Path(file).name, "sources": [], "error": error}
