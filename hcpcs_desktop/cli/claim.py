"""``claim``: what would bring a claim back."""

import argparse

from hcpcs_desktop.cli import tool
from hcpcs_desktop.cli.context import Context, Subparsers, add_profile
from hcpcs_desktop.domain.checklist import PAYERS, SETTINGS
from hcpcs_desktop.domain.waste import VIAL_TYPES

LINE_KEYS = (
    *("code", "units", "modifiers", "dos", "pos", "dx", "dose", "billing_unit"),
    *("vial_type", "vials_opened", "drug", "ndc"),
)
CLAIM_KEYS = (
    *("payer", "setting", "line", "claim", "dos", "record", "mue", "ptp"),
    *("authorization_required", "authorization", "profile"),
)
KEYS = (*LINE_KEYS, "payer", "setting", "authorization_required", "profile")


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command; its options are one line, a batch file has whole claims."""
    parser = commands.add_parser("claim", parents=[everywhere], help="check a claim")
    option = parser.add_argument
    option("--code", metavar="CODE")
    option("--units", metavar="NUMBER")
    option("--modifier", dest="modifiers", action="append", metavar="MODIFIER", help="for each one")
    option("--dos", metavar="DATE", help="date of service, today unless given")
    option("--pos", metavar="PLACE", help="place of service, two digits")
    option("--dx", action="append", metavar="DIAGNOSIS", help="for each one")
    option("--dose", metavar="AMOUNT", help="what was given, such as '45 mg'")
    option("--billing-unit", metavar="AMOUNT", help="unless the code's description tells it")
    option("--vial-type", choices=VIAL_TYPES, help="single-dose unless given")
    option("--opened", dest="vials_opened", action="append", metavar="SIZE", help="each container")
    option("--drug", metavar="TEXT", help="the drug that was given")
    option("--ndc", metavar="NDC")
    option("--payer", choices=PAYERS)
    add_profile(parser)
    option("--setting", choices=SETTINGS)
    option("--authorization-required", action="store_const", const=True)
    tool.add_batch(parser)
    parser.set_defaults(run=run, parser=parser)


def run(options: argparse.Namespace, context: Context) -> int:
    """Answer the options, or each line of a file."""
    from hcpcs_desktop.cli.claim_asked import Questions

    return tool.run(options, context, KEYS, Questions(context).ask, needed=("code",))
