"""The least that plain Python does for the same answer, to measure the app against."""

import sqlite3
import zipfile
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineWorkbook

from tests.sources.anweb_file import PLACES
from tests.sources.published import TEXT, WORKBOOK


def build(archive: Path) -> None:
    """Read the text and the workbook of a release, and index its descriptions twice in memory."""
    with zipfile.ZipFile(archive) as opened:
        lines = opened.read(TEXT).decode("cp1252").split("\r\n")
        book = CalamineWorkbook.from_filelike(BytesIO(opened.read(WORKBOOK)))
    book.get_sheet_by_index(0).to_python()
    rows = [
        (line[:5], line[11:91], *(line[at - 1 : at - 1 + size] for at, size in PLACES.values()))
        for line in lines
        if line[10:11] in ("3", "7")
    ]
    connection = sqlite3.connect(":memory:")
    for table in ("first", "second"):
        connection.execute(f"CREATE VIRTUAL TABLE {table} USING fts5(code, long)")
        connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", (row[:2] for row in rows))
    connection.close()


def search(descriptions: list[str], typed: str) -> list[str]:
    """The descriptions, in lower case, that hold each word that was typed."""
    words = typed.split()
    return [text for text in descriptions if all(word in text for word in words)]
