"""The sentence about what a guide got wrong."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.guide import Conflict, ConflictKind
from hcpcs_desktop.domain.mentions import Piece, plain
from hcpcs_desktop.domain.page import CodePage, PageConflict, Suggestion
from hcpcs_desktop.output.conflicts import conflict_sentence

from .samples import J9043

SANDOZ = Suggestion("J9064", "Injection, cabazitaxel (sandoz), 1 mg", "sandoz", date(2023, 10, 1))
CABAZITAXEL = Suggestion("J9043", "Injection, cabazitaxel, 1 mg", "", date(2012, 1, 1))


def conflict(
    kind: ConflictKind,
    drug: str,
    official: str,
    *suggestions: Suggestion,
    code: str = "J9027",
) -> PageConflict:
    codes = tuple(each.code for each in suggestions)
    said = f"{code} stands for {drug}."
    return PageConflict(Conflict("guide", code, kind, said, official, drug, codes), suggestions)


def sentence(*conflicts: PageConflict, code: str = "J9027") -> str:
    return plain(conflict_sentence(page(*conflicts, code=code)))


def page(*conflicts: PageConflict, code: str = "J9027") -> CodePage:
    return replace(J9043, code=code, conflicts=conflicts)


CLOFARABINE = conflict("drug", "cabazitaxel", "Injection, clofarabine, 1 mg", CABAZITAXEL, SANDOZ)


def test_nothing_is_said_of_a_code_without_conflict() -> None:
    assert conflict_sentence(J9043) == ()


def test_a_wrong_drug_is_named_with_what_cms_says_and_where_it_is() -> None:
    assert sentence(CLOFARABINE) == (
        "The source guide filed cabazitaxel under J9027. CMS: injection, clofarabine, 1 mg. "
        "Cabazitaxel is J9043; the Sandoz product is J9064 from 2023-10-01."
    )


def test_the_two_drugs_are_strong_and_the_right_codes_are_links() -> None:
    said = conflict_sentence(page(CLOFARABINE))
    assert [piece.text for piece in said if piece.strong] == ["cabazitaxel", "clofarabine"]
    assert [piece.code for piece in said if piece.code] == ["J9043", "J9064"]


def test_a_product_whose_dates_are_not_known_has_none() -> None:
    undated = replace(SANDOZ, since=None)
    found = conflict("drug", "cabazitaxel", "Injection, clofarabine, 1 mg", CABAZITAXEL, undated)
    assert sentence(found).endswith("Cabazitaxel is J9043; the Sandoz product is J9064.")


def test_a_drug_that_has_only_a_product() -> None:
    mvasi = Suggestion("Q5107", "Injection, bevacizumab-awwb, (mvasi), 10 mg", "mvasi", None)
    found = conflict("drug", "bevacizumab-awwb", "Injection, vincristine liposome, 1 mg", mvasi)
    assert sentence(found).endswith("Of bevacizumab-awwb, the Mvasi product is Q5107.")


def test_many_products_make_a_list() -> None:
    names = ("hospira", "accord", "sandoz", "teva")
    products = [Suggestion(f"J900{at}", "", name, None) for at, name in enumerate(names)]
    plain_one = Suggestion("J9305", "", "", None)
    found = conflict("drug", "pemetrexed", "Injection, clofarabine, 1 mg", plain_one, *products)
    assert sentence(found).endswith(
        "Pemetrexed is J9305; the products are J9000 (Hospira), J9001 (Accord), J9002 (Sandoz), "
        "J9003 (Teva)."
    )


def test_a_drug_without_a_code_on_the_date_says_so() -> None:
    found = conflict("drug", "nelarabine", "Injection, omacetaxine mepesuccinate, 0.01 mg")
    assert sentence(found).endswith("No other code names nelarabine on 2026-11-20.")


def test_another_unit_says_what_cms_counts() -> None:
    found = conflict("unit", "leuprolide", "Leuprolide acetate, per 7.5 mg", code="J9217")
    said = conflict_sentence(page(found, code="J9217"))
    assert plain(said) == (
        "The source guide counts J9217 in another unit. CMS: leuprolide acetate, per 7.5 mg."
    )
    assert [piece.text for piece in said if piece.strong] == ["per 7.5 mg"]


def test_other_words_list_the_codes_that_may_be_meant() -> None:
    official = "Injection, pemetrexed, not otherwise specified, 10 mg"
    others = (Suggestion("J9292", "", "", None), Suggestion("J9294", "", "hospira", None))
    found = conflict("descriptor_changed", "pemetrexed", official, *others, code="J9305")
    assert sentence(found, code="J9305") == (
        "J9305 is no longer described as in the source guide. "
        "CMS: injection, pemetrexed, not otherwise specified, 10 mg. "
        "Other codes that name pemetrexed: J9292, J9294 (Hospira)."
    )


def test_several_conflicts_make_one_sentence_the_worst_first() -> None:
    official = "Injection, omacetaxine mepesuccinate, 0.01 mg"
    nelarabine = Suggestion("J9261", "Injection, nelarabine, 50 mg", "", None)
    unit = conflict("unit", "nelarabine", official, nelarabine)
    drug = conflict("drug", "nelarabine", official, nelarabine)
    said = sentence(unit, drug)
    assert said == (
        "The source guide filed nelarabine under J9027. CMS: injection, omacetaxine "
        "mepesuccinate, 0.01 mg. Nelarabine is J9261. The unit differs too."
    )
    other = conflict("drug", "hemin", official)
    assert sentence(unit, other, drug).startswith(
        "The source guide filed hemin under J9027. The source guide filed nelarabine under J9027."
    )


def test_a_code_in_the_description_is_a_link_where_it_is_known() -> None:
    official = "Injection, x (teva), not therapeutically equivalent to j9305, 10 mg"
    found = conflict("unit", "x", official)
    linked = conflict_sentence(replace(page(found), mentioned=frozenset({"J9305"})))
    assert Piece("j9305", "J9305") in linked
    assert not [piece for piece in conflict_sentence(page(found)) if piece.code]


@given(
    kind=st.sampled_from(["drug", "unit", "descriptor_changed"]),
    drug=st.text(max_size=20),
    official=st.text(max_size=40),
)
def test_any_words_make_a_line_of_text(kind: ConflictKind, drug: str, official: str) -> None:
    said = sentence(conflict(kind, drug, official, CABAZITAXEL))
    assert said.isprintable()
    assert "CMS: " in said
