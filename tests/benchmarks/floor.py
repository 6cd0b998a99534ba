"""The least that plain Python does for the same answer, to measure the app against."""

import sqlite3
import time
import zipfile
from collections.abc import Sequence
from contextlib import closing
from io import BytesIO
from pathlib import Path
from statistics import median

from python_calamine import CalamineWorkbook

from tests.sources.anweb_file import COLUMNS, PLACES
from tests.sources.published import TEXT

Rows = Sequence[Sequence[object]]

SLICES = [
    slice(start - 1 + place * size, start - 1 + place * size + size)
    for name, (start, size) in PLACES.items()
    for place in range(len(COLUMNS[name]))
]
"""Every place of every field of the record."""

_USUAL_MS = 9.0
"""What the loop of ``slowness`` takes on the machine on which the goals were set."""


def read_records(archive: Path, folder: Path) -> None:
    """Read the text of a release, slice each record, insert all into one table without an index."""
    with zipfile.ZipFile(archive) as opened:
        _insert([_records(opened.read(TEXT))], folder)


def read_everything(archive: Path, folder: Path) -> None:
    """The same with every file of the zip: the records sliced, the rest as lines and rows."""
    with zipfile.ZipFile(archive) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    files = [_records(members.pop(TEXT))]
    for name, content in members.items():
        if name.endswith(".xlsx"):
            files += _sheets(content)
        else:
            files.append([(line,) for line in content.decode("cp1252").split("\r\n")])
    _insert(files, folder)


def search(descriptions: list[str], typed: str) -> list[str]:
    """The descriptions, in lower case, that hold each word that was typed."""
    words = typed.split()
    return [text for text in descriptions if all(word in text for word in words)]


def slowness() -> float:
    """How many times as long as on the machine of the goals plain Python takes now; at least 1."""
    taken = []
    for _ in range(9):
        begin = time.thread_time()
        for number in range(50_000):
            str(number).split("1")
        taken.append((time.thread_time() - begin) * 1000)
    return max(1.0, median(taken) / _USUAL_MS)


def _records(text: bytes) -> Rows:
    return [
        (line[:5], line[11:91].strip(), *[line[part].strip() for part in SLICES])
        for line in text.decode("cp1252").split("\r\n")
        if line[10:11] in ("3", "4", "7", "8")
    ]


def _sheets(workbook: bytes) -> list[Rows]:
    with CalamineWorkbook.from_filelike(BytesIO(workbook)) as book:
        return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def _insert(files: Sequence[Rows], folder: Path) -> None:
    """Insert the rows of several files, each of one width, into a table on disk."""
    columns = [f"c{number}" for number in range(max(len(rows[0]) for rows in files))]
    path = folder / "floor.db"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"CREATE TABLE line ({', '.join(columns)})")
        for rows in files:
            width = len(rows[0])
            named, places = ", ".join(columns[:width]), ", ".join("?" * width)
            connection.executemany(f"INSERT INTO line ({named}) VALUES ({places})", rows)
        connection.commit()
