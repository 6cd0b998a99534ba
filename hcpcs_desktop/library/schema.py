"""The tables of the library, and how a row of them is put together.

Text columns of fields hold NULL where a release does not print the field and '' where it is
blank; several values of a field stand one per line. An appearance has the version of the code that
holds in a release, with CMS's corrections, and the one that the list printed, NULL where it lacked
the code. A name has the codes that it leads to, and its place among the names of each, both with
blanks between them.
"""

from hcpcs_desktop.domain.dictionary import DESCRIPTIONS, FIELD_NAMES
from hcpcs_desktop.domain.record import Record, Values

FIELDS = (*DESCRIPTIONS, *FIELD_NAMES)

FIELD_COLUMNS = ", ".join(f"version.{name}" for name in FIELDS)
"""The columns of a version, to be selected for ``values_of``."""

_DECLARED = ",\n  ".join(f"{name} TEXT" for name in FIELDS)

TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
  position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, family TEXT NOT NULL,
  release TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, kept_as TEXT NOT NULL,
  asked TEXT NOT NULL, rows_read INTEGER NOT NULL, rows_stored INTEGER NOT NULL,
  skipped INTEGER NOT NULL, warnings TEXT NOT NULL
);
CREATE TABLE release (id TEXT PRIMARY KEY, file TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE field (
  position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, label TEXT NOT NULL,
  help TEXT NOT NULL, source TEXT NOT NULL, code_table TEXT
);
CREATE TABLE coded_value (
  code_table TEXT NOT NULL, value TEXT NOT NULL, meaning TEXT NOT NULL, source TEXT NOT NULL,
  PRIMARY KEY (code_table, value)
) WITHOUT ROWID;
CREATE TABLE letter (letter TEXT PRIMARY KEY, heading TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE section (
  first TEXT NOT NULL, last TEXT NOT NULL, heading TEXT NOT NULL, PRIMARY KEY (first, last)
) WITHOUT ROWID;
CREATE TABLE checklist (
  id TEXT PRIMARY KEY, template TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE guide (id TEXT PRIMARY KEY, guide TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE conflict (
  position INTEGER PRIMARY KEY, code TEXT NOT NULL, conflict TEXT NOT NULL
);
CREATE TABLE guidance (subject TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE contact (position INTEGER PRIMARY KEY, contact TEXT NOT NULL);
CREATE TABLE version (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL,
  {_DECLARED}
);
CREATE TABLE appearance (
  code TEXT NOT NULL, release TEXT NOT NULL, version INTEGER NOT NULL REFERENCES version,
  printed INTEGER REFERENCES version, source TEXT NOT NULL, PRIMARY KEY (code, release)
) WITHOUT ROWID;
CREATE TABLE code (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, long TEXT NOT NULL,
  short TEXT NOT NULL, traits TEXT NOT NULL, family TEXT NOT NULL, validity TEXT NOT NULL,
  ended TEXT, coverage TEXT NOT NULL, from_seeds INTEGER NOT NULL, words TEXT NOT NULL,
  stems TEXT NOT NULL
);
CREATE TABLE name (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, joined TEXT NOT NULL, amounts TEXT NOT NULL,
  kind TEXT NOT NULL, name TEXT NOT NULL, codes TEXT NOT NULL, places TEXT NOT NULL
);
CREATE TABLE expansion (
  term TEXT NOT NULL, meaning TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (term, meaning)
) WITHOUT ROWID;
CREATE TABLE vocabulary (
  word TEXT PRIMARY KEY, count INTEGER NOT NULL, stem TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE payment_limit (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, release TEXT NOT NULL, short TEXT NOT NULL,
  dosage TEXT NOT NULL, payment_limit TEXT, coinsurance TEXT, vaccine_awp TEXT, vaccine_limit TEXT,
  blood_awp TEXT, blood_limit TEXT, clotting_factor INTEGER NOT NULL, notes TEXT NOT NULL
);
CREATE TABLE product (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, ndc11 TEXT NOT NULL, release TEXT NOT NULL,
  crosswalk TEXT NOT NULL, ndc TEXT NOT NULL, labeler TEXT NOT NULL, name TEXT NOT NULL,
  dosage TEXT NOT NULL, short TEXT NOT NULL, generic TEXT NOT NULL, package_size TEXT,
  package_quantity TEXT, billing_units TEXT, billing_units_package TEXT
);
CREATE TABLE correction (
  position INTEGER PRIMARY KEY, code TEXT NOT NULL, release TEXT NOT NULL,
  correction TEXT NOT NULL
);
CREATE TABLE edit_list (
  id INTEGER PRIMARY KEY, family TEXT NOT NULL, edit_table TEXT NOT NULL, quarter TEXT NOT NULL
);
CREATE TABLE mue (
  code TEXT NOT NULL, list INTEGER NOT NULL REFERENCES edit_list, value INTEGER NOT NULL,
  mai INTEGER NOT NULL, PRIMARY KEY (code, list)
) WITHOUT ROWID;
CREATE TABLE ptp (
  id INTEGER PRIMARY KEY, list INTEGER NOT NULL REFERENCES edit_list, code TEXT NOT NULL,
  partners BLOB NOT NULL, dates BLOB NOT NULL
);
CREATE VIRTUAL TABLE code_text USING fts5(
  code, words, stems, brands, lay, content='', tokenize='ascii', prefix='1 2'
);
"""

INDEXES = (
    "CREATE INDEX code_family ON code (family) WHERE family <> ''",
    "CREATE INDEX name_key ON name (key)",
    "CREATE INDEX name_joined ON name (joined)",
    "CREATE INDEX payment_limit_code ON payment_limit (code)",
    "CREATE INDEX product_code ON product (code)",
    "CREATE INDEX product_ndc11 ON product (ndc11)",
    "CREATE INDEX correction_code ON correction (code)",
    "CREATE INDEX ptp_code ON ptp (code, list)",
)
"""Made when their tables are full: to sort once is quicker than to put each row in its place."""

ONE_SEGMENT = "INSERT INTO code_text(code_text, rank) VALUES ('hashsize', 67108864)"
"""Has the index gathered in memory and written once: quicker, and a smaller file."""

TIDY = "INSERT INTO code_text(code_text) VALUES ('optimize')"

HASHED = (
    "source", "release", "field", "coded_value", "letter", "section", "checklist", "guide",
    "conflict", "contact", "guidance", "version", "appearance", "code", "name", "expansion",
    "vocabulary",
    "payment_limit", "product", "correction", "edit_list", "mue", "ptp",
)  # fmt: skip
"""Tables whose rows, in the order of their keys, make the id of the library."""

COMPRESSED = "ptp"
"""The one table of ``HASHED`` whose last column is compressed."""


def field_row(record: Record) -> tuple[str | None, ...]:
    """The columns of a record in the order of ``FIELDS``."""
    values = record.values
    return tuple(["\n".join(values[name]) if name in values else None for name in FIELDS])


def values_of(row: tuple[str | None, ...]) -> dict[str, Values]:
    """The printed values of a row's field columns: the opposite of ``field_row``."""
    return {
        name: tuple(text.split("\n")) if text else ()
        for name, text in zip(FIELDS, row, strict=True)
        if text is not None
    }
