"""Billing units: read from descriptions, and compared with the dosages that CMS prices by."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from hcpcs_desktop.domain.billing_unit import BillingUnit, Component, read
from hcpcs_desktop.domain.quantity import Quantity


def the_unit(description: str) -> BillingUnit:
    found = read(description)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("description", "text", "amount"),
    [
        ("Injection, cabazitaxel, 1 mg", "1 mg", "1 mg"),
        ("Injection, ceftriaxone sodium, per 250 mg", "per 250 mg", "250 mg"),
        ("Injection, givosiran, 0.5 mg", "0.5 mg", "0.5 mg"),
        ("Injection, heparin sodium, per 1000 units", "per 1000 units", "1000 units"),
        ("Injection, penicillin g benzathine, 100,000 units", "100,000 units", "100000 units"),
        ("Injection, interferon, alfa-2b, 1 million units", "1 million units", "1000000 units"),
        ("A drug, one hundred units", "one hundred units", "100 units"),
        ("A drug, per 50 mcg", "per 50 mcg", "50 mcg"),
        ("Infusion, normal saline solution, 250 cc", "250 cc", "250 cc"),
        ("Apligraf, per square centimeter", "per square centimeter", "1 sq cm"),
        ("Xwrap plus, per square  centimeter", "per square centimeter", "1 sq cm"),
        ("Reeva ft, per square cenitmeter", "per square cenitmeter", "1 sq cm"),
        ("Capsaicin 8% patch, per 10 square centimeters", "per 10 square centimeters", "10 sq cm"),
        ("Injection, factor x, (human), 1 i.u.", "1 i.u.", "1 IU"),
        ("Factor complex (human), per factor viii i.u.", "per factor viii i.u.", "1 IU"),
        ("Concentrate (human), per i.u. of factor ix activity", "per i.u.", "1 IU"),
        ("Injection, 1 i.u. vwf:rco", "1 i.u.", "1 IU"),
        ("Injection, perflutren lipid microspheres, per ml", "per ml", "1 mL"),
        ("Oral mucoadhesive, any type (liquid, gel, paste), per 1 ml", "per 1 ml", "1 mL"),
        ("Injection, potassium chloride, per 2 meq", "per 2 meq", "2 mEq"),
        ("Radium ra-223 dichloride, therapeutic, per microcurie", "per microcurie", "1 uCi"),
        ("Xenon xe-133 gas, diagnostic, per 10 millicuries", "per 10 millicuries", "10 mCi"),
        ("A drug, each 500 mg", "each 500 mg", "500 mg"),
        ("A virus, per 1 million plaque forming units", None, "1000000 PFU"),
        ("A gene therapy, 1 billion vector genomes", None, "1000000000 vector genomes"),
    ],
)
def test_an_amount(description: str, text: str | None, amount: str) -> None:
    found = the_unit(description)
    assert (found.kind, found.amount) == ("amount", Quantity.parse(amount))
    assert found.text == (text or found.text)


@pytest.mark.parametrize(
    ("description", "amount"),
    [
        ("5% dextrose/normal saline (500 ml = 1 unit)", "500 mL"),
        ("Sensor; disposable, one unit = 1 day supply", "1 day"),
        ("Infusion, albumin (human), 5%, 50 ml", "50 mL"),
        ("Contrast material, 350-399 mg/ml iodine concentration, per ml", "1 mL"),
        ("Phenylephrine 10.16 mg/ml and ketorolac 2.88 mg/ml solution, 1 ml", "1 mL"),
        ("Injection, pegylated interferon alfa-2a, 180 mcg per ml", "180 mcg"),
        ("Cellesta flowable amnion (25 mg per cc); per 0.5 cc", "0.5 cc"),
        ("Carbidopa 5 mg/levodopa 20 mg enteral suspension, 100 ml", "100 mL"),
        ("Immune globulin, non-lyophilized (e.g., liquid), 500 mg", "500 mg"),
        ("Injection, acetaminophen, not otherwise specified,10 mg", "10 mg"),
        ("Albuterol, administered through dme, concentrated form, 1 mg", "1 mg"),
        ("Ipratropium, unit dose form, per milligram", "1 mg"),
        ("Albuterol, unit dose, 1 mg", "1 mg"),
        ("Injection, thyrotropin alpha, 0.9 mg, provided in 1.1 mg vial", "0.9 mg"),
        ("Valoctocogene, per ml, containing nominal 2 x 10^13 vector genomes", "1 mL"),
        ("Hyaluronidase, per 1 usp unit (up to 999 usp units)", "1 unit"),
        ("Rho d immune globulin, full dose, 300 micrograms (1500 i.u.)", "300 mcg"),
        ("Iodine i-123, diagnostic, per 100 microcuries, up to 999 microcuries", "100 uCi"),
        ("Aminolevulinic acid hcl, 20%, single unit dosage form (354 mg)", "354 mg"),
        ("Injection, rituximab 10 mg and hyaluronidase", "10 mg"),
        ("Ondansetron 1 mg, oral, not to exceed a 48 hour dosage regimen", "1 mg"),
        ("Injection for adults (weighing at least 40 kg), 4500 mg", "4500 mg"),
        ("Morphine sulfate, 500 mg (loading dose for infusion pump)", "500 mg"),
        ("Histrelin implant (supprelin la), 50 mg", "50 mg"),
    ],
)
def test_other_numbers_are_not_taken_for_the_unit(description: str, amount: str) -> None:
    found = the_unit(description)
    assert (found.kind, found.amount) == ("amount", Quantity.parse(amount))


@pytest.mark.parametrize(
    ("description", "text", "amount"),
    [
        ("Injection, diazepam, up to 5 mg", "up to 5 mg", "5 mg"),
        ("Droperidol and fentanyl citrate, up to 2 ml ampule", "up to 2 ml", "2 mL"),
        ("Buprenorphine, less than or equal to 100 mg", "less than or equal to 100 mg", "100 mg"),
        (
            "Buprenorphine/naloxone, oral, greater than 3 mg, but less than or equal to 6 mg",
            "greater than 3 mg, but less than or equal to 6 mg",
            "6 mg",
        ),
        (
            "Buprenorphine (brixadi), greater than 7 days and up to 28 days of therapy",
            "greater than 7 days and up to 28 days of therapy",
            "28 days",
        ),
        (
            "Axicabtagene, up to 200 million car positive viable t cells, per therapeutic dose",
            "up to 200 million car positive viable t cells",
            "200000000 cells",
        ),
    ],
)
def test_up_to_an_amount(description: str, text: str, amount: str) -> None:
    assert read(description) == BillingUnit(text, "up_to", Quantity.parse(amount))


@pytest.mark.parametrize(
    ("description", "text", "thing"),
    [
        ("Hyaluronan or derivative, monovisc, per dose", "per dose", "1 dose"),
        ("Injection, pegaspargase, per single dose vial", "per single dose vial", "1 vial"),
        ("Injection, aldesleukin, per single use vial", "per single use vial", "1 vial"),
        ("Injection, urokinase, 5000 iu vial", "5000 iu vial", "1 vial"),
        ("Phenylephrine and ketorolac, 10 ml vial", "10 ml vial", "1 vial"),
        ("A drug, 3.75 mg implant", "3.75 mg implant", "1 implant"),
        ("Sipuleucel-t, minimum of 50 million cells, per infusion", "per infusion", "1 infusion"),
        ("Bcg (intravesical) per instillation", "per instillation", "1 instillation"),
        ("Injection, exagamglogene, per treatment", "per treatment", "1 treatment"),
        ("Technetium tc-99m sestamibi, per study dose", "per study dose", "1 study dose"),
        (
            "Fluorodeoxyglucose f-18 fdg, diagnostic, per study dose, up to 45 millicuries",
            "per study dose, up to 45 millicuries",
            "1 study dose",
        ),
        ("Lidocaine 70 mg/tetracaine 70 mg, per patch", "per patch", "1 patch"),
        (
            "Bupropion tablet, 150 mg, per bottle of 60 tablets",
            "per bottle of 60 tablets",
            "1 bottle",
        ),
        (
            "Cantharidin, 0.7%, single unit dose applicator (3.2 mg)",
            "single unit dose applicator",
            "1 applicator",
        ),
        ("Home infusion therapy; nursing visits coded separately, per diem", "per diem", "1 diem"),
        ("Vaginal ring, 0.015mg, 0.12mg per 24 hours; monthly, each", "each", "1 each"),
        ("Red blood cells, leukocytes reduced, each unit", "each unit", "1 each"),
        ("Injection, gamma globulin, intramuscular, over 10 cc", "over 10 cc", "1 each"),
        ("Buprenorphine (sublocade), greater than 100 mg", "greater than 100 mg", "1 each"),
    ],
)
def test_each(description: str, text: str, thing: str) -> None:
    assert read(description) == BillingUnit(text, "each", Quantity.parse(thing))


def combined(text: str, *components: tuple[str | None, str], total: str = "") -> BillingUnit:
    amount = Quantity.parse(total) if total else None
    told = tuple(Component(name, Quantity.parse(each)) for name, each in components)
    return BillingUnit(text, "combination", amount, told)


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        (
            "Instillation, bupivacaine and meloxicam, 1 mg/0.03 mg",
            combined("1 mg/0.03 mg", ("bupivacaine", "1 mg"), ("meloxicam", "0.03 mg")),
        ),
        (
            "Injection, meropenem and vaborbactam, 10mg/10mg (20mg)",
            combined(
                "10mg/10mg (20mg)",
                ("meropenem", "10 mg"),
                ("vaborbactam", "10 mg"),
                total="20 mg",
            ),
        ),
        ("Injection, 2 mg/3 mg", combined("2 mg/3 mg", (None, "2 mg"), (None, "3 mg"))),
        (
            "Injection, acetaminophen 10 mg and ibuprofen 3 mg",
            combined(
                "acetaminophen 10 mg and ibuprofen 3 mg",
                ("acetaminophen", "10 mg"),
                ("ibuprofen", "3 mg"),
            ),
        ),
        (
            "Injection, imipenem 4 mg, cilastatin 4 mg and relebactam 2 mg",
            combined(
                "imipenem 4 mg, cilastatin 4 mg and relebactam 2 mg",
                ("imipenem", "4 mg"),
                ("cilastatin", "4 mg"),
                ("relebactam", "2 mg"),
            ),
        ),
        (
            "Albuterol, up to 2.5 mg and ipratropium bromide, up to 0.5 mg, non-compounded",
            combined(
                "Albuterol, up to 2.5 mg and ipratropium bromide, up to 0.5 mg",
                ("Albuterol", "2.5 mg"),
                ("ipratropium bromide", "0.5 mg"),
            ),
        ),
        (
            "Injection, liposomal, 1 mg daunorubicin and 2.27 mg cytarabine",
            combined(
                "1 mg daunorubicin and 2.27 mg cytarabine",
                ("daunorubicin", "1 mg"),
                ("cytarabine", "2.27 mg"),
            ),
        ),
        (
            "Instillation, taurolidine 1.35 mg and heparin sodium 100 units (catheter lock)",
            combined(
                "taurolidine 1.35 mg and heparin sodium 100 units",
                ("taurolidine", "1.35 mg"),
                ("heparin sodium", "100 units"),
            ),
        ),
    ],
)
def test_a_combination(description: str, expected: BillingUnit) -> None:
    assert read(description) == expected


@pytest.mark.parametrize(
    "description",
    [
        "",
        "Unclassified drugs",
        "Not otherwise classified, antineoplastic drugs",
        "Laetrile, amygdalin, vitamin b17",
        "Intrauterine copper contraceptive",
        "Drug administered through a metered dose inhaler",
        "Insulin delivery device, reusable pen; 1.5 ml size",
        "Oxygen contents, gaseous, 1 unit equals 1 cubic foot",
        "Home therapy, per hour (do not use this code with any per diem code)",
        "A drug, 99999999999999999999 mg",
    ],
)
def test_none_where_a_description_tells_no_unit(description: str) -> None:
    assert read(description) is None


phrases = st.sampled_from(
    [
        *("Injection,", "drug", "and", "/", ",", "(", ")", "per", "each", "up to", "over", "or"),
        *("1 mg", "2 mg", ".5 ml", "1,5 mg", "1 million", "units", "i.u.", "vial", "dose", "cells"),
        *("= 1 unit", "greater than", "containing", "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}U"),
    ]
)


@given(st.one_of(st.text(), st.lists(phrases).map("".join), st.lists(phrases).map(" ".join)))
def test_any_text_has_a_unit_that_it_prints_or_none(text: str) -> None:
    found = read(text)
    assert found is None or found.text in " ".join(text.split())


def descriptions(workbook: Path) -> dict[str, str]:
    """The long descriptions of a workbook; a second row of a code goes on with the first."""
    rows = CalamineWorkbook.from_path(workbook).get_sheet_by_index(0).to_python()
    header = next(row for row in rows if str(row[0]) in ("HCPC", "HCPCS"))
    column = next(i for i, name in enumerate(header) if "LONG" in str(name))
    found: dict[str, str] = {}
    for row in rows[rows.index(header) + 1 :]:
        code = str(row[0]).strip()
        found[code] = f"{found.get(code, '')} {row[column]}".strip()
    return found


JULY_2025 = "2025-07/HCPC2025_JUL_ANWEB_v3.xlsx"

NO_UNIT = """
    J0275 J0799 J3490 J3530 J3535 J3570 J3590 J3591 J7199 J7300 J7306 J7307 J7330 J7599 J7699
    J7799 J7999 J8498 J8499 J8597 J8999 J9999
