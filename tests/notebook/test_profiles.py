"""Payer profiles in the notebook, and in the files that clinics share."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook.store import Notebook
from hcpcs_desktop.output import shared_file
from hcpcs_desktop.sources import profile_file

BLUE = PayerProfile(
    "Blue Plan",
    jw_jz="wanted",
    ndc_required=True,
    ndc_qualifiers=("ML", "UN"),
    one_line_per_ndc=False,
    takes_s_codes=True,
    authorization_codes=("J9000-J9999",),
    sourcing="Acme specialty pharmacy",
    reauthorization_every="6 months",
    reauthorization_evidence="imaging",
    appeal_within="180 days",
    notes="Ask for Ann.",
)
STATE = PayerProfile("State plan", "medicaid")


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    with closing(Notebook.open(path)) as opened:
        yield opened


def test_profiles_are_kept_by_name(notebook: Notebook, path: Path) -> None:
    notebook.profiles.save(STATE)
    notebook.profiles.save(BLUE)
    with closing(Notebook.open(path)) as again:
        assert again.profiles.all() == (BLUE, STATE)
        assert again.profiles.named("blue plan") == BLUE
        assert again.profiles.named("Red Plan") is None


def test_a_profile_is_changed_and_renamed(notebook: Notebook) -> None:
    notebook.profiles.save(BLUE)
    notebook.profiles.save(replace(BLUE, name="blue plan", notes=""), instead_of="Blue Plan")
    assert [each.name for each in notebook.profiles.all()] == ["blue plan"]
    notebook.profiles.save(replace(BLUE, name="Red Plan"), instead_of="blue plan")
    assert [each.name for each in notebook.profiles.all()] == ["Red Plan"]


def test_a_name_that_another_profile_has_is_refused(notebook: Notebook) -> None:
    notebook.profiles.save(BLUE)
    notebook.profiles.save(STATE)
    for instead_of in ("", "State plan"):
        with pytest.raises(UserError, match="already") as refused:
            notebook.profiles.save(replace(BLUE, name="BLUE PLAN"), instead_of)
        assert refused.value.field == "name"
    assert notebook.profiles.all() == (BLUE, STATE)


def test_what_makes_no_sense_is_refused_by_its_field(notebook: Notebook) -> None:
    with pytest.raises(UserError, match="J9043, or a run") as refused:
        notebook.profiles.save(replace(BLUE, authorization_codes=("oops",)))
    assert refused.value.field == "authorization_codes"


def test_a_profile_is_removed(notebook: Notebook) -> None:
    notebook.profiles.save(BLUE)
    notebook.profiles.remove("Blue Plan")
    assert notebook.profiles.all() == ()


def test_a_file_gives_back_what_was_put_into_it(notebook: Notebook, tmp_path: Path) -> None:
    file = tmp_path / "payers.json"
    shared_file.write_profiles(file, [BLUE, STATE])
    notebook.profiles.save(replace(BLUE, notes="old"))
    notebook.profiles.take_in(profile_file.read(file))
    assert notebook.profiles.all() == (BLUE, STATE)


def test_toml_is_taken_too(tmp_path: Path) -> None:
    file = tmp_path / "payers.toml"
    file.write_text(
        'kind = "hcpcs-desktop payer profiles"\nversion = 1\n'
        '[[profile]]\nname = "Blue Plan"\njw_jz = "refused"\nauthorization_codes = ["j9043"]\n'
    )
    expected = PayerProfile("Blue Plan", jw_jz="refused", authorization_codes=("J9043",))
    assert profile_file.read(file) == (expected,)


def _content(**changed: object) -> str:
    whole: dict[str, object] = {"kind": "hcpcs-desktop payer profiles", "version": 1}
    whole |= {"profile": [{"name": "Blue Plan"}]}
    return json.dumps(whole | changed)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (_content(kind="other"), 'its kind is "other"'),
        ("{}", "it has no kind"),
        (_content(version=2), "version must be 1"),
        (_content(profile=[]), "there is no profile in it"),
        (_content(profile=[{"name": "A"}, {"name": "a"}]), "a stands twice"),
        (_content(profile=[{"name": "A", "ndc_required": "yes"}]), "profile 1, ndc_required: "),
        (_content(profile=[{"name": "A"}, {"nam": "B"}]), 'profile 2: .*unknown field "nam"'),
        (_content(profile=[{"name": "A", "appeal_within": "x"}]), "profile 1, appeal_within: "),
        (_content(more=1), 'unknown field "more"'),
        ('{\n"kind": oops}', "it is no JSON, there is a mistake in line 2"),
        ("kind = \n", "it is no TOML: .*line 1"),
        ("[1]", "it is no JSON|it is a list"),
        ("\0\0", "it is no TOML"),
        ("[" * 100_000, "it is no JSON|nested"),
    ],
)
def test_a_file_that_breaks_the_schema_is_refused_with_the_place(
    tmp_path: Path, content: str, told: str
) -> None:
    file = tmp_path / "payers.txt"
    file.write_text(content)
    with pytest.raises(UserError, match=told) as refused:
        profile_file.read(file)
    assert str(refused.value).startswith("payers.txt was not taken: ")


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        profile_file.read(tmp_path / "gone.json")
    picture = tmp_path / "picture.json"
    picture.write_bytes(b"\x89PNG\xff")
    with pytest.raises(UserError, match="no UTF-8 text"):
        profile_file.read(picture)
    huge = tmp_path / "huge.json"
    huge.write_bytes(b" " * 2_000_001)
    with pytest.raises(UserError, match="larger"):
        profile_file.read(huge)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Choose another place"):
        shared_file.write_profiles(tmp_path / "nowhere" / "payers.json", [BLUE])
