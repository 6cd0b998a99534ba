"""What kind of thing a code is told to be, with and without a full record."""

import pytest

from hcpcs_desktop.domain import family
from hcpcs_desktop.domain.record import Values
from hcpcs_desktop.domain.traits import TRAITS, traits_of


def _record(long: str, **fields: str) -> dict[str, Values]:
    return {
        "long_description": (long,),
        **{name: tuple(value.split()) for name, value in fields.items()},
    }


PRINTED = [
    (
        "J9043",
        _record("Injection, cabazitaxel, 1 mg", pricing="51", betos="O1D", coverage="C"),
        {"drug", "infused_drug", "chemotherapy"},
    ),
    (
        "J9027",
        _record("Injection, clofarabine, 1 mg", pricing="51", betos="O1E", coverage="C"),
        {"drug", "infused_drug", "chemotherapy"},
    ),
    (
        "J9305",
        _record("Injection, pemetrexed, not otherwise specified, 10 mg", pricing="51"),
        {"drug", "infused_drug", "chemotherapy", "noc"},
    ),
    (
        "J3490",
        _record("Unclassified drugs", pricing="51", betos="O1E", coverage="D"),
        {"drug", "infused_drug", "noc", "noc_drug", "special_coverage"},
    ),
    (
        "Q0162",
        _record("Ondansetron 1 mg, oral, anti-emetic", pricing="51", betos="O1D", coverage="D"),
        {"drug", "oral_drug", "special_coverage"},
    ),
    (
        "E0250",
        _record("Hospital bed, fixed height", pricing="36", betos="D1B", coverage="D"),
        {"dme", "capped_rental", "special_coverage"},
    ),
    (
        "E1390",
        _record("Oxygen concentrator", pricing="33", betos="D1C", coverage="D"),
        {"dme", "oxygen", "special_coverage"},
    ),
    (
        "L1832",
        _record("Knee orthosis, adjustable", pricing="38", betos="D1F", coverage="C"),
        {"orthotics_prosthetics", "supplied_item"},
    ),
    (
        "B4150",
        _record("Enteral formula, 100 calories = 1 unit", pricing="39", coverage="D"),
        {"enteral_parenteral", "supplied_item", "special_coverage"},
    ),
    (
        "G0008",
        _record("Administration of influenza virus vaccine", pricing="54", betos="O1G"),
        {"drug_administration", "service", "preventive"},
    ),
    (
        "G8420",
        _record("Bmi is documented within normal parameters", pricing="00", betos="M5B"),
        {"quality_measure"},
    ),
    (
        "V5060",
        _record("Hearing aid, monaural, behind the ear", pricing="00", coverage="S"),
        {"hearing", "supplied_item", "not_medicare", "statute_excluded"},
    ),
    (
        "A4335",
        _record("Incontinence supply; miscellaneous", pricing="46", coverage="C"),
        {"supply", "supplied_item", "noc", "noc_item"},
    ),
]

ONLY_DESCRIBED = [
    ("J1745", "Injection, infliximab, excludes biosimilar, 10 mg", {"drug", "infused_drug"}),
    (
        "J1442",
        "Injection, filgrastim (g-csf), excludes biosimilars, 1 microgram",
        {"drug", "infused_drug"},
    ),
    ("J9064", "Injection, cabazitaxel (sandoz), 1 mg", {"drug", "infused_drug", "chemotherapy"}),
    (
        "Q5123",
        "Injection, rituximab-arrx, biosimilar, 10 mg",
        {"drug", "infused_drug", "biosimilar"},
    ),
    ("Q2053", "Brexucabtagene autoleucel, per therapeutic dose", {"drug", "infused_drug"}),
    ("J7601", "Ensifentrine, inhalation suspension, 3 mg", {"drug", "inhaled_drug"}),
    ("J8522", "Capecitabine, oral, 50 mg", {"drug", "oral_drug"}),
    ("A2001", "Innovamatrix ac, per square centimeter", {"drug", "skin_substitute"}),
    ("A9593", "Gallium ga-68 psma-11, diagnostic, 1 millicurie", {"imaging_agent"}),
    ("C7500", "Debridement, bone", {"opps", "procedure", "service"}),
    ("C1600", "Catheter, transluminal (insertable)", {"opps", "device"}),
    ("C9399", "Unclassified drugs or biologicals", {"opps", "drug", "noc", "noc_drug"}),
    ("E0433", "Portable liquid oxygen system, rental", {"dme", "oxygen"}),
    ("A6578", "Gradient compression arm sleeve, each", {"compression", "supplied_item"}),
    ("G0567", "Infectious agent detection by nucleic acid", {"laboratory", "service"}),
    ("G4005", "Family medicine mips specialty set", {"quality_measure"}),
    ("M1003", "Tb screening performed", {"quality_measure"}),
    ("M0222", "Intravenous injection, bebtelovimab", {"drug_administration", "service"}),
    ("P9025", "Plasma, pathogen reduced, each unit", {"blood_product"}),
    (
        "S9563",
        "Home injectable therapy, immunotherapy, per diem",
        {"home_infusion", "not_medicare"},
    ),
    (
        "T1032",
        "Services by a doula",
        {"professional_service", "service", "medicaid", "not_medicare"},
    ),
    ("H0051", "Traditional healing service", {"behavioral_health", "service", "not_medicare"}),
    ("U0005", "Infectious agent detection", {"laboratory", "service"}),
    ("V2524", "Contact lens, hydrophilic", {"vision", "supplied_item"}),
]


