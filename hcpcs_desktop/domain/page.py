"""Everything that is known of a code on a date, in one object that panes and output show."""

from dataclasses import dataclass
from datetime import date

from hcpcs_desktop.domain.checklist import Checklist
from hcpcs_desktop.domain.codes import Kind
from hcpcs_desktop.domain.record import State, Values


@dataclass(frozen=True, slots=True)
class PageField:
    """A field of the record as it is shown.

    ``values`` and ``meanings`` run side by side, one for each place of the record that is filled;
    ``printed`` is False where no release prints the field: it is unknown, not blank. ``release``
    is the one that the values come from.
    """

    name: str
    label: str
    help: str
    source: str
    values: Values
    meanings: tuple[str, ...]
    several: bool
    printed: bool
    release: str | None


@dataclass(frozen=True, slots=True)
class CodePage:
    """A code or modifier on a date of service.

    ``release`` is the newest that lists the code (None where only the seeds do); ``listed_in``
    says in words where the record comes from; ``section`` is its heading for browsing, from the
    letter down; ``provenance`` holds one sentence for each thing worth knowing about the answer.
    """

    code: str
    kind: Kind
    long: str
    short: str
    on: date
    state: State
    added: date | None
    action_effective: date | None
    terminated: date | None
    release: str | None
    section: tuple[str, ...]
    fields: tuple[PageField, ...]
    is_drug: bool
    is_noc: bool
    checklist: Checklist
    provenance: tuple[str, ...]

    def field(self, name: str) -> PageField:
        """The field of that name; raises KeyError where there is none."""
        for each in self.fields:
            if each.name == name:
                return each
        raise KeyError(name)
