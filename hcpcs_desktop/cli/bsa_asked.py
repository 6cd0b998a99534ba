"""Questions of ``bsa``, from what was asked to the answer."""

from hcpcs_desktop.cli import bsa, units
from hcpcs_desktop.cli.context import Answer, Context
from hcpcs_desktop.cli.drug_codes import DrugCodes
from hcpcs_desktop.cli.requests import Asked
from hcpcs_desktop.cli.tool import Values
from hcpcs_desktop.cli.units_asked import work_out
from hcpcs_desktop.domain.bsa import FORMULAS, BsaRequest, BsaResult, compute
from hcpcs_desktop.domain.units_request import UnitsResult
from hcpcs_desktop.output import tools, tools_text


class Questions:
    """The questions of one run."""

    def __init__(self, context: Context) -> None:
        """Take the run, which knows the library and the form of the answers."""
        self._as_json = context.as_json
        self._codes = DrugCodes(context)

    def ask(self, values: Values) -> tuple[Answer, str]:
        """The answer as JSON and for people; raises InputError or UserError."""
        asked = Asked(values, bsa.KEYS)
        surface = compute(_request(asked))
        lines, notes = _lines(asked, surface, self._codes)
        shown = "" if self._as_json else tools_text.bsa(surface, lines, notes)
        return tools.bsa_answer(surface, lines, notes), shown


def _request(asked: Asked) -> BsaRequest:
    return BsaRequest(
        height=asked.needed("height", "170 cm"),
        weight=asked.needed("weight", "70 kg"),
        formula=asked.needed_choice("formula", FORMULAS),
        dose_per_m2=asked.text("dose_per_m2"),
        bsa_cap=asked.number("bsa_cap"),
    )


def _lines(
    asked: Asked, surface: BsaResult, codes: DrugCodes
) -> tuple[UnitsResult | None, tuple[str, ...]]:
    """The claim lines where all is there that they need, else a note that says what is missing."""
    if not asked.given(units.KEYS_BUT_DOSE):
        return None, ()
    needs = {
        "dose_per_m2": surface.dose is not None,
        "code or billing_unit": bool(asked.given(("code", "billing_unit"))),
        "vial_type": bool(asked.given(("vial_type",))),
    }
    missing = [name for name, there in needs.items() if not there]
    if surface.dose is None or missing:
        return None, (f"For claim lines, also give {' and '.join(missing)}.",)
    return work_out(asked, surface.dose, codes), ()
