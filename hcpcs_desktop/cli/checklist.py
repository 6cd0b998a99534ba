"""``checklist``: a blank documentation checklist for a code."""

import argparse
from datetime import date
from pathlib import Path

from hcpcs_desktop.cli.context import Context, Subparsers, add_profile
from hcpcs_desktop.domain.checklist import PAYERS, SETTINGS
from hcpcs_desktop.domain.clinic import Clinic
from hcpcs_desktop.domain.page import CodePage

_FORMATS = ("text", "md", "html", "pdf")


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "checklist", parents=[everywhere], help="print a documentation checklist"
    )
    parser.add_argument("code", metavar="CODE")
    parser.add_argument("--payer", choices=PAYERS, default="medicare")
    parser.add_argument("--setting", choices=SETTINGS)
    add_profile(parser)
    parser.add_argument("--format", choices=_FORMATS, default="text")
    parser.add_argument("--out", type=Path, metavar="FILE")
    parser.set_defaults(run=run, parser=parser)


def run(options: argparse.Namespace, context: Context) -> int:
    """Print the checklist, or write it to a file."""
    from hcpcs_desktop.library.codes import page
    from hcpcs_desktop.output import answers

    if options.format == "pdf" and options.out is None:
        options.parser.error("a PDF needs --out FILE")
    clinic = Clinic(context.profile(options.profile), context.templates)
    found = page(
        context.library, options.code, date.today(), options.payer, options.setting, clinic
    )
    if options.out is not None:
        _write(options.out, options.format, found)
        if not context.as_json:
            print(f"Written to {options.out}.")
            return 0
    return context.answer(
        answers.checklist_answer(found.checklist), lambda: _rendered(options.format, found)
    )


def _rendered(form: str, page: CodePage) -> str:
    """The checklist as text, Markdown or HTML."""
    from hcpcs_desktop.output import html, markdown, text

    render = {"text": text.checklist, "md": markdown.checklist, "html": html.checklist}[form]
    return render(page)


def _write(path: Path, form: str, page: CodePage) -> None:
    if form == "pdf":
        from hcpcs_desktop.output import paper
        from hcpcs_desktop.ui.printing import write_pdf_headless

        made = paper.checklist(page)
        write_pdf_headless(made.html, path, made.footer)
        return
    from hcpcs_desktop.output.written import writing

    with writing(path) as file:
        file.write_text(_rendered(form, page), encoding="utf-8")
