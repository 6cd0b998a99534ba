"""What is made ready while the user looks at the window, so that the first of a kind is no slower.

In short steps: a key that falls on one must not feel it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcpcs_desktop.domain import billing_unit
from hcpcs_desktop.ui.turns import in_steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hcpcs_desktop.ui.workings import Workings

_FOR_A_CODE = ("library.guides", "library.codes", "ui.code.record_pane", "ui.checklist.pane")
_FOR_THE_REST = (
    "ui.guide.pane",
    "ui.dialogs.palette",
    "domain.modifiers",
    "domain.units",
    "domain.claim",
    "library.claims",
    "library.checks",
    "output.units_sheet",
    "ui.units.form",
    "ui.units.result_view",
    "ui.units.pane",
    "output.paper",
    "ui.save_dialog",
    "ui.claim.working",
    "ui.grid.table",
    "ui.claim.window",
    "notebook.worksheets",
    "notebook.profiles",
    "domain.patient_data",
    "output.worksheet",
    "ui.worksheets.window",
    "ui.payers.window",
    "ui.topics.topic_view",
)
"""A module that takes long is read in parts: those that it reads come before it."""


def for_a_code() -> Iterator[None]:
    """Read what the page of a code needs."""
    yield from in_steps(_FOR_A_CODE)
    yield from billing_unit.rehearse()


def steps(workings: Workings) -> Iterator[None]:
    """All that is made ready, what is mostly wanted first before the rest."""
    yield from for_a_code()
    yield from workings.code.make_ahead()
    yield from in_steps(_FOR_THE_REST)
    from hcpcs_desktop.library import checks  # no earlier: it is one of those modules

    yield from checks.read_seeds()
