"""Builds a library: a pure function of the seeds and the CMS files that were added.

The same inputs and the same version of SQLite give the same bytes.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from sqlite_utils import Database

from hcpcs_desktop.domain.guide import conflicts
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library import cautions, correcting, form, meanings, schema
from hcpcs_desktop.library.code_rows import CodeRows, code_rows
from hcpcs_desktop.library.drug_rows import limit_rows, product_rows
from hcpcs_desktop.library.edit_rows import edit_rows
from hcpcs_desktop.library.gather import Source, lives, releases
from hcpcs_desktop.library.groundwork import Groundwork
from hcpcs_desktop.library.lexicon import Prepared, codeless_names, vocabulary
from hcpcs_desktop.library.side_files import correction_rows, noc_codes, with_actions
from hcpcs_desktop.library.tables import Tables
from hcpcs_desktop.library.words import stem
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.seeds import Seeds

Progress = Callable[[str], None]


def build(target: Path, ground: Groundwork, sources: Sequence[Source], progress: Progress) -> str:
    """Write a new library file and return its id; ``target`` must not exist.

    Raises UserError where the folder cannot be written to.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        database = Database(str(target))
        try:
            identity = _fill(database, ground, sources, progress)
        finally:
            database.close()
        _flush(target)
    except (OSError, sqlite3.OperationalError) as error:
        raise UserError(
            f"The library could not be written to {target.parent} ({error}). "
            "Check that the folder can be written to and that the disk has room.",
            "not_writable",
        ) from error
    return identity


def _fill(
    database: Database, ground: Groundwork, sources: Sequence[Source], progress: Progress
) -> str:
    seeds, connection = ground.seeds, database.conn
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(schema.TABLES)
    tables = Tables(connection)
    with connection:
        progress("merging the releases")
        readings = [source.reading for source in sources]
        of_releases = with_actions(releases(sources), readings)
        _add_sources(database, seeds, sources)
        database.table("release").insert_all(
            {"id": release, "file": reading.file} for release, reading in of_releases.items()
        )
        _add_dictionary(database, tables, seeds, readings)
        progress("writing the codes")
        rows = code_rows(
            lives(seeds, of_releases, correcting.by_code(readings)),
            ground.lexicon,
            noc_codes(readings),
            ((each.code, each.name) for reading in readings for each in reading.products),
        )
        for table, inserted in (
            ("version", rows.versions),
            ("appearance", rows.appearances),
            ("code", rows.codes),
            ("payment_limit", limit_rows(readings)),
            ("product", product_rows(readings)),
            ("correction", correction_rows(readings)),
            *edit_rows(readings),
        ):
            tables.insert(table, inserted)
        progress("holding the guides against the record")
        _add_guides(database, seeds, rows)
        progress("building the search index")
        _add_search_texts(connection, tables, ground.lexicon, rows)
        for statement in schema.INDEXES:
            connection.execute(statement)
        identity = tables.identity()
        database.table("meta").insert_all(
            {"key": key, "value": value}
            for key, value in (
                ("id", identity),
                ("schema", form.VERSION),
                ("seeds", seeds.digest),
            )
        )
    return identity


def _add_sources(database: Database, seeds: Seeds, sources: Sequence[Source]) -> None:
    rows = len(seeds.records)
    seeds_row = (
        "seeds",
        "seeds",
        "",
        "seeds",
        seeds.digest,
        "",
        "",
        rows,
        rows,
        0,
        "[]",
    )
    rows_of_files = [
        (
            source.id,
            source.reading.family,
            source.reading.release,
            source.reading.file,
            source.sha256,
            source.kept_as,
            source.asked,
            source.reading.rows_read,
            source.reading.rows_stored,
            source.reading.skipped,
            json.dumps(source.reading.warnings),
        )
        for source in sources
    ]
    names = (
        "position", "id", "family", "release", "file", "sha256", "kept_as", "asked", "rows_read",
        "rows_stored", "skipped", "warnings",
    )  # fmt: skip
    database.table("source").insert_all(
        dict(zip(names, (position, *row), strict=True))
        for position, row in enumerate([seeds_row, *rows_of_files])
    )


def _add_dictionary(
    database: Database, tables: Tables, seeds: Seeds, readings: Sequence[Reading]
) -> None:
    database.table("field").insert_all(
        {
            "position": position,
            "name": field.name,
            "label": field.label,
            "help": field.help,
            "source": field.source,
            "code_table": field.table,
        }
        for position, field in enumerate(meanings.fields(seeds.dictionary, readings))
    )
    tables.insert("coded_value", meanings.coded_values(seeds.dictionary, readings))
    database.table("letter").insert_all(
        {"letter": letter, "heading": heading} for letter, heading in seeds.letters.items()
    )
    database.table("section").insert_all(
        {"first": each.span.first, "last": each.span.last, "heading": each.heading}
        for each in seeds.sections
    )
    database.table("checklist").insert_all(
        {"id": each.id, "template": _json(each)} for each in seeds.templates
    )


def _add_guides(database: Database, seeds: Seeds, rows: CodeRows) -> None:
    """The guides and contacts, and every claim of a guide that the record contradicts."""
    database.table("guide").insert_all(
        {"id": each.id, "guide": _json(each)} for each in seeds.guides
    )
    database.table("contact").insert_all(
        {"position": position, "contact": _json(each)}
        for position, each in enumerate(seeds.contacts)
    )
    database.table("guidance").insert_all(
        {"subject": subject, "content": _json(content)}
        for subject, content in (
            ("remittance", seeds.remittance),
            ("places", seeds.places),
            (cautions.SUBJECT, seeds.cautions),
        )
    )
    found = [
        conflict
        for guide in seeds.guides
        for conflict in conflicts(guide, rows.descriptions, rows.earlier)
    ]
    database.table("conflict").insert_all(
        {"position": position, "code": each.code, "conflict": _json(each)}
        for position, each in enumerate(found)
    )


def _add_search_texts(
    connection: sqlite3.Connection, tables: Tables, lexicon: Prepared, rows: CodeRows
) -> None:
    """The index, the vocabulary that misspelt words are held against, and the short forms."""
    connection.execute(schema.ONE_SEGMENT)
    connection.executemany(
        "INSERT INTO code_text (rowid, code, words, stems, brands, lay) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (number, text.code, text.words, text.stems, text.brands, text.lay)
            for number, text in enumerate(rows.texts, 1)
        ),
    )
    connection.execute(schema.TIDY)
    tables.insert(
        "vocabulary",
        [(word, count, stem(word)) for word, count in sorted(vocabulary(rows.texts).items())],
    )
    short_forms = [*lexicon.expansions, *codeless_names(rows.codeless, lexicon)]
    tables.insert("expansion", sorted(short_forms))
    tables.insert("name", rows.names.names)
    tables.insert("name_code", rows.names.codes)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _flush(path: Path) -> None:
    """Make sure that the bytes are on disk before anything names the file."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