@pytest.mark.parametrize(("code", "values", "expected"), PRINTED, ids=lambda each: str(each)[:5])
def test_the_record_tells(code: str, values: dict[str, Values], expected: set[str]) -> None:
    assert expected <= traits_of(code, values)


@pytest.mark.parametrize(
    ("code", "long", "expected"), ONLY_DESCRIBED, ids=lambda each: str(each)[:5]
)
def test_letter_range_and_wording_serve_without_a_record(
    code: str, long: str, expected: set[str]
) -> None:
    assert expected <= traits_of(code, _record(long))


def test_a_modifier_is_nothing_but_that() -> None:
    assert traits_of("JW", _record("Drug amount discarded", coverage="C")) == {"modifier"}


def test_a_drug_named_by_amount_is_not_without_a_code_of_its_own() -> None:
    assert "noc_drug" not in traits_of("J9305", PRINTED[2][1])


def test_what_fights_nausea_is_no_chemotherapy() -> None:
    assert "chemotherapy" not in traits_of("Q0162", PRINTED[4][1])


def test_giving_a_vaccine_is_no_drug() -> None:
    assert "drug" not in traits_of("G0008", PRINTED[9][1])


@pytest.mark.parametrize("coverage", ["I", "M", "S"])
def test_coverage_that_medicare_does_not_pay(coverage: str) -> None:
    assert "not_medicare" in traits_of("A9270", _record("Non-covered item", coverage=coverage))


def test_a_code_nobody_foresaw_still_has_a_family() -> None:
    assert traits_of("X1234", {}) == {family.GENERAL}


@pytest.mark.parametrize(("code", "values", "_"), PRINTED, ids=lambda each: str(each)[:5])
def test_every_code_has_one_family_and_known_traits(
    code: str, values: dict[str, Values], _: set[str]
) -> None:
    found = traits_of(code, values)
    assert found <= TRAITS
    assert len(found & family.FAMILIES) == 1


def test_what_is_inhaled_through_equipment_is_no_infusion() -> None:
    text = "Albuterol, up to 2.5 mg and ipratropium bromide, administered through dme"
    found = traits_of("J7620", {"long_description": (text,), "pricing": ("51",)})
    assert "inhaled_drug" in found
    assert "infused_drug" not in found


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Ambulance service, basic life support, emergency transport (bls-emergency)", True),
        ("Ambulance service, basic life support, non-emergency transport, (bls)", False),
    ],
)
def test_an_emergency_is_told_from_what_is_none(text: str, is_one: bool) -> None:
    assert ("emergency" in traits_of("A0429", {"long_description": (text,)})) is is_one
    assert "emergency" not in traits_of("S9480", {"long_description": ("Emergency visit",)})


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("Assessment for hearing aid", "service"),
        ("Dispensing fee, bilateral", "service"),
        ("Hearing aid, monaural, in the ear", "supplied_item"),
    ],
)
def test_for_hearing_services_are_told_from_devices(text: str, trait: str) -> None:
    found = traits_of("V5010", {"long_description": (text,)})
    assert found & {"service", "supplied_item"} == {trait}
