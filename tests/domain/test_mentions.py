"""Codes and modifiers in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.mentions import Piece, mentioned, pieces, plain

KNOWN = frozenset({"J9043", "J9064", "S9325", "S9328", "JW", "JZ", "GA", "CO", "K1", "T4"})


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("J9064 is for the Sandoz product.", {"J9064"}),
        ("not therapeutically equivalent to j9043, 1 mg", {"J9043"}),
        ("S9325-S9328 (J9043)", {"S9325", "S9328", "J9043"}),
        ("JW on a second line, JZ where nothing is left.", {"JW", "JZ"}),
        ("the statement that nothing was (modifier JZ).", {"JZ"}),
        ("modifier K1, not the K1 of a vitamin", {"K1"}),
        ("CO-50 or CO-16 with N822; form 1450", set()),
        ("HCPC2020_JUL_ANWEB.txt, AJ9043, J90431, jw, GAs, a@J9043, 0.J9043", set()),
        ("", set()),
    ],
)
def test_codes_by_their_form_and_modifiers_by_how_they_are_written(
    text: str, codes: set[str]
) -> None:
    assert {piece.code for piece in pieces(text, KNOWN)} - {""} == codes


def test_what_is_not_known_leads_nowhere() -> None:
    assert pieces("X1234 and QQ", KNOWN) == (Piece("X1234 and QQ"),)
    assert mentioned(["X1234 and QQ", "j9043"]) == {"X1234", "QQ", "J9043"}


def test_the_pieces_lie_side_by_side() -> None:
    assert pieces("J9043: JW.", KNOWN) == (
        Piece("J9043", "J9043"),
        Piece(": "),
        Piece("JW", "JW"),
        Piece("."),
    )


@given(text=st.text() | st.from_regex(r"([A-Z]\d{4}|JW|modifier T4|[ ,-])*", fullmatch=True))
def test_nothing_of_the_text_is_lost(text: str) -> None:
    assert plain(pieces(text, KNOWN)) == text
    assert {piece.code for piece in pieces(text, KNOWN)} - {""} == mentioned([text]) & KNOWN
