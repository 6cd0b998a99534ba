"""Reads CMS's record layout: what each field of the record means, and the tables of its codes.

Source: the "CMS RIF report" that CMS publishes with its HCPCS files.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hcpcs_desktop.domain.dictionary import CodeTable
from hcpcs_desktop.domain.layout import FieldText
from hcpcs_desktop.sources import plain_text
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.tally import Tally

FAMILY = "record_layout"

_TITLE = re.compile(r"HCPCS Contractor Record\b(?:\s*-\s*(20\d\d))?", re.I)
_NUMBERED = re.compile(r"\s{0,4}(\d{1,2})\.\s+(\S.*)")
_POSITION = re.compile(r"\s*\d+\s+\d+\s+\d+(\s+[A-Z]+)?\s*")
_PARTICULAR = re.compile(r"\s*(?:DB2|SAS|STANDARD|TITLE)\s+ALIAS\s*:|\s*(?:LENGTH|REDEFINE)\s*:")
_ALIAS = re.compile(r"\s*SAS\s+ALIAS\s*:\s*(\w+)")
_CODES = re.compile(r"\s*CODES\s*:")
_APPENDIX = "TABLE OF CODES APPENDIX"
_APPENDED = re.compile(r"\s{0,3}([A-Z_]+_TB)\s+\S")
_VALUE = re.compile(r"\s*([0-9A-Z]{1,3})\s+=\s+(\S.*)")

_NAMES = {
    "DESC_TXT": "long_description",
    "SHRTDESC": "short_description",
    "PRCNGCD": "pricing",
    "MULTCD": "multiple_pricing",
    "CIM": "cim",
    "MCM": "mcm",
    "STATUTE": "statute",
    "LABCERT": "lab_certification",
    "XREF": "xref",
    "CVRG_CD": "coverage",
    "ASCIND": "asc",
    "ASCGRP": "asc_effective",
    "MOGGRP": "mog",
    "MOGIND": "mog_indicator",
    "MOGDTE": "mog_effective",
    "PROCNOTE": "processing_note",
    "BETOS": "betos",
    "TYPESRVC": "tos",
    "BASEUNIT": "anesthesia_base_units",
    "ADD_DT": "added",
    "EFCTV_DT": "action_effective",
    "TERM_DT": "termination",
    "ACTN_CD": "action",
}
"""Of the layout's short names the field's name in the dictionary."""

_APPENDED_TABLES = {"BETOS_TB": "betos", "CMS_TYPE_SRVC_TB": "tos"}


def is_text(text: str) -> bool:
    """Whether a text is CMS's description of the record."""
    return _TITLE.search(text[:5000]) is not None


def read_text(text: str, name: str) -> Reading:
    """Read the layout; raises UserError where none of its fields is known.

    The release is January's of the year that the layout states, if it does.
    """
    tally = Tally(name)
    lines = [line.expandtabs() for line in plain_text.lines(text, name)]
    tally.rows_read = sum(bool(line.strip()) for line in lines)
    end = next((at for at, line in enumerate(lines) if _APPENDIX in line), len(lines))
    blocks = [block for block in _blocks(lines[:end]) if block.name]
    if not blocks:
        raise tally.refuse("it is a record layout without a field that the app knows")
    title = _TITLE.search(text)
    year = title[1] if title else None
    source = f"CMS HCPCS record layout, {year or name}"
    meanings = {block.name: _meanings(block.codes) for block in blocks} | _appended(lines[end:])
    return Reading(
        FAMILY,
        f"{year}-01" if year else "",
        name,
        rows_read=tally.rows_read,
        field_texts=tuple(FieldText(block.name, block.title, block.text) for block in blocks),
        tables=tuple(
            CodeTable(table, source, values) for table, values in meanings.items() if values
        ),
    )


@dataclass
class _Block:
    """What stands under one number of the layout; ``name`` is empty for what is no field."""

    title: str
    name: str = ""
    prose: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.prose).split())


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    """One block for each numbered field: prose first, particulars, then the list of codes."""
    block: _Block | None = None
    into: list[str] | None = None
    for line in lines:
        if match := _NUMBERED.fullmatch(line):
            if block:
                yield block
            block = _Block(" ".join(match[2].removeprefix("HCPCS ").split()))
            into = block.prose
        elif block is None or _POSITION.fullmatch(line):
            continue
        elif alias := _ALIAS.match(line):
            block.name = _NAMES.get(alias[1], "")
            into = None
        elif _PARTICULAR.match(line):
            into = None
        elif _CODES.match(line):
            into = block.codes
        elif into is not None:
            into.append(line)
    if block:
        yield block


def _meanings(lines: Sequence[str]) -> dict[str, str]:
    """The values of a list of codes; a line that stands further in goes on with the one before."""
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    edge = 0
    for line in lines:
        match = _VALUE.fullmatch(line.rstrip())
        indent = len(line) - len(line.lstrip())
        if match:
            current = found.setdefault(match[1], [])
            current.append(match[2])
            edge = match.start(1)
        elif current is not None and line.strip() and indent > edge:
            current.append(line)
        else:
            current = None
    return {code: " ".join(" ".join(parts).split()) for code, parts in found.items()}


def _appended(lines: Sequence[str]) -> dict[str, dict[str, str]]:
    """The tables that stand behind all fields, by the field that they belong to."""
    of_table: dict[str, list[str]] = {}
    current: list[str] = []
    for line in lines:
        if match := _APPENDED.match(line):
            current = of_table.setdefault(_APPENDED_TABLES.get(match[1], ""), [])
        else:
            current.append(line)
    return {name: _meanings(rows) for name, rows in of_table.items() if name}
