"""Builds a library: a pure function of the seeds and the CMS files that were added.

The same inputs and the same version of SQLite give the same bytes.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import msgspec
from sqlite_utils import Database

from hcpcs_desktop.domain.guide import Conflict, conflicts
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library import cautions, correcting, form, meanings, schema, search_rows
from hcpcs_desktop.library.code_rows import CodeRows, code_rows
from hcpcs_desktop.library.connection import connect
from hcpcs_desktop.library.drug_rows import limit_rows, product_rows
from hcpcs_desktop.library.edit_rows import edit_rows
from hcpcs_desktop.library.gather import Life, Source, lives
from hcpcs_desktop.library.groundwork import Groundwork
from hcpcs_desktop.library.lexicon import Prepared, SearchText
from hcpcs_desktop.library.release_lists import release_lists
from hcpcs_desktop.library.side_files import correction_rows, noc_codes, with_actions
from hcpcs_desktop.library.tables import Tables
from hcpcs_desktop.library.version_rows import version_rows, wordings
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.seeds import Seeds

Progress = Callable[[str], None]


def build(
    target: Path,
    ground: Groundwork,
    sources: Sequence[Source],
    progress: Progress,
    meanwhile: Callable[[], None] = lambda: None,
) -> str:
    """Write a new library file, check it and return its id; ``target`` must not exist.

    ``meanwhile`` is done while SQLite writes and checks what it was given. Raises UserError where
    the folder cannot be written to, or the file is not sound.
    """
    with _writing_to(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(target, check_same_thread=False)
    with closing(connection), ThreadPoolExecutor(1) as beside:
        with _writing_to(target.parent):
            _prepare(connection)
            write = partial(beside.submit, _write, connection)
            identity, written = _fill(Database(connection), ground, sources, progress, write)
            sound = beside.submit(_check, target)
        meanwhile()
        with _writing_to(target.parent):
            written.result()
            _flush(target)
            sound.result()
    return identity


@contextmanager
def _writing_to(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        raise UserError(
            f"The library could not be written to {folder} ({error}). "
            "Check that the folder can be written to and that the disk has room.",
            "not_writable",
        ) from error


def _prepare(connection: sqlite3.Connection) -> None:
    for setting in (
        "journal_mode = OFF", "synchronous = OFF", "cache_size = -50000",
        "locking_mode = EXCLUSIVE",
    ):  # fmt: skip
        connection.execute(f"PRAGMA {setting}")
    connection.executescript(schema.TABLES)


def _fill(
    database: Database,
    ground: Groundwork,
    sources: Sequence[Source],
    progress: Progress,
    write: Callable[[], Future[None]],
) -> tuple[str, Future[None]]:
    """Fill the library, and have it written while all that was gathered for it is let go of."""
    seeds, connection = ground.seeds, database.conn
    tables = Tables(connection)
    progress("merging the releases")
    readings = [source.reading for source in sources]
    lists = release_lists(sources)
    of_releases = with_actions(lists.readings, readings)
    _add_sources(database, seeds, sources, lists.remarks)
    database.table("release").insert_all(
        {"id": release, "file": reading.file} for release, reading in of_releases.items()
    )
    _add_dictionary(database, tables, seeds, readings)
    progress("writing the codes")
    every_life = lives(seeds, of_releases, correcting.by_code(readings))
    rows = code_rows(
        every_life,
        ground.lexicon,
        noc_codes(readings),
        ((each.code, each.name) for reading in readings for each in reading.products),
    )
    progress("building the search index")
    with search_rows.Index(connection) as index:
        texts = index.fill(rows, ground.lexicon)
        for table, some in _large_tables(every_life, rows, texts, ground.lexicon, readings):
            tables.take(table, some)
        conflicting = _conflicts(seeds, every_life, rows)
    tables.write()
    progress("holding the guides against the record")
    _add_guides(database, seeds, conflicting)
    for statement in schema.INDEXES:
        connection.execute(statement)
    identity = tables.identity()
    database.table("meta").insert_all(
        {"key": key, "value": value}
        for key, value in (("id", identity), ("schema", form.VERSION), ("seeds", seeds.digest))
    )
    progress("checking the library")
    return identity, write()


def _write(connection: sqlite3.Connection) -> None:
    """Write what SQLite still has in memory."""
    connection.commit()
    connection.close()


def _check(path: Path) -> None:
    """Refuse a library whose file is not sound."""
    try:
        with closing(connect(path)) as connection:
            (said,) = connection.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.DatabaseError as error:
        said = str(error)
    if said != "ok":
        raise UserError("The new library did not pass its check. Nothing was changed; try again.")


def _flush(path: Path) -> None:
    """Make sure that the bytes are on disk before anything names the file."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _add_sources(
    database: Database,
    seeds: Seeds,
    sources: Sequence[Source],
    remarks: Mapping[str, Sequence[str]],
) -> None:
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
            json.dumps([*source.reading.warnings, *remarks.get(source.id, ())]),
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
    tables.take("coded_value", meanings.coded_values(seeds.dictionary, readings))
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


def _large_tables(
    every_life: Sequence[Life],
    rows: CodeRows,
    texts: Sequence[SearchText],
    lexicon: Prepared,
    readings: Sequence[Reading],
) -> Iterator[tuple[str, Sequence[Sequence[object]]]]:
    """The tables of thousands of rows and more, each with its rows."""
    versions = version_rows(every_life)
    yield "version", versions.versions
    yield "appearance", versions.appearances
    yield "code", search_rows.with_words(rows, texts)
    expansions = search_rows.expansion_rows(rows, lexicon)
    yield "vocabulary", search_rows.vocabulary_rows(texts, expansions)
    yield "expansion", expansions
    yield "name", search_rows.name_rows(rows, lexicon)
    yield "payment_limit", limit_rows(readings)
    yield "product", product_rows(readings)
    yield "correction", correction_rows(readings)
    yield from edit_rows(readings)


def _conflicts(seeds: Seeds, every_life: Sequence[Life], rows: CodeRows) -> list[Conflict]:
    """Every claim of a guide that the record contradicts."""
    claimed = {claim.code for guide in seeds.guides for claim in guide.claims}
    descriptions, printed = rows.descriptions, wordings(every_life, claimed)
    return [each for guide in seeds.guides for each in conflicts(guide, descriptions, printed)]


def _add_guides(database: Database, seeds: Seeds, conflicting: Sequence[Conflict]) -> None:
    """The guides with what contradicts them, contacts and guidance."""
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
    database.table("conflict").insert_all(
        {"position": position, "code": each.code, "conflict": _json(each)}
        for position, each in enumerate(conflicting)
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
