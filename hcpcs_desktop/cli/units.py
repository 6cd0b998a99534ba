"""``units``: billed and discarded units of a dose, and the claim lines."""

import argparse
from dataclasses import replace
from datetime import date
from typing import get_args

from hcpcs_desktop.cli import tool
from hcpcs_desktop.cli.context import Answer, Context, Subparsers
from hcpcs_desktop.cli.drug_codes import DrugCodes
from hcpcs_desktop.cli.requests import Asked
from hcpcs_desktop.domain import units
from hcpcs_desktop.domain.checklist import PAYERS
from hcpcs_desktop.domain.inputs import InputError, Step
from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.domain.units_request import ContainerKind, UnitsRequest, UnitsResult
from hcpcs_desktop.domain.waste import PRODUCT_CLASSES, VIAL_TYPES

CONTAINERS: tuple[ContainerKind, ...] = get_args(ContainerKind)
KEYS_BUT_DOSE = (
    *("code", "billing_unit", "vials", "opened", "ndcs", "vial_type", "dos", "payer"),
    *("opps_status", "overfill", "product_class", "container", "one_line_per_ndc"),
)
KEYS = ("dose", *KEYS_BUT_DOSE)

_TODAY = "No date of service was given: the rules are those of today, {day}."


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "units", parents=[everywhere], help="turn a dose into billed and discarded units"
    )
    parser.add_argument("--dose", metavar="AMOUNT", help="what was given, such as '45 mg'")
    add_options(parser)
    tool.add_batch(parser)
    parser.set_defaults(run=run, parser=parser)


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of a unit calculation, without the dose."""
    option = parser.add_argument
    option("--code", metavar="CODE")
    option("--billing-unit", metavar="AMOUNT", help="unless the code's description tells it")
    option("--vial-type", choices=VIAL_TYPES, help="as the label says; no code tells it")
    option("--dos", metavar="DATE", help="date of service, today unless given")
    option("--vial", dest="vials", action="append", metavar="SIZE", help="a size at hand")
    option("--opened", action="append", metavar="SIZE", help="for each container opened")
    option("--ndc", dest="ndcs", action="append", type=_size_and_ndc, metavar="SIZE=NDC")
    option("--payer", choices=PAYERS)
    option("--opps-status", metavar="LETTER", help="of Addendum B, such as K or N")
    option("--overfill", metavar="AMOUNT", help="what a container holds beyond its label")
    option("--product-class", choices=PRODUCT_CLASSES)
    option("--container", choices=CONTAINERS, help="for the words of the record")
    option("--one-line-per-ndc", action=argparse.BooleanOptionalAction)


def run(options: argparse.Namespace, context: Context) -> int:
    """Answer the options, or each line of a file."""
    from hcpcs_desktop.output import tools, tools_text

    codes = DrugCodes(context)

    def ask(values: tool.Values) -> tuple[Answer, str]:
        asked = Asked(values, KEYS)
        result = work_out(asked, asked.needed("dose", "45 mg"), codes)
        return tools.units_answer(result), "" if context.as_json else tools_text.units(result)

    gather_ndcs(options)
    return tool.run(options, context, KEYS, ask, needed=("dose", "vial_type"))


def work_out(asked: Asked, dose: str | Quantity, codes: DrugCodes) -> UnitsResult:
    """The claim lines; raises InputError, or UserError where the code is needed and not known."""
    told = asked.day("dos")
    dos = told or date.today()
    unit, steps = _billing_unit(asked, codes, dos)
    code = asked.text("code")
    result = units.compute(
        UnitsRequest(
            billing_unit=unit,
            dose=dose,
            vial_type=asked.needed_choice("vial_type", VIAL_TYPES),
            dos=dos,
            code=code,
            vials=asked.texts("vials"),
            opened=asked.texts("opened"),
            ndcs=asked.texts_by_name("ndcs"),
            payer=asked.choice("payer", PAYERS) or "medicare",
            opps_status=asked.text("opps_status"),
            overfill=asked.text("overfill"),
            product_class=asked.choice("product_class", PRODUCT_CLASSES),
            is_drug=codes.is_drug(code, dos),
            one_line_per_ndc=asked.flag("one_line_per_ndc"),
            container=asked.choice("container", CONTAINERS) or "vial",
        )
    )
    notes = () if told else (_TODAY.format(day=dos),)
    return replace(result, steps=(*steps, *result.steps), notes=(*result.notes, *notes))


def _billing_unit(
    asked: Asked, codes: DrugCodes, dos: date
) -> tuple[str | Quantity, tuple[Step, ...]]:
    """The unit as given, else that of the code's descriptor with the step that tells so.

    Raises InputError, or UserError where the code is not known.
    """
    given, code = asked.text("billing_unit"), asked.text("code")
    if given is not None:
        return given, ()
    if code is None:
        raise InputError("billing_unit", "is missing; give it, such as 10 mg, or name the code.")
    unit, step = codes.unit(code, dos)
    return unit, (step,)


def gather_ndcs(options: argparse.Namespace) -> None:
    """Make one mapping of the options ``--ndc``; a size named twice is wrong usage."""
    if options.ndcs is None:
        return
    by_size = dict(options.ndcs)
    if len(by_size) < len(options.ndcs):
        options.parser.error("--ndc names a size twice")
    options.ndcs = by_size


def _size_and_ndc(text: str) -> tuple[str, str]:
    """``60 mg=0024-5824-11`` in two; raises ArgumentTypeError for anything else."""
    size, equals, ndc = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text} has no =; write SIZE=NDC")
    return size, ndc
