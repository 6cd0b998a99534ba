"""``bsa``: body surface area, the dose that follows from it, and the claim lines of that dose."""

import argparse

from hcpcs_desktop.cli import tool, units
from hcpcs_desktop.cli.context import Context, Subparsers

NEEDED = ("height", "weight", "formula")
KEYS = (*NEEDED, "dose_per_m2", "bsa_cap", *units.KEYS_BUT_DOSE)


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "bsa", parents=[everywhere], help="body surface area and the dose that follows from it"
    )
    parser.add_argument("--height", metavar="LENGTH", help="such as '170 cm' or '5 ft 7 in'")
    parser.add_argument("--weight", metavar="WEIGHT", help="such as '70 kg' or '154 lb'")
    parser.add_argument("--formula", metavar="NAME", help="mosteller, dubois or haycock")
    parser.add_argument("--dose-per-m2", metavar="DOSE", help="such as '20 mg/m2' or '6 mg/kg'")
    parser.add_argument("--bsa-cap", metavar="NUMBER", help="the regimen's largest surface, in m2")
    units.add_options(parser)
    tool.add_batch(parser)
    parser.set_defaults(run=run, parser=parser)


def run(options: argparse.Namespace, context: Context) -> int:
    """Answer the options, or each line of a file."""
    from hcpcs_desktop.cli.bsa_asked import Questions

    units.gather_ndcs(options)
    return tool.run(options, context, KEYS, Questions(context).ask, NEEDED)
