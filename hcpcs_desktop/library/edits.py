"""Reads CMS's NCCI edits: the limits and pairs of a code, and the pairs among the codes of a claim.

The table of a quarter answers for the days of that quarter. Pairs carry their own dates, so where
the quarter is missing the next later table that is there answers.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from hcpcs_desktop.domain.codes import is_level_two
from hcpcs_desktop.domain.edits import ListedMue, MueLimit, MueTable, PtpPair, PtpTable, quarter
from hcpcs_desktop.domain.packed_pairs import Partners, among, unpacked
from hcpcs_desktop.sources import ptp


@dataclass(frozen=True, slots=True)
class PairPage:
    """Some of the pairs of a code, in the order of the other code.

    ``quarter`` is that of the table that answered, empty where there is none; ``total`` counts all
    pairs that were asked for, ``pairs`` are those of the page.
    """

    quarter: str
    total: int
    pairs: tuple[PtpPair, ...]


def quarters(connection: sqlite3.Connection, family: str, table: str) -> tuple[str, ...]:
    """The quarters of which a table is there, oldest first; ``family`` is ``mue`` or ``ptp``."""
    rows = connection.execute(
        "SELECT quarter FROM edit_list WHERE family = ? AND edit_table = ? ORDER BY quarter",
        [family, table],
    )
    return tuple(each for (each,) in rows)


def limit(connection: sqlite3.Connection, code: str, table: MueTable, on: date) -> MueLimit | None:
    """The limit of a code in the table of the date's quarter; None where it has none."""
    row = connection.execute(
        "SELECT value, mai FROM mue JOIN edit_list ON edit_list.id = mue.list "
        "WHERE code = ? AND edit_table = ? AND quarter = ?",
        [code, table, quarter(on)],
    ).fetchone()
    return None if row is None else MueLimit(code, *row)


def limits(connection: sqlite3.Connection, code: str) -> tuple[ListedMue, ...]:
    """The limits of a code in all tables and quarters, the newest quarter first."""
    rows = connection.execute(
        "SELECT edit_table, quarter, value, mai FROM mue JOIN edit_list ON edit_list.id = mue.list "
        "WHERE code = ? ORDER BY quarter DESC, edit_table",
        [code],
    )
    return tuple(
        ListedMue(table, quarter, MueLimit(code, value, mai)) for table, quarter, value, mai in rows
    )


def limits_on(connection: sqlite3.Connection, code: str, on: date) -> tuple[ListedMue, ...]:
    """The limits of a code in the tables of the date's quarter."""
    return tuple(each for each in limits(connection, code) if each.quarter == quarter(on))


def ptp_quarter(connection: sqlite3.Connection, table: PtpTable, on: date) -> str:
    """The quarter whose table of pairs answers for a day; empty where none does."""
    wanted = quarter(on)
    later = (each for each in quarters(connection, ptp.FAMILY, table) if each >= wanted)
    return next(later, "")


def pairs_among(
    connection: sqlite3.Connection, codes: Iterable[str], table: PtpTable, on: date
) -> tuple[PtpPair, ...]:
    """The pairs among codes that are in force on a day, each once.

    A pair of two Level II codes is filed under both; the earlier of the two is asked.
    """
    together = sorted(set(codes), key=lambda code: (is_level_two(code), code))
    in_quarter = ptp_quarter(connection, table, on)
    level_one = sum(not is_level_two(code) for code in together)
    found = (
        pair
        for at, code in enumerate(together[level_one:], level_one)
        for partners in _partners(connection, code, table, in_quarter)
        for pair in among(code, partners, together[:level_one] + together[at:])
    )
    with _damage_told():
        return tuple(dict.fromkeys(pair for pair in found if pair.in_force(on)))


def pairs_of(
    connection: sqlite3.Connection,
    code: str,
    table: PtpTable,
    on: date,
    *,
    other: str = "",
    in_force: bool = False,
    start: int = 0,
    most: int | None = None,
) -> PairPage:
    """A page of the pairs of a Level II code, for a table that can be searched.

    ``other`` is what the other code begins with; ``in_force`` leaves out what does not hold on the
    day; ``start`` pairs are passed over and at most ``most`` given, all where it is None.
    """
    in_quarter = ptp_quarter(connection, table, on)
    with _damage_told():
        found = sorted(
            (
                pair
                for partners in _partners(connection, code, table, in_quarter)
                for pair in unpacked(code, partners)
                if pair.other(code).startswith(other.strip().upper())
                and (not in_force or pair.in_force(on))
            ),
            key=lambda pair: (pair.other(code), pair.effective),
        )
    known = tuple(dict.fromkeys(found))
    end = len(known) if most is None else start + most
    return PairPage(in_quarter, len(known), known[start:end])


@contextmanager
def _damage_told() -> Iterator[None]:
    """What cannot be unpacked breaks as any other damage of a library does."""
    try:
        yield
    except (zlib.error, ValueError, TypeError, IndexError) as error:
        raise sqlite3.DatabaseError(f"a table of pairs cannot be unpacked: {error}") from error


def _partners(
    connection: sqlite3.Connection, code: str, table: PtpTable, in_quarter: str
) -> Sequence[Partners]:
    rows = connection.execute(
        "SELECT partners, dates FROM ptp JOIN edit_list ON edit_list.id = ptp.list "
        "WHERE code = ? AND edit_table = ? AND quarter = ?",
        [code, table, in_quarter],
    )
    return [Partners(*row) for row in rows]
