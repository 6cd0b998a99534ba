"""``bsa``: body surface area, the dose that follows from it, and the claim lines of that dose."""

import argparse

from hcpcs_desktop.cli import tool, units
from hcpcs_desktop.cli.context import Answer, Context, Subparsers
from hcpcs_desktop.cli.drug_codes import DrugCodes
from hcpcs_desktop.cli.requests import Asked
from hcpcs_desktop.domain import bsa
from hcpcs_desktop.domain.bsa import FORMULAS, BsaRequest, BsaResult
from hcpcs_desktop.domain.units_request import UnitsResult

NEEDED = ("height", "weight", "formula")
KEYS = (*NEEDED, "dose_per_m2", "bsa_cap", *units.KEYS_BUT_DOSE)


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "bsa", parents=[everywhere], help="body surface area and the dose that follows from it"
    )
    parser.add_argument("--height", metavar="LENGTH", help="such as '170 cm' or '5 ft 7 in'")
    parser.add_argument("--weight", metavar="WEIGHT", help="such as '70 kg' or '154 lb'")
    parser.add_argument("--formula", choices=FORMULAS)
    parser.add_argument("--dose-per-m2", metavar="DOSE", help="such as '20 mg/m2' or '6 mg/kg'")
    parser.add_argument("--bsa-cap", metavar="NUMBER", help="the regimen's largest surface, in m2")
    units.add_options(parser)
    tool.add_batch(parser)
    parser.set_defaults(run=run, parser=parser)


def run(options: argparse.Namespace, context: Context) -> int:
    """Answer the options, or each line of a file."""
    from hcpcs_desktop.output import tools, tools_text

    codes = DrugCodes(context)

    def ask(values: tool.Values) -> tuple[Answer, str]:
        asked = Asked(values, KEYS)
        surface = bsa.compute(_request(asked))
        lines, notes = _lines(asked, surface, codes)
        document = tools.bsa_answer(surface, lines, notes)
        return document, "" if context.as_json else tools_text.bsa(surface, lines, notes)

    units.gather_ndcs(options)
    return tool.run(options, context, KEYS, ask, NEEDED)


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
    return units.work_out(asked, surface.dose, codes), ()
