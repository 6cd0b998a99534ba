"""Turns the lives of the codes into rows: each distinct version of a code is stored once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from hcpcs_desktop.domain.ingredient import ingredient, per_diem_therapy
from hcpcs_desktop.domain.record import Record, Validity
from hcpcs_desktop.domain.traits import DRUG, NOC, traits_of
from hcpcs_desktop.library import names, schema
from hcpcs_desktop.library.families import DRUG_FAMILY, PER_DIEM_FAMILY, drug_of
from hcpcs_desktop.library.gather import Life, newest_values
from hcpcs_desktop.library.lexicon import (
    Prepared,
    SearchText,
    TradeNames,
    add_products,
    search_text,
    trade_names,
)
from hcpcs_desktop.library.names import NameRows, name_rows

_NO_DRUG = re.compile(
    r"^(?:unclassified|not |unlisted|unspecified|oral$)"
    r"|\b(?:drugs?|biological|radiopharmaceutical|imaging material|clotting factor)\b"
)
"""What stands in place of a drug's name where a code is for any of a class."""

Row = tuple[object, ...]


@dataclass
class CodeRows:
    """The rows of three tables, and what the guides are held against.

    ``descriptions`` are the newest long descriptions by code, without modifiers; ``earlier`` has
    the other wordings that releases printed.
    """

    versions: list[Row] = field(default_factory=list)
    appearances: list[Row] = field(default_factory=list)
    codes: list[Row] = field(default_factory=list)
    texts: list[SearchText] = field(default_factory=list)
    names: NameRows = field(default_factory=lambda: NameRows([], []))
    descriptions: dict[str, str] = field(default_factory=dict)
    earlier: dict[str, frozenset[str]] = field(default_factory=dict)
    codeless: list[tuple[str, str]] = field(default_factory=list)


def code_rows(
    lives: Sequence[Life],
    lexicon: Prepared,
    noc: frozenset[str] = frozenset(),
    products: Iterable[tuple[str, str]] = (),
) -> CodeRows:
    """The rows for all codes, which are numbered in their order.

    ``noc`` are CMS's NOC codes, ``products`` the codes and names of packaged drugs.
    """
    rows = CodeRows()
    plain = [_code_row(number, life, noc) for number, life in enumerate(lives, 1)]
    drug_texts = {str(row[1]): _drug_text(row) for row in plain}
    brands = trade_names(lexicon.brands, drug_texts)
    drugs = {str(row[1]): drug for row in plain if (drug := drug_of(str(row[6])))}
    add_products(brands.own, products, drug_texts, frozenset(drugs.values()))
    rows.codeless += brands.codeless
    for life, row in zip(lives, plain, strict=True):
        text = search_text(life.code, [str(row[4]), str(row[3])], brands.all_of(life.code), lexicon)
        rows.texts.append(text)
        rows.codes.append((*row, text.words, text.word_stems))
        _add_versions(rows, life)
        if life.appearances[0].record.kind == "code":
            rows.descriptions[life.code] = str(row[3])
            wordings = {each.record.first("long_description") for each in life.appearances}
            rows.earlier[life.code] = frozenset(wordings - {"", str(row[3])})
    rows.names = name_rows(
        ((kind, *each) for kind, some in _named(brands, drugs, lexicon) for each in some),
        {str(row[1]): number for number, row in enumerate(plain, 1)},
        lexicon.compared,
    )
    return rows


def _named(
    brands: TradeNames, drugs: Mapping[str, str], lexicon: Prepared
) -> list[tuple[str, Sequence[tuple[str, dict[str, int]]]]]:
    """The names of each kind, in the order of the kinds."""
    of_drugs = _inverted({code: [drug] for code, drug in drugs.items()})
    return [
        (names.BRAND, _inverted(brands.own)),
        (names.DRUG, of_drugs),
        (names.KIN, _inverted(brands.kin)),
        (names.LAY, lexicon.lay),
    ]


def _inverted(by_code: Mapping[str, Iterable[str]]) -> list[tuple[str, dict[str, int]]]:
    """Names in order, each with the codes it leads to, from the names of each code."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for code, its_names in by_code.items():
        for name in its_names:
            found[name][code] = 0
    return sorted(found.items())


def _add_versions(rows: CodeRows, life: Life) -> None:
    known: dict[tuple[str | None, ...], int] = {}
    last: Record | None = None
    number = 0
    for each, origin in zip(life.appearances, life.origin, strict=True):
        if last is None or each.record.values != last.values:
            number, last = _version(rows, known, each.record), each.record
        printed: int | None = number
        if each.release in life.released:
            released = life.released[each.release]
            printed = _version(rows, known, released) if released is not None else None
        rows.appearances.append((life.code, each.release, number, printed, origin))


def _version(rows: CodeRows, known: dict[tuple[str | None, ...], int], record: Record) -> int:
    """The number of a record's row among the versions; ``known`` are those of the same code."""
    columns = schema.field_row(record)
    if columns not in known:
        known[columns] = len(rows.versions) + 1
        rows.versions.append((known[columns], record.code, *columns))
    return known[columns]


def _code_row(number: int, life: Life, noc: frozenset[str]) -> Row:
    values = newest_values(life)
    long = " ".join(values.get("long_description", ()))
    traits = traits_of(life.code, values) | ({NOC} if life.code in noc else set())
    return (
        number,
        life.code,
        life.appearances[0].record.kind,
        long,
        " ".join(values.get("short_description", ())),
        " ".join(sorted(traits)),
        _family(long, traits),
        msgspec.json.encode(life.validity).decode(),
        _last_day(life.validity),
        " ".join(values.get("coverage", ())),
        int(life.from_seeds),
    )


def _drug_text(row: Row) -> str:
    """The description of a drug, by which trade names find their codes; empty for all else."""
    return str(row[3]) if DRUG in str(row[5]).split() else ""


def _family(long: str, traits: frozenset[str]) -> str:
    """What a code shares with its sisters: the drug, or the therapy of a per diem."""
    if DRUG in traits:
        return "" if _has_no_drug(long, traits) else f"{DRUG_FAMILY}{ingredient(long)}"
    therapy = per_diem_therapy(long)
    return f"{PER_DIEM_FAMILY}{therapy}" if therapy else ""


def _has_no_drug(long: str, traits: frozenset[str]) -> bool:
    """Whether a code is for any drug: unclassified, and not of a drug that it names first."""
    return NOC in traits and _NO_DRUG.search(ingredient(long)) is not None


def _last_day(validity: Validity) -> str | None:
    """The last day on which the code may still be usable, as far as is known."""
    if validity.ended_by is not None:
        return validity.ended_by.isoformat()
    last = validity.spans[-1].end if validity.spans else None
    return last.isoformat() if last else None