"""
"""The J codes that tell none: drugs not classified, and those of which one is meant unsaid."""


@pytest.mark.parametrize("workbook", [JULY_2025, "2020-07/anweb.xlsx"])
def test_every_drug_has_a_unit_but_those_that_tell_none(shared_cms: Path, workbook: str) -> None:
    without = {
        code
        for code, description in descriptions(shared_cms / workbook).items()
        if re.fullmatch(r"J[0-9]{4}", code) and read(description) is None
    }
    assert without <= set(NO_UNIT.split())


@pytest.fixture(scope="module")
def priced(shared_cms: Path) -> dict[str, tuple[str, str]]:
    """The codes that the October 2025 payment limits and the July 2025 release share.

    For each the dosage by which CMS prices it, and its long description.
    """
    long = descriptions(shared_cms / JULY_2025)
    with (shared_cms / "2025-10/asp_pricing.csv").open(encoding="cp1252", newline="") as lines:
        rows = [
            row for row in csv.reader(lines) if re.fullmatch(r"[A-Z0-9]{5}", row[0] if row else "")
        ]
    return {row[0]: (row[2], long[row[0]]) for row in rows if row[0] in long}


DIFFERENT = {
    "J0714": "two drugs, 0.5 g and 0.125 g; priced by their sum, which the description lacks",
    "J1454": "two drugs; priced by the amount of palonosetron alone",
    "J1560": "any dose over 10 cc; priced by 10 cc",
    "J2543": "two drugs and their total, 1.125 g; priced by the total as if it were one drug",
    "J8655": "two drugs; priced by the amount of palonosetron alone",
}
"""Why the dosage that CMS prices by is not the unit that the description tells."""

BARE_UP_TO = """
    J0280 J0360 J0500 J0600 J0770 J0780 J0801 J1000 J1120 J1160 J1200 J1230 J1240 J1380 J1580
    J1630 J1670 J1720 J2010 J2210 J2270 J2272 J2360 J2540 J2550 J2560 J2680 J2690 J2700 J2760
    J2765 J2800 J3000 J3105 J3230 J3250 J3260 J3360 J3410 J3420 J3470 J7120 J7626
