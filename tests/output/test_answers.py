"""The shapes that programs rely on."""

import json
from dataclasses import replace
from datetime import date

from hypothesis import given

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.output.answers import (
    Json,
    checklist_answer,
    error_answer,
    search_answer,
    show_answer,
)

from .samples import ANSWER, BARE, J9027, J9043, pages

# fmt: off
SHOW_KEYS = [
    "code", "kind", "long", "short", "on", "state", "added", "action_effective", "terminated",
    "release", "section", "fields", "billing_unit", "is_drug", "is_noc", "guides", "conflicts",
    "checklist", "similar", "prices", "ndcs", "mue", "history", "provenance", "contacts",
    "cautions",
]
# fmt: on


def _fields(page: CodePage) -> dict[str, Json]:
    fields = show_answer(page)["fields"]
    assert isinstance(fields, list)
    return {each["name"]: each for each in fields}


def test_a_search_answers_how_it_read_the_query_and_what_it_found() -> None:
    assert search_answer(ANSWER, 1.23456) == {
        "query": "cabazitaxol inj",
        "on": "2026-11-20",
        "took_ms": 1.235,
        "total": 3,
        "read_as": {
            "kind": "text",
            "corrections": [["cabazitaxol", "cabazitaxel"]],
            "expansions": [["inj", "injection"]],
        },
        "hits": [
            {
                "code": "J9043",
                "kind": "code",
                "short": "Cabazitaxel injection",
                "long": "Injection, cabazitaxel, 1 mg",
                "state": "valid",
                "why": {"kind": "brand", "text": "brand name: Jevtana"},
            },
            {
                "code": "J9310",
                "kind": "code",
                "short": "",
                "long": ANSWER.hits[1].long,
                "state": "discontinued",
                "why": {"kind": "description", "text": ""},
            },
        ],
        "advice": "",
        "topics": [],
    }


def test_a_page_answers_its_header() -> None:
    page = replace(J9043, state="discontinued", terminated=date(2018, 12, 31))
    answer = show_answer(page)
    assert answer["code"] == "J9043"
    assert answer["kind"] == "code"
    assert answer["long"] == "Injection, cabazitaxel, 1 mg"
    assert answer["short"] == "Cabazitaxel injection"
    assert answer["on"] == "2026-11-20"
    assert answer["state"] == "discontinued"
    assert answer["added"] == "2012-01-01"
    assert answer["action_effective"] == "2012-01-01"
    assert answer["terminated"] == "2018-12-31"
    assert answer["release"] == "2020-07"
    assert answer["section"] == "J Drugs > J9000-J9999 Chemotherapy drugs"
    assert answer["is_drug"] is True
    assert answer["is_noc"] is False
    assert answer["provenance"] == list(page.provenance)


def test_what_the_library_does_not_hold_is_there_and_empty() -> None:
    answer = show_answer(BARE)
    assert answer["billing_unit"] is None
    for name in ("guides", "conflicts", "similar", "prices", "ndcs", "history"):
        assert answer[name] == []


def test_guides_conflicts_and_similar_codes_are_listed() -> None:
    answer = show_answer(J9043)
    assert answer["similar"] == [{"code": "J9064", "why": "same drug, other product"}]
    assert answer["guides"] == [
        {
            "id": "cabazitaxel",
            "title": "Cabazitaxel",
            "claimed_code": "J9043",
            "as_of": "2026-11",
            "sections": [
                {"name": "definition", "paragraphs": ["The unit is 1 mg."]},
                {"name": "common_modifiers", "paragraphs": ["JW & JZ on vials."]},
            ],
        }
    ]
    assert show_answer(J9027)["conflicts"] == [
        {
            "guide": "cabazitaxel",
            "code": "J9027",
            "kind": "drug",
            "guide_says": "J9027 stands for cabazitaxel.",
            "official": "Injection, clofarabine, 1 mg",
            "suggest": ["J9043"],
        }
    ]


def test_a_field_of_one_place_is_text() -> None:
    assert _fields(J9043)["multiple_pricing"] == {
        "name": "multiple_pricing",
        "label": "Multiple pricing",
        "value": "A",
        "meaning": "Priced under one method",
        "help": "What Multiple pricing is.",
        "release": "2020-07",
    }


def test_a_field_of_several_places_is_a_list_of_those_filled() -> None:
    fields = _fields(J9043)
    assert fields["pricing"]["value"] == ["51"]
    assert fields["tos"]["value"] == ["1", "P"]
    assert fields["tos"]["meaning"] == [
        "Medical care",
        "Lump-sum purchase of DME, prosthetics, orthotics",
    ]


def test_printed_blank_and_not_printed_differ() -> None:
    fields = _fields(J9043)
    assert (fields["asc"]["value"], fields["asc"]["meaning"]) == ("", "")
    assert (fields["cim"]["value"], fields["cim"]["meaning"]) == ([], [])
    for name in ("processing_note", "xref"):
        assert fields[name]["value"] is None
        assert fields[name]["meaning"] is None
        assert fields[name]["release"] is None


def test_a_checklist_answers_its_items() -> None:
    answer = checklist_answer(J9043.checklist)
    assert (answer["code"], answer["payer"], answer["setting"]) == ("J9043", "medicare", None)
    items = answer["items"]
    assert isinstance(items, list)
    assert items[0] == {
        "text": "Signed and dated order: drug, dose, route, frequency",
        "why": "Reviewers look for it first.",
        "source": "Contractors' checklists",
        "prevents": ["252", "226"],
        "remarks": [],
        "origin": None,
    }
    assert show_answer(J9043)["checklist"] == items


def test_an_error_answers_its_kind_and_text() -> None:
    error = UserError("A0000 is not in the library.", "not_found")
    assert error_answer(error) == {
        "error": {"kind": "not_found", "message": "A0000 is not in the library."}
    }


@given(page=pages)
def test_every_page_has_every_key_and_is_json(page: CodePage) -> None:
    answer = show_answer(page)
    assert list(answer) == SHOW_KEYS
    assert json.loads(json.dumps(answer)) == answer
    for field, given_field in zip(_list(answer["fields"]), page.fields, strict=True):
        assert list(field) == ["name", "label", "value", "meaning", "help", "release"]
        expected = list if given_field.several else str
        assert isinstance(field["value"], expected if given_field.printed else type(None))
        assert type(field["meaning"]) is type(field["value"])


def _list(value: object) -> list[Json]:
    assert isinstance(value, list)
    return value
