"""What the checks ask of a library: codes, modifiers, names, NDCs, and what it does not have."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.domain.reference import Reference
from hcpcs_desktop.library.claims import reference
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.importing import Asked, build_file
from tests.sources.anweb_file import save

from .libraries import JULY, small_text

DAY = date(2021, 6, 1)
CROSSWALK = b"\n".join(
    [
        b"July 2020 ASP NDC - HCPCS Crosswalk,,",
        b'"Effective July 1, 2020 through September 30, 2020",,',
        b"_2020_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,"
        b"PKG SIZE,BILLUNITS,BILLUNITSPKG",
        b"J9043,Cabazitaxel,Maker,00024-5824-11,Jevtana,1 MG,1.50,60,60",
        b"J9044,Bortezomib,Maker,00024-5824-11,Velcade,0.1 MG,1,600,600",
    ]
)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reference]:
    """A list of codes, the whole lexicon, and a crosswalk."""
    folder = tmp_path_factory.mktemp("claims")
    files = {JULY: small_text(), "asp.csv": CROSSWALK}
    asked = [Asked(save(folder, content, name)) for name, content in files.items()]
    build_file(folder / "library.db", paths.seeds(), asked, lambda *_: None)
    with closing(Library.open(folder / "library.db")) as opened:
        yield reference(opened)


@pytest.fixture
def few(small: Library) -> Reference:
    """The small library, without crosswalk."""
    return reference(small)


@pytest.mark.parametrize(
    ("code", "on", "state"),
    [
        ("J9043", DAY, "valid"),
        ("J9310", DAY, "discontinued"),
        ("J9310", date(2018, 12, 31), "valid"),
        ("J0893", date(2020, 12, 31), "not_yet_effective"),
    ],
)
def test_a_code_on_its_date(few: Reference, code: str, on: date, state: str) -> None:
    facts = few.code(code, on)
    assert facts is not None
    assert facts.state == state


def test_a_code_with_its_record(few: Reference) -> None:
    facts = few.code("J9310", DAY)
    assert facts is not None
    assert facts.description == "Injection, rituximab, 100 mg"
    assert facts.values["pricing"] == ("51",)
    assert facts.traits >= {"drug"}
    assert facts.ended == date(2018, 12, 31)
    assert facts.unit is not None
    assert str(facts.unit.amount) == "100 mg"


@pytest.mark.parametrize(
    ("on", "added", "ended"),
    [
        (date(2021, 3, 1), date(2010, 1, 1), date(2020, 12, 31)),
        (date(2022, 3, 1), date(2021, 7, 1), date(2021, 12, 31)),
    ],
)
def test_the_dates_of_what_came_back_are_those_of_its_date(
    returns: Library, on: date, added: date, ended: date
) -> None:
    code, modifier = reference(returns).code("J7001", on), reference(returns).modifier("T9", on)
    assert code is not None
    assert (code.state, code.added, code.ended) == ("discontinued", added, ended)
    assert modifier is not None
    assert (modifier.state, modifier.added, modifier.ended) == ("discontinued", added, ended)


def test_what_is_not_there(few: Reference) -> None:
    assert few.code("J0000", DAY) is None
    assert few.code("JW", DAY) is None
    assert few.modifier("ZZ", DAY) is None
    assert few.modifier("J9043", DAY) is None
    assert few.newest_release == "2020-07"


@pytest.mark.parametrize(
    ("modifier", "on", "state"),
    [
        ("JW", date(2021, 1, 1), "valid"),
        ("JW", date(2009, 12, 31), "not_yet_effective"),
        ("JZ", date(2022, 12, 31), "not_yet_effective"),
        ("JZ", date(2023, 1, 1), "valid"),
        ("JF", date(2015, 6, 30), "valid"),
        ("JF", date(2015, 7, 1), "discontinued"),
    ],
)
def test_modifiers_by_the_release_or_else_by_the_seeds(
    few: Reference, modifier: str, on: date, state: str
) -> None:
    facts = few.modifier(modifier, on)
    assert facts is not None
    assert facts.state == state
    assert facts.meaning


def test_dates_of_the_seeds_stand_in_where_a_release_has_none(of_2020_and_2025: Library) -> None:
    known = reference(of_2020_and_2025)
    early, late = known.modifier("JZ", date(2022, 12, 31)), known.modifier("JZ", DAY.replace(2026))
    assert early is not None
    assert early.state == "not_yet_effective"
    assert late is not None
    assert late.state == "valid"


def test_a_release_from_before_a_modifier_ended_does_not_tell_its_end(of_2019: Library) -> None:
    known = reference(of_2019)
    last, after = known.modifier("GD", date(2019, 12, 31)), known.modifier("GD", date(2020, 1, 1))
    assert last is not None
    assert last.state == "valid"
    assert after is not None
    assert (after.state, after.ended) == ("discontinued", date(2019, 12, 31))


def test_trade_names_and_other_names(known: Reference) -> None:
    assert known.called("Jevtana") == known.called(" JEVTANA ") == {"J9043"}
    assert known.called("Rituxan") >= {"J9310"}
    assert known.called("something") == frozenset()


def test_codes_that_name_a_drug_and_can_be_used(known: Reference) -> None:
    assert known.naming("Bortezomib", DAY) == ("J9044",)
    assert known.naming("rituximab", DAY) == ()
    assert known.naming("rituximab", date(2018, 12, 31)) == ("J9310",)
    assert known.naming("", DAY) == ()


def test_ndcs_of_the_crosswalk(known: Reference, few: Reference) -> None:
    assert known.crosswalk("00024582411", DAY) == frozenset({"J9043", "J9044"})
    assert known.crosswalk("00024582499", DAY) == frozenset()
    assert few.crosswalk("00024582411", DAY) is None


def test_the_tables_of_edits_are_not_there_yet(few: Reference) -> None:
    assert not few.has_mue("practitioner", DAY)
    assert few.mue("J9043", "practitioner", DAY) is None
    assert few.ptp_quarter("practitioner", DAY) == ""
    assert few.ptp(["J9043"], "practitioner", DAY) == ()
