"""What the checks of claims need to know, read from the library."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from hcpcs_desktop import paths
from hcpcs_desktop.domain.codes import Kind
from hcpcs_desktop.domain.edits import MueLimit, MueTable, PtpPair, PtpTable, quarter
from hcpcs_desktop.domain.ingredient import names
from hcpcs_desktop.domain.record import Appearance, Record, in_force
from hcpcs_desktop.domain.reference import CodeFacts, ModifierFacts
from hcpcs_desktop.domain.validity import Span, Validity, dates_as_of, days_on
from hcpcs_desktop.library import edits, prices, products, schema
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.names import BRAND
from hcpcs_desktop.library.words import typed_words
from hcpcs_desktop.sources import modifiers as modifiers_source
from hcpcs_desktop.sources import mue, ndc_crosswalk
from hcpcs_desktop.sources.modifiers import OfficialModifier, SeedModifiers

_DATED = ("valid", "not_yet_effective", "discontinued")
_USABLE = ("valid", "unknown")


class LibraryReference:
    """A library as ``domain.reference.Reference``.

    ``official`` are the modifiers of the seeds by code: their dates stand in where no release in
    the library tells any. What was looked up once is kept.
    """

    def __init__(self, library: Library, official: Mapping[str, OfficialModifier]) -> None:
        """Take an open library and the modifiers of the seeds."""
        self._library = library
        self._official = official
        self._code = cache(self._read_code)
        self._modifier = cache(self._read_modifier)
        self._billed_under = cache(self._read_crosswalk)
        self._goes_with = cache(self._read_called)
        self._named_by = cache(self._read_naming)

    @property
    def newest_release(self) -> str:
        """The newest CMS release in the library; empty where there is none."""
        return max(self._library.about.releases, default="")

    def code(self, code: str, on: date) -> CodeFacts | None:
        """A Level II code on a date; None where the library does not have it."""
        return self._code(code, on)

    def modifier(self, modifier: str, on: date) -> ModifierFacts | None:
        """A modifier on a date, by the releases or else by the seeds."""
        return self._modifier(modifier, on)

    def has_mue(self, table: MueTable, on: date) -> bool:
        """Whether the MUE table of the date's quarter is there."""
        quarters = edits.quarters(self._library.connection, mue.FAMILY, table)
        return quarter(on) in quarters

    def mue(self, code: str, table: MueTable, on: date) -> MueLimit | None:
        """The limit of a code in the table of the date's quarter."""
        return edits.limit(self._library.connection, code, table, on)

    def ptp_quarter(self, table: PtpTable, on: date) -> str:
        """The quarter whose table of pairs answers for the date."""
        return edits.ptp_quarter(self._library.connection, table, on)

    def ptp(self, codes: Iterable[str], table: PtpTable, on: date) -> Sequence[PtpPair]:
        """The pairs in force among codes."""
        return edits.pairs_among(self._library.connection, codes, table, on)

    def crosswalk(self, ndc11: str, on: date) -> frozenset[str] | None:
        """The codes under which the crosswalk of the date's quarter has an NDC."""
        return self._billed_under(ndc11, on)

    def called(self, name: str) -> frozenset[str]:
        """The codes that a trade name, or another name of an ingredient, goes with."""
        return self._goes_with(name.strip().lower())

    def naming(self, drug: str, on: date) -> tuple[str, ...]:
        """The codes usable on a date whose descriptions name a drug."""
        named = self._named_by(drug.lower())
        return tuple(code for code, life in named if life.state(on) in _USABLE)

    def _read_crosswalk(self, ndc11: str, on: date) -> frozenset[str] | None:
        connection = self._library.connection
        if not prices.quarter(connection, ndc_crosswalk.FAMILY, on):
            return None
        listed = products.of_ndc(connection, ndc11, on)
        return frozenset(each.product.code for each in listed if each.product.code)

    def _read_called(self, name: str) -> frozenset[str]:
        rows = self._library.connection.execute(
            "SELECT codes FROM name WHERE kind = ? AND lower(name) = ?", [BRAND, name]
        )
        found = frozenset(code for (codes,) in rows for code in codes.split())
        return found or frozenset(
            code
            for meaning in self._other_names(name)
            for code, _ in self._named_by(meaning.lower())
        )

    def _read_naming(self, drug: str) -> tuple[tuple[str, Validity], ...]:
        """The codes whose descriptions name a drug, with their lives."""
        words = drug.split()
        if not words:
            return ()
        rows = self._library.connection.execute(
            "SELECT code, long, validity FROM code WHERE kind = 'code' "
            "AND instr(lower(long), ?) > 0 ORDER BY code",
            [max(words, key=len)],
        )
        return tuple(
            (code, msgspec.json.decode(life, type=Validity))
            for code, long, life in rows
            if names(long, drug)
        )

    def _other_names(self, name: str) -> list[str]:
        """What CMS calls an ingredient: ``paracetamol`` is acetaminophen."""
        rows = self._library.connection.execute(
            "SELECT meaning FROM expansion WHERE kind = 'synonym' AND term = ?",
            [" ".join(typed_words(name))],
        )
        return [meaning for (meaning,) in rows]

    def _read_code(self, code: str, on: date) -> CodeFacts | None:
        row = self._row(code, "code")
        if row is None:
            return None
        _, traits, life = row
        appearances = self._appearances(code)
        known = in_force(appearances, on)
        added, ended = days_on(life, known, on)
        return CodeFacts(
            code=code,
            state=life.state(on),
            values={name: each.values for name, each in known.items()},
            traits=frozenset(traits.split()),
            added=added,
            ended=ended,
            dates_as_of=dates_as_of(life, known, appearances, on),
        )

    def _read_modifier(self, modifier: str, on: date) -> ModifierFacts | None:
        row, official = self._row(modifier, "modifier"), self._official.get(modifier)
        if row is not None:
            meaning, _, life = row
            state = life.state(on)
            if official is None or (state in _DATED and not self._ended_since(official, on)):
                known = in_force(self._appearances(modifier), on)
                return ModifierFacts(modifier, meaning, state, *days_on(life, known, on))
        if official is None:
            return None
        life = Validity((Span(official.added, official.ended),))
        return ModifierFacts(
            modifier, official.meaning, life.state(on), official.added, official.ended
        )

    def _ended_since(self, official: OfficialModifier, on: date) -> bool:
        """Whether a modifier had ended by a day, and all releases that list it are from before."""
        if official.ended is None or on <= official.ended:
            return False
        month = f"{official.ended:%Y-%m}"
        return all(each.release <= month for each in self._appearances(official.code))

    def _row(self, code: str, kind: Kind) -> tuple[str, str, Validity] | None:
        row = self._library.connection.execute(
            "SELECT long, traits, validity FROM code WHERE code = ? AND kind = ?", [code, kind]
        ).fetchone()
        return None if row is None else (*row[:2], msgspec.json.decode(row[2], type=Validity))

    def _appearances(self, code: str) -> list[Appearance]:
        rows = self._library.connection.execute(
            f"SELECT appearance.release, {schema.FIELD_COLUMNS} FROM appearance "
            "JOIN version ON version.id = appearance.version WHERE appearance.code = ?",
            [code],
        )
        return [
            Appearance(release, Record(code, "code", schema.values_of(tuple(columns))))
            for release, *columns in rows
        ]


@cache
def modifiers_of(seeds: Path) -> SeedModifiers:
    """The modifiers of the seeds, which no library changes."""
    return modifiers_source.read(seeds)


def reference(library: Library) -> LibraryReference:
    """A library with the modifiers of the app's seeds."""
    seeds = modifiers_of(paths.seeds())
    return LibraryReference(library, {each.code: each for each in seeds.modifiers})
