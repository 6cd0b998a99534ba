"""``units``: billed and discarded units of a dose, and the claim lines."""

import argparse

from hcpcs_desktop.cli import tool
from hcpcs_desktop.cli.context import Context, Subparsers, add_profile
from hcpcs_desktop.domain.checklist import PAYERS
from hcpcs_desktop.domain.ndc_claim import FORMS
from hcpcs_desktop.domain.shared_containers import SHARED
from hcpcs_desktop.domain.waste import PRODUCT_CLASSES, VIAL_TYPES

KEYS_BUT_DOSE = (
    *("code", "billing_unit", "vials", "opened", "ndcs", "vial_type", "dos", "payer"),
    *("opps_status", "overfill", "product_class", "container", "one_line_per_ndc", "profile"),
    *("form", "shared", "given_to_others"),
)
KEYS = ("dose", *KEYS_BUT_DOSE)


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
    add_profile(parser)
    option("--opps-status", metavar="LETTER", help="of Addendum B, such as K or N")
    option("--overfill", metavar="AMOUNT", help="what a container holds beyond its label")
    option("--product-class", choices=PRODUCT_CLASSES)
    option("--container", metavar="KIND", help="vial, prefilled syringe or package")
    option("--one-line-per-ndc", action=argparse.BooleanOptionalAction)
    option("--form", choices=FORMS, help="of the product, for the quantity beside its NDC")
    option("--shared", choices=SHARED, help="where others were given of the same containers")
    option("--given-to-others", metavar="AMOUNT", help="what the other patients had of them")


def run(options: argparse.Namespace, context: Context) -> int:
    """Answer the options, or each line of a file."""
    from hcpcs_desktop.cli.units_asked import Questions

    gather_ndcs(options)
    ask = Questions(context).ask
    return tool.run(options, context, KEYS, ask, needed=("dose", "vial_type"))


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
