"""Pairs packed and unpacked again, and found among the codes of a claim."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.edits import PtpPair
from hcpcs_desktop.domain.packed_pairs import FIRST_DAY, LAST_DAY, Packer, among, unpacked

LEVEL_TWO = st.from_regex(r"[A-V][0-9]{4}", fullmatch=True)
ANY_CODE = LEVEL_TWO | st.from_regex(r"[0-9]{4}[0-9A-Z]", fullmatch=True)
DAYS = st.dates(FIRST_DAY, LAST_DAY)
PAIRS = st.builds(
    PtpPair, ANY_CODE, ANY_CODE, DAYS, DAYS | st.none(), st.sampled_from(["0", "1", "9"])
)


def is_kept(pair: PtpPair) -> bool:
    return pair.column1[0].isalpha() or pair.column2[0].isalpha()


@given(st.lists(PAIRS.filter(is_kept), max_size=20))
def test_every_pair_comes_back_under_each_of_its_level_two_codes(pairs: list[PtpPair]) -> None:
    packer = Packer()
    for pair in pairs:
        packer.add(pair)
    found = packer.packed()
    assert list(found) == sorted(found)
    for code, partners in found.items():
        wanted = {pair for pair in pairs if code in (pair.column1, pair.column2)}
        assert set(unpacked(code, partners)) == wanted
        others = {pair.other(code) for pair in pairs[:3]}
        assert set(among(code, partners, others)) == {
            pair for pair in wanted if pair.other(code) in others
        }
    assert {code for code in found if not code[0].isalpha()} == set()


def test_a_code_that_is_no_partner_is_not_found() -> None:
    packer = Packer()
    packer.add(PtpPair("J9043", "96413", date(2024, 1, 1), None, "1"))
    (partners,) = packer.packed().values()
    assert list(among("J9043", partners, ["96412", "96414", "J9043", "ZZZZZ"])) == []
