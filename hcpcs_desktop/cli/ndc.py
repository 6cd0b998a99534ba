"""``ndc``: reads NDCs, works out what a drug's claim line says of them, checks a quantity."""

import argparse

from hcpcs_desktop.cli import tool
from hcpcs_desktop.cli.context import Context, Subparsers

CHECK_KEYS = ("unit", "quantity")
CLAIM_KEYS = ("code", "billing_unit", "dose", "concentration", "form", "vial", "ndc", "dos")
KEYS = (*CLAIM_KEYS, *CHECK_KEYS)


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "ndc", parents=[everywhere], help="read an NDC, or work out its part of a claim line"
    )
    option = parser.add_argument
    option("--ndc", metavar="NDC", help="in any of its shapes")
    option("--dose", metavar="AMOUNT", help="what was given, for the claim line")
    option("--form", metavar="FORM", help="liquid, powder or topical")
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
    from hcpcs_desktop.cli.ndc_asked import Questions

    return tool.run(options, context, KEYS, Questions(context).ask)
