"""Places of service and the services that fit them."""

import pytest

from hcpcs_desktop.domain.place import Place, Verdict, find, service_of

HOME = Place("12", "Home", "The patient's own home.", "CMS", ("dme", "home_infusion"))
OFFICE = Place("11", "Office", "Rooms.", "CMS", ("drug",), ("home_infusion",), words=("clinic",))
HOSPITAL = Place("21", "Inpatient hospital", "A stay.", "CMS", never=("drug",), words=("ward",))
PLACES = (OFFICE, HOME, HOSPITAL)


@pytest.mark.parametrize(
    ("place", "verdict"),
    [(HOME, "fits"), (OFFICE, "some_payers"), (HOSPITAL, "not_said")],
)
def test_verdict_on_a_service(place: Place, verdict: Verdict) -> None:
    assert place.verdict("home_infusion") == verdict


def test_what_a_practice_does_not_bill_in_a_hospital() -> None:
    assert HOSPITAL.verdict("drug") == "never"


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("12", ["12"]),
        ("POS 12", ["12"]),
        ("place of service 21", ["21"]),
        ("hosp", ["21"]),
        ("clinic", ["11"]),
        ("home", ["12"]),
        ("99", []),
        ("", []),
        ("place of service", []),
        ("moon", []),
    ],
)
def test_places_are_found_by_code_and_by_words(typed: str, codes: list[str]) -> None:
    assert [place.code for place in find(PLACES, typed)] == codes


def test_a_code_of_one_digit_has_its_zero() -> None:
    pharmacy = Place("01", "Pharmacy", "Dispensed.", "CMS")
    assert find([pharmacy], "1") == (pharmacy,)


def test_the_name_counts_before_the_note() -> None:
    noted = Place("02", "Telehealth", "Not at home.", "CMS")
    assert [place.code for place in find([noted, HOME], "home")] == ["12", "02"]


def test_traits_tell_the_service() -> None:
    assert service_of({"drug", "infused_drug", "chemotherapy"}) == "drug"
    assert service_of({"home_infusion", "not_medicare"}) == "home_infusion"
    assert service_of({"quality_measure"}) is None
