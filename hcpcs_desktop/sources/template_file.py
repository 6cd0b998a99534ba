"""Reads a checklist template that a clinic shares as a file."""

from pathlib import Path

import msgspec

from hcpcs_desktop.domain.checklist import Item, Payer, Setting, Template
from hcpcs_desktop.domain.clinic_template import FILE_KIND, ORDER, ClinicTemplate, checked
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.sources import shared_file


class _Item(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    text: str
    why: str = ""
    source: str = ""
    prevents: tuple[str, ...] = ()
    payers: tuple[Payer, ...] = ()
    settings: tuple[Setting, ...] = ()
    unless: tuple[str, ...] = ()


class _File(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    title: str
    codes: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    order: int = ORDER
    leave_out: tuple[str, ...] = ()
    item: tuple[_Item, ...] = ()


def read(path: Path) -> ClinicTemplate:
    """The template of a file; raises UserError that names the line or field at fault."""
    file = shared_file.read(path, FILE_KIND, _File)
    items = tuple(Item(**msgspec.structs.asdict(each)) for each in file.item)
    template = Template(
        file.id, file.order, file.title.strip(), file.codes, file.traits, items, file.unless
    )
    try:
        return checked(ClinicTemplate(template, file.leave_out))
    except InputError as error:
        raise shared_file.refused(path, f"{error.field}: {error.reason.rstrip('.')}") from error
