"""Pictures of what is printed, for the screenshots: pages of PDFs, drawn by pdftoppm."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output import paper
from hcpcs_desktop.ui import printing

_DOTS_PER_INCH = "100"


def draw(page: CodePage, ticked: int, folder: Path) -> None:
    """Draw the record and the checklist of a code, some items ticked, where pdftoppm is."""
    program = shutil.which("pdftoppm")
    if program is None:
        return
    ticks = [item.id for item in page.checklist.items[:ticked]]
    made = {"record": paper.record(page), "checklist": paper.checklist(page, ticks)}
    with tempfile.TemporaryDirectory() as home:
        for name, each in made.items():
            pdf = Path(home) / f"{name}.pdf"
            printing.write_pdf(each.html, pdf, each.footer)
            target = folder / f"paper-{name}"
            options = ["-png", "-singlefile", "-r", _DOTS_PER_INCH]
            subprocess.run([program, *options, pdf, target], check=True)
