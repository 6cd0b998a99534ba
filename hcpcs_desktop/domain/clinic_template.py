"""A checklist template of a clinic: items of its own, and items of the program that it leaves out.

Its items show as its own, by their ``origin``. One with the id of an item of the program stands
in that item's place.
"""

from dataclasses import dataclass

from hcpcs_desktop.domain.checklist import Template

ORDER = 1_000
"""A clinic's template comes after those of the program, unless it says otherwise."""


@dataclass(frozen=True, slots=True)
class ClinicTemplate:
    """The template, whose items have its title as their origin, and the ids that it leaves out."""

    template: Template
    leave_out: tuple[str, ...] = ()
