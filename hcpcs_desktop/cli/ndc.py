"""``ndc``: reads NDCs, works out what a drug's claim line says of them, checks a quantity."""

import argparse
from dataclasses import replace
from datetime import date
from typing import get_args

from hcpcs_desktop.cli import tool
from hcpcs_desktop.cli.context import Answer, Context, Subparsers
from hcpcs_desktop.cli.drug_codes import DrugCodes
from hcpcs_desktop.cli.requests import Asked
from hcpcs_desktop.domain import ndc, ndc_claim, ndc_unit
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.ndc_claim import Form, NdcClaim, NdcClaimRequest
from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.errors import UserError

FORMS: tuple[Form, ...] = get_args(Form)
CHECK_KEYS = ("unit", "quantity")
CLAIM_KEYS = (*("code", "billing_unit", "dose", "concentration", "form", "vial", "ndc", "dos"),)
KEYS = (*CLAIM_KEYS, *CHECK_KEYS)


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "ndc", parents=[everywhere], help="read an NDC, or work out its part of a claim line"
    )
    option = parser.add_argument
    option("--ndc", metavar="NDC", help="in any of its shapes")
    option("--dose", metavar="AMOUNT", help="what was given, for the claim line")
    option("--form", choices=FORMS)
    option("--concentration", metavar="STRENGTH", help="such as '25 mg/mL' or '10%%'")
    option("--vial", metavar="SIZE", help="such as '440 mg' or '400 mg/16 mL'")
    option("--code", metavar="CODE")
    option("--billing-unit", metavar="AMOUNT", help="unless the code's description tells it")
    option("--dos", metavar="DATE", help="date of service, today unless given")
    option("--unit", metavar="QUALIFIER", help="of a quantity to check: F2, GR, ME, ML or UN")
    option("--quantity", metavar="NUMBER", help="the quantity to check")
    tool.add_batch(parser)
    parser.set_defaults(run=run, parser=parser)


def run(options: argparse.Namespace, context: Context) -> int:
    """Answer the options, or each line of a file."""
    codes = DrugCodes(context)
    return tool.run(options, context, KEYS, lambda values: _answer(values, context, codes))


def _answer(values: tool.Values, context: Context, codes: DrugCodes) -> tuple[Answer, str]:
    """The keys tell which of the three questions it is."""
    from hcpcs_desktop.output import tools, tools_text

    asked = Asked(values, KEYS)
    if asked.given(CHECK_KEYS):
        asked = Asked(values, CHECK_KEYS)
        check = ndc_unit.check(asked.needed("unit", "ML"), asked.needed("quantity", "16"))
        return tools.ndc_check_answer(check), "" if context.as_json else tools_text.ndc_check(check)
    if asked.given(CLAIM_KEYS) in ([], ["ndc"]):
        reading = ndc.read(asked.needed("ndc", "50242-0061-01"))
        shown = "" if context.as_json else tools_text.ndc_reading(reading)
        return tools.ndc_reading_answer(reading), shown
    claim = _claim(Asked(values, CLAIM_KEYS), codes)
    return tools.ndc_claim_answer(claim), "" if context.as_json else tools_text.ndc_claim(claim)


def _claim(asked: Asked, codes: DrugCodes) -> NdcClaim:
    unit, note = _billing_unit(asked, codes)
    claim = ndc_claim.compute(
        NdcClaimRequest(
            dose=asked.needed("dose", "400 mg"),
            form=asked.needed_choice("form", FORMS),
            billing_unit=unit,
            concentration=asked.text("concentration"),
            vial=asked.text("vial"),
            ndc=asked.text("ndc"),
        )
    )
    return replace(claim, notes=(*claim.notes, *note))


def _billing_unit(asked: Asked, codes: DrugCodes) -> tuple[str | Quantity | None, tuple[str, ...]]:
    """The unit, or None and a note why: the NDC part of a claim line does not need it."""
    given, code = asked.text("billing_unit"), asked.text("code")
    on = asked.day("dos") or date.today()
    if given is not None or code is None:
        return given, ()
    try:
        return codes.unit(code, on)[0], ()
    except (InputError, UserError) as error:
        return None, (f"No HCPCS units: {error}",)
