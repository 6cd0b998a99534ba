"""The places of service of the seeds."""

from dataclasses import fields
from itertools import combinations

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.domain.place import SERVICES, Place, find
from hcpcs_desktop.sources import seeds

from .filled import read

PLACES = seeds.read(paths.seeds()).places
CODES = (
    "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 31 32 33 34"
    " 41 42 49 50 51 52 53 54 55 56 57 58 60 61 62 65 71 72 81 99"
).split()
HOME = ("12", "13", "14", "33", "54", "55", "56")


def _place(code: str) -> Place:
    return next(place for place in PLACES if place.code == code)


def test_every_code_is_there_once_and_in_order() -> None:
    assert [place.code for place in PLACES] == CODES


def test_every_place_is_named_and_has_a_source() -> None:
    known = {field.name for field in fields(Place)}
    for place in read(paths.seeds() / "places.toml")["place"]:
        assert {"code", "name", "note", "source"} <= set(place) <= known
        assert all((place["name"], place["note"], place["source"]))


def test_no_service_both_fits_and_does_not() -> None:
    for place in PLACES:
        groups = [set(place.fits), set(place.some_payers), set(place.never)]
        assert set().union(*groups) <= set(SERVICES)
        assert not any(one & other for one, other in combinations(groups, 2))


@pytest.mark.parametrize("code", HOME)
def test_equipment_goes_where_home_is(code: str) -> None:
    assert _place(code).verdict("dme") == "fits"


@pytest.mark.parametrize("code", ["21", "31"])
def test_equipment_is_not_billed_in_a_stay(code: str) -> None:
    assert _place(code).verdict("dme") == "never"


@pytest.mark.parametrize("code", ["19", "21", "22", "23", "24"])
def test_drugs_in_a_hospital_or_surgical_center_are_the_facility_s(code: str) -> None:
    assert _place(code).verdict("drug") == "never"


def test_home_infusion_is_at_home() -> None:
    verdicts = {code: _place(code).verdict("home_infusion") for code in ("12", "11", "49", "21")}
    assert verdicts == {"12": "fits", "11": "some_payers", "49": "some_payers", "21": "never"}


def test_what_is_no_more_than_general_knowledge_says_so() -> None:
    assert not _place("60").certain
    assert _place("12").certain


@pytest.mark.parametrize(
    ("typed", "first"),
    [("home", "12"), ("office", "11"), ("ASC", "24"), ("emergency", "23"), ("telehealth", "02")],
)
def test_places_are_found_by_what_people_call_them(typed: str, first: str) -> None:
    assert find(PLACES, typed)[0].code == first
