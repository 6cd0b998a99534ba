"""``--profile``: a payer of the clinic, in checklists, units and claims."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.domain.checklist import Item, Template
from hcpcs_desktop.domain.clinic_template import ClinicTemplate, checked
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.notebook.store import Notebook

from .conftest import Batch, Run

PLAN = PayerProfile(
    "Blue Plan",
    jw_jz="refused",
    one_line_per_ndc=False,
    takes_s_codes=False,
    authorization_codes=("J9043",),
)


@pytest.fixture
def kept(tmp_path: Path) -> None:
    """A notebook with one profile, where ``run`` has its data folder."""
    with closing(Notebook.open(paths.notebook(tmp_path / "data"))) as notebook:
        notebook.profiles.save(PLAN)


@pytest.mark.usefixtures("kept")
def test_a_checklist_has_what_the_payer_wants(run: Run) -> None:
    status, out, _ = run("checklist", "J9043", "--profile", "blue plan")
    assert status == 0
    assert "Blue Plan (Commercial), Any setting" in out
    assert "No JW and no JZ on the line" in out


@pytest.mark.usefixtures("kept")
def test_a_claim_is_checked_by_it(batch: Batch) -> None:
    line = {"code": "J9043", "units": 60, "modifiers": ["JZ"], "dos": "2025-03-03"}
    (found,) = batch("claim", [{"line": line, "profile": "Blue Plan"}])
    rules = {each["rule"] for each in found["findings"]}
    assert {"jw_jz_refused", "authorization_missing"} <= rules
    (usual,) = batch("claim", [{"line": line, "payer": "commercial"}])
    assert not rules & {"jw_jz_refused"} & {each["rule"] for each in usual["findings"]}


@pytest.mark.usefixtures("kept")
def test_units_follow_it(batch: Batch) -> None:
    asked = {
        "code": "J9043",
        "dose": "110 mg",
        "vial_type": "single-dose",
        "dos": "2025-03-03",
        "opened": ["60 mg", "50 mg"],
        "ndcs": {"60 mg": "00024582411", "50 mg": "00024582410"},
    }
    told, usual = batch(
        "units", [asked | {"profile": "Blue Plan"}, asked | {"payer": "commercial"}]
    )
    assert (len(told["lines"]), len(usual["lines"])) == (1, 2)
    assert any("refuses JW and JZ" in note for note in told["notes"])


def test_a_payer_that_is_not_there_is_refused(run: Run, batch: Batch) -> None:
    status, _, err = run("checklist", "J9043", "--profile", "Red Plan")
    assert status == 1
    assert 'no payer profile "Red Plan"; there are: none yet' in err
    line = {"code": "J9043", "dos": "2025-03-03"}
    (found,) = batch("claim", [{"line": line, "profile": "Red Plan"}])
    assert found["error"]["kind"] == "profile_unknown"


def test_a_checklist_has_the_items_of_the_clinics_templates(run: Run, tmp_path: Path) -> None:
    item = Item("our-chair", "Chair written down", "Audits ask.", "", ("252",))
    template = Template("ours", 1_000, "Our suite", ("J9043",), (), (item,))
    with closing(Notebook.open(paths.notebook(tmp_path / "data"))) as notebook:
        notebook.templates.take_in(checked(ClinicTemplate(template, ("drug-order",))))
    status, out, _ = run("checklist", "J9043", "--json")
    assert status == 0
    items = json.loads(out)["items"]
    assert items[-1]["text"] == "Chair written down"
    assert items[-1]["origin"] == "your clinic's template Our suite"
    assert not any(each["text"].startswith("Signed and dated order") for each in items)
