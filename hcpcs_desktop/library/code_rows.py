"""Turns the lives of the codes into rows: what each code is, and what leads to it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from hcpcs_desktop.domain.ingredient import ingredient, per_diem_therapy
from hcpcs_desktop.domain.traits import DRUG, NOC, traits_of
from hcpcs_desktop.domain.validity import Validity
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

_NO_DRUG = re.compile(
    r"^(?:unclassified|not |unlisted|unspecified|oral$)"
    r"|\b(?:drugs?|biological|radiopharmaceutical|imaging material|clotting factor)\b"
)
"""What stands in place of a drug's name where a code is for any of a class."""

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class CodeRows:
    """The rows of the table of codes, still without what is searched of each.

    ``brands`` are the trade names of each code, ``drugs`` the drug that each is for.
    """

    codes: list[Row]
    brands: TradeNames
    drugs: dict[str, str]

    @property
    def descriptions(self) -> dict[str, str]:
        """The newest long descriptions by code, without modifiers."""
        return {str(row[1]): str(row[3]) for row in self.codes if row[2] == "code"}

    def text(self, row: Row, lexicon: Prepared) -> SearchText:
        """What is searched of one of the codes."""
        code = str(row[1])
        return search_text(code, [str(row[4]), str(row[3])], self.brands.all_of(code), lexicon)


def code_rows(
    lives: Sequence[Life],
    lexicon: Prepared,
    noc: frozenset[str] = frozenset(),
    products: Iterable[tuple[str, str]] = (),
) -> CodeRows:
    """The rows for all codes, which are numbered in their order.

    ``noc`` are CMS's NOC codes, ``products`` the codes and names of packaged drugs.
    """
    plain = [_code_row(number, life, noc) for number, life in enumerate(lives, 1)]
    drug_texts = {str(row[1]): _drug_text(row) for row in plain}
    brands = trade_names(lexicon.brands, drug_texts)
    drugs = {str(row[1]): drug for row in plain if (drug := drug_of(str(row[6])))}
    add_products(brands.own, products, drug_texts, frozenset(drugs.values()))
    return CodeRows(plain, brands, drugs)


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