"""
"""Described as up to an amount, while the dosage leaves out these words. Other dosages have them,
so that this says nothing of the unit."""


def dosage_kind(dosage: str) -> str:
    kinds = {
        "up_to": r"\bup to|less than or equal",
        "each": r"^per (vial|dose|therapeutic dose|infusion|.*applicator)|\bEA\b|^greater than",
        "combination": r"[0-9].*[/&-].*[0-9]",
    }
    told = (kind for kind, sign in kinds.items() if re.search(sign, dosage, re.IGNORECASE))
    return next(told, "amount")


def dosage_amounts(dosage: str) -> Iterator[Quantity]:
    """The amounts that a dosage prints."""
    text = dosage.upper().replace("PER FACTOR VIII IU", "1 IU")
    cells = re.search(r"([0-9]+ MILLION) .*CELLS", text)
    if cells:
        yield Quantity.parse(f"{cells[1]} cells")
        return
    for amount in re.finditer(r"[0-9.,]+\s*(MILLION\s+)?(SQ CM|USP UNIT|I\.U\.|[A-Z]+)", text):
        yield Quantity.parse(amount[0])


def is_same(one: Quantity | None, other: Quantity | None) -> bool:
    if one is None or other is None:
        return False
    return one.unit.measure == other.unit.measure and one / other == 1


def agree(found: BillingUnit, dosage: str) -> bool:
    """Whether a unit is of the amount or amounts, and of the kind, that the dosage tells."""
    if found.kind != dosage_kind(dosage):
        return False
    amounts = [*dosage_amounts(dosage)]
    if found.kind == "each":
        return True
    if found.kind == "combination":
        parts = [component.amount for component in found.components]
        told = amounts[-len(parts) :]  # a total may stand first
        return len(told) == len(parts) and all(map(is_same, parts, told))
    return is_same(found.amount, amounts[-1 if found.kind == "up_to" else 0])


def test_units_agree_with_the_dosages_that_cms_prices_by(
    priced: dict[str, tuple[str, str]],
) -> None:
    units = {code: the_unit(description) for code, (_, description) in priced.items()}
    different = {code for code, (dosage, _) in priced.items() if not agree(units[code], dosage)}
    assert len(priced) == 966
    assert different == DIFFERENT.keys() | set(BARE_UP_TO.split())
    assert len(DIFFERENT) <= 0.02 * len(priced)


def test_what_is_described_as_up_to_an_amount_is_priced_by_that_amount(
    priced: dict[str, tuple[str, str]],
) -> None:
    for code in BARE_UP_TO.split():
        dosage, description = priced[code]
        found = the_unit(description)
        assert (found.kind, dosage_kind(dosage)) == ("up_to", "amount")
        assert is_same(found.amount, next(dosage_amounts(dosage)))
