"""Writes what a clinic shares as JSON that people can read and change, whole or not at all."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import msgspec

from hcpcs_desktop.domain import clinic_template, payer_profile
from hcpcs_desktop.domain.checklist import Checklist, Item, Template
from hcpcs_desktop.domain.clinic_template import ClinicTemplate
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.output.written import writing

VERSION = 1
_OF_AN_ITEM = ("id", "text", "why", "source", "prevents", "payers", "settings", "unless")


def write_profiles(path: Path, profiles: Sequence[PayerProfile]) -> None:
    """Write profiles to share; raises UserError where the file cannot be written."""
    _write(path, payer_profile.FILE_KIND, {"profile": [asdict(each) for each in profiles]})


def write_template(path: Path, given: ClinicTemplate) -> None:
    """Write a template to share or to change; raises UserError as ``write_profiles`` does."""
    template = given.template
    content = {
        "id": template.id,
        "title": template.title,
        "codes": template.codes,
        "traits": template.traits,
        "unless": template.unless,
        "order": template.order,
        "leave_out": given.leave_out,
        "item": [_item(item) for item in template.items],
    }
    _write(path, clinic_template.FILE_KIND, content)


def template_of(checklist: Checklist) -> ClinicTemplate:
    """The checklist of a code as a template to change; its items keep their ids."""
    template = Template(
        id=f"our-{checklist.code.lower()}",
        order=clinic_template.ORDER,
        title=f"Ours for {checklist.code}",
        codes=(checklist.code,),
        traits=(),
        items=checklist.items,
    )
    return ClinicTemplate(template)


def _item(item: Item) -> dict[str, object]:
    return {name: getattr(item, name) for name in _OF_AN_ITEM if getattr(item, name)}


def _write(path: Path, kind: str, content: dict[str, object]) -> None:
    document = {"kind": kind, "version": VERSION, **content}
    text = msgspec.json.format(msgspec.json.encode(document), indent=2)
    with writing(path) as file:
        file.write_bytes(text + b"\n")
