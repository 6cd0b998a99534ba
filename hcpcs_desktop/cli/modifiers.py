"""``modifiers``: checks the modifiers of a line, or of the lines of a claim."""

import argparse

from hcpcs_desktop.cli import tool
from hcpcs_desktop.cli.context import Context, Subparsers
from hcpcs_desktop.domain.checklist import PAYERS
from hcpcs_desktop.domain.waste import VIAL_TYPES

LINE_KEYS = ("code", "modifiers", "dos", "units", "vial_type")
KEYS = (*LINE_KEYS, "payer")
CLAIM_KEYS = ("claim", "dos", "payer")


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command; its options are one line, a batch file may have claims."""
    parser = commands.add_parser(
        "modifiers", parents=[everywhere], help="check the modifiers of a claim line"
    )
    option = parser.add_argument
    option("--modifier", dest="modifiers", action="append", metavar="MODIFIER", help="for each one")
    option("--code", metavar="CODE")
    option("--dos", metavar="DATE", help="date of service, today unless given")
    option("--units", metavar="NUMBER")
    option("--vial-type", choices=VIAL_TYPES, help="single-dose unless given")
    option("--payer", choices=PAYERS)
    tool.add_batch(parser)
    parser.set_defaults(run=run, parser=parser)


def run(options: argparse.Namespace, context: Context) -> int:
    """Answer the options, or each line of a file."""
    from hcpcs_desktop.cli.modifiers_asked import Questions

    return tool.run(options, context, KEYS, Questions(context).ask)
