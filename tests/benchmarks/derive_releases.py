"""Makes further releases out of a real one: ``python -m tests.benchmarks.derive_releases OUT``.

CMS's files of only five releases are at hand, and a library grows with every quarter. Each made
release lacks some codes of the real one, words others anew and adds a few, as a quarter does.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hcpcs_desktop.domain.dictionary import DATES
from hcpcs_desktop.domain.record import Record
from hcpcs_desktop.sources import registry
from tests.sources import anweb_file

CMS = Path(__file__).resolve().parents[3] / "shared" / "cms"
MADE = ("2021-01", "2022-01", "2023-01")
_DROPPED, _REWORDED, _ADDED = 90, 25, 60
"""Every so manyth code is left out, worded anew, or has a new one added beside it."""


def derive(cms: Path, folder: Path) -> list[Path]:
    """Write the made releases into a folder; the files' names tell which they are."""
    source = cms / "2020-07" / "anweb.xlsx"
    records = [record for reading in registry.read(source, "2020-07") for record in reading.records]
    made = []
    for number, release in enumerate(MADE, 1):
        lines = [line for record in _changed(records, number) for line in _lines(record)]
        name = f"HCPC{release[:4]}_JAN_ANWEB.txt"
        made.append(anweb_file.save(folder, anweb_file.text(lines), name))
    return made


def _changed(records: list[Record], number: int) -> Iterator[Record]:
    """The records of the made release of that number."""
    codes = {record.code for record in records}
    for at, record in enumerate(records):
        if at % _DROPPED == number:
            continue
        yield _reworded(record, number) if at % _REWORDED == number else record
        beside = f"{record.code[:-1]}{number}"
        if at % _ADDED == number and len(record.code) == 5 and beside not in codes:
            codes.add(beside)
            yield replace(_reworded(record, number), code=beside)


def _reworded(record: Record, number: int) -> Record:
    long = (f"{record.first('long_description')}, revision {number}",)
    return replace(record, values={**record.values, "long_description": long})


def _lines(record: Record) -> list[str]:
    fields = {
        name: tuple(text.replace("-", "") for text in texts) if name in DATES else texts
        for name, texts in record.values.items()
        if name in anweb_file.PLACES and texts
    }
    return anweb_file.record(record.code, record.first("long_description"), **fields)


if __name__ == "__main__":
    for path in derive(CMS, Path(sys.argv[1])):
        print(path)
