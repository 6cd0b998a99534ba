"""Every code of a whole release has a checklist that makes sense."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.domain import family
from hcpcs_desktop.domain.checklist import PAYERS, SETTINGS, Checklist, Payer, Template, compose
from hcpcs_desktop.domain.clinic import Clinic
from hcpcs_desktop.domain.composing import compose_for
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.domain.record import Values
from hcpcs_desktop.domain.traits import NOT_MEDICARE, traits_of
from hcpcs_desktop.sources import registry, seeds

from .golden import assert_golden

TEMPLATES = seeds.read(paths.seeds()).templates
WORKBOOKS = ("2020-07/anweb.xlsx", "2025-07/HCPC2025_JUL_ANWEB_v3.xlsx")
FORTY = (
    "A0428", "A4222", "A4253", "A4351", "A5500", "A6212", "A6531", "A9270", "A9500", "A9576",
    "B4150", "C1721", "C9399", "C9600", "E0250", "E0781", "E1390", "G0008", "G0121", "G0299",
    "G8420", "H0004", "J1640", "J3490", "J7298", "J7611", "J8521", "J9027", "J9043", "K0823",
    "L1832", "L5856", "P9016", "Q2034", "Q4101", "Q5107", "S9327", "T1019", "V2020", "V5060",
)  # fmt: skip
ONLY_OF_MEDICARE = ("Medicare", "MBI", "ABN", "LCD", "NCD", "PDAC", "Part B", "Part D", "OPPS")
EXCLUDE_EACH_OTHER = (
    {"drug-jw-jz", "vaccine-containers", "skin-no-jw", "inhaled-container"},
    {"drug-units", "noc-drug-units", "skin-units"},
    {"notmed-coverage", "hit-not-medicare", "special-manual"},
    {"dme-rent-or-buy", "oxygen-rented"},
    {"rental-cap", "oxygen-cap"},
    {"dme-place", "hit-place", "ambulance-place", "service-place"},
    {"noc-drug-words", "noc-item-words"},
)

Kind = tuple[frozenset[str], tuple[str, ...]]
"""The traits of a code and the templates that fit it: all that its checklist depends on."""


@pytest.fixture(scope="module", params=WORKBOOKS)
def release(request: pytest.FixtureRequest, shared_cms: Path) -> dict[Kind, list[str]]:
    """The codes of a release by what their checklists depend on."""
    name: str = request.param
    found: dict[Kind, list[str]] = {}
    for code, values in _records(shared_cms / name):
        traits = traits_of(code, values)
        found.setdefault((traits, tuple(_fitting(code, traits))), []).append(code)
    return found


def _records(path: Path) -> Iterator[tuple[str, dict[str, Values]]]:
    release = "2020-07" if path.name == "anweb.xlsx" else ""
    for reading in registry.read(path, release):
        for record in reading.records:
            yield record.code, dict(record.values)


def _fitting(code: str, traits: frozenset[str]) -> Iterator[str]:
    return (template.id for template in TEMPLATES if template.fits(code, traits))


def _checklists(
    release: dict[Kind, list[str]], payers: Iterable[Payer] = PAYERS
) -> Iterator[tuple[Kind, Checklist]]:
    for kind, codes in release.items():
        for payer in payers:
            for setting in (None, *SETTINGS):
                yield kind, compose(TEMPLATES, codes[0], kind[0], payer, setting)


def _by_id(name: str) -> Template:
    return next(template for template in TEMPLATES if template.id == name)


def test_no_checklist_is_empty(release: dict[Kind, list[str]]) -> None:
    assert sum(map(len, release.values())) > 7000
    for _, checklist in _checklists(release):
        assert len(checklist.items) >= 3, checklist
        assert checklist.title


def test_each_code_has_one_family_and_one_ground_to_stand_on(
    release: dict[Kind, list[str]],
) -> None:
    for (traits, fitting), codes in release.items():
        grounds = [name for name in fitting if _by_id(name).order == 10]
        assert len(grounds) == 1, codes
        assert len(codes[0]) == 2 or len(traits & family.FAMILIES) == 1


def test_a_modifier_has_the_points_of_modifiers_alone(release: dict[Kind, list[str]]) -> None:
    modifiers = [kind for kind, codes in release.items() if len(codes[0]) == 2]
    assert {fitting for _, fitting in modifiers} == {("modifier",)}


def test_other_payers_are_not_asked_what_medicare_asks(release: dict[Kind, list[str]]) -> None:
    for _, checklist in _checklists(release, ("medicaid", "commercial", "other")):
        assert "Medicare" not in checklist.title
        for item in checklist.items:
            assert not any(word in item.text + item.why for word in ONLY_OF_MEDICARE), item


def test_what_medicare_does_not_pay_asks_for_nothing_of_medicare(
    release: dict[Kind, list[str]],
) -> None:
    for (traits, _), checklist in _checklists(release, ("medicare",)):
        for_medicare = {item.id for item in checklist.items if "medicare" in item.payers}
        elsewhere = {each for each in for_medicare if each.startswith(("notmed-", "hit-not-"))}
        if NOT_MEDICARE in traits:
            assert for_medicare == elsewhere != set(), checklist.code
        else:
            assert not elsewhere, checklist.code


def test_no_checklist_contradicts_itself(release: dict[Kind, list[str]]) -> None:
    for _, checklist in _checklists(release):
        found = {item.id for item in checklist.items}
        assert len(found) == len(checklist.items)
        for excluding in EXCLUDE_EACH_OTHER:
            both = [pair for pair in combinations(sorted(excluding), 2) if set(pair) <= found]
            assert not both, checklist.code


@pytest.mark.parametrize("wants", [True, False])
def test_a_payers_profile_decides_each_thing_once(
    release: dict[Kind, list[str]], wants: bool
) -> None:
    profile = PayerProfile(
        "Blue Plan",
        jw_jz="wanted" if wants else "refused",
        ndc_required=wants,
        one_line_per_ndc=wants,
        takes_s_codes=wants,
        authorization_codes=("A0000-V9999",),
        reauthorization_every="6 months",
        sourcing="Acme pharmacy",
    )
    for (traits, _), codes in release.items():
        for payer in ("medicare_advantage", "medicaid", "commercial"):
            clinic = Clinic(replace(profile, payer=payer))
            made = compose_for(TEMPLATES, codes[0], traits, clinic=clinic)
            subjects = [item.about for item in made.items if item.about]
            assert len(subjects) == len(set(subjects)), codes[0]
            assert len({item.id for item in made.items}) == len(made.items)
            own = {item.about for item in made.items if item.origin}
            general = set(subjects) - own  # a code of a letter that no profile speaks of
            assert general <= ({"s_codes"} if codes[0][0] != "S" else set()), codes[0]
            assert ("s_codes" in own) is (codes[0].startswith("S") and len(codes[0]) == 5)
            assert ("jw_jz" in own) is ("infused_drug" in traits)


def test_every_template_is_used(shared_cms: Path) -> None:
    used = {
        name
        for workbook in WORKBOOKS
        for code, values in _records(shared_cms / workbook)
        for name in _fitting(code, traits_of(code, values))
    }
    assert {template.id for template in TEMPLATES} - used == {"general"}


def test_descriptions_alone_tell_nearly_the_same_family(shared_cms: Path) -> None:
    whole = dict(_records(shared_cms / WORKBOOKS[0]))
    same = [
        traits_of(code, values) & family.FAMILIES
        == traits_of(code, {"long_description": values["long_description"]}) & family.FAMILIES
        for code, values in whole.items()
    ]
    assert sum(same) / len(same) > 0.95


def test_checklists_of_forty_codes(shared_cms: Path) -> None:
    records = {code: values for name in reversed(WORKBOOKS) for code, values in
               _records(shared_cms / name)}  # fmt: skip
    lists = [
        compose(TEMPLATES, code, traits_of(code, records[code]), payer)
        for code in FORTY
        for payer in PAYERS[::3]
    ]
    assert_golden("checklists.txt", "\n".join(map(_as_text, lists)))


def _as_text(checklist: Checklist) -> str:
    head = f"{checklist.code} {checklist.payer}: {checklist.title}\n"
    return head + "".join(f"  {item.id}: {item.text}\n" for item in checklist.items)
