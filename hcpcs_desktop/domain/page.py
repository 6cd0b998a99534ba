"""Everything that is known of a code on a date, in one object that panes and output show."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hcpcs_desktop.domain.billing_unit import BillingUnit
from hcpcs_desktop.domain.caution import Caution
from hcpcs_desktop.domain.checklist import Checklist
from hcpcs_desktop.domain.codes import Kind
from hcpcs_desktop.domain.edits import ListedMue
from hcpcs_desktop.domain.guide import Conflict, Contact, Guide, Similar
from hcpcs_desktop.domain.history import Event
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.domain.price import ListedLimit
from hcpcs_desktop.domain.product import ListedProduct
from hcpcs_desktop.domain.record import Values
from hcpcs_desktop.domain.validity import State


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
class Suggestion:
    """A code that a guide may have meant; ``product`` is the one it is for, empty for any."""

    code: str
    long: str
    product: str
    since: date | None


@dataclass(frozen=True, slots=True)
class PageConflict:
    """A claim on this code that the record contradicts, with the codes usable on the date."""

    conflict: Conflict
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class CodePage:
    """A code or modifier on a date of service.

    ``release`` is the newest that lists the code; ``section`` is its heading for browsing, from the
    letter down; ``billing_unit`` is None where the code is no drug or its description tells none;
    ``provenance`` holds one sentence for each thing worth knowing about the answer; ``mentioned``
    are the other codes that its texts mention, as far as the library has them. ``prices`` are those
    of the date's quarter, ``price_history`` those of all quarters, oldest first; ``mue`` are its
    unit limits in the date's quarter. ``profile`` is that of the payer for whom the checklist is.
    ``dates_as_of`` is the release whose dates call the code valid where a newer list prints none.
    ``since`` and ``terminated`` are the ends of the span of days that answers for the date, and
    ``usable_again`` is the first day of the next one; ``added`` may lie before a return.
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
    billing_unit: BillingUnit | None = None
    guides: tuple[Guide, ...] = ()
    conflicts: tuple[PageConflict, ...] = ()
    similar: tuple[Similar, ...] = ()
    contacts: tuple[Contact, ...] = ()
    history: tuple[Event, ...] = ()
    prices: tuple[ListedLimit, ...] = ()
    price_history: tuple[ListedLimit, ...] = ()
    products: tuple[ListedProduct, ...] = ()
    mue: tuple[ListedMue, ...] = ()
    mentioned: frozenset[str] = frozenset()
    cautions: tuple[Caution, ...] = ()
    profile: PayerProfile | None = None
    dates_as_of: str = ""
    since: date | None = None
    usable_again: date | None = None

    def field(self, name: str) -> PageField:
        """The field of that name; raises KeyError where there is none."""
        for each in self.fields:
            if each.name == name:
                return each
        raise KeyError(name)

    def texts(self) -> Iterator[str]:
        """Every text of the page that may mention another code."""
        yield self.long
        yield from self.provenance
        yield from (each.says for each in self.cautions)
        for field in self.fields:
            yield from field.values
        for conflict in self.conflicts:
            yield conflict.conflict.official
            yield from (each.code for each in conflict.suggestions)
        for guide in self.guides:
            yield guide.origin
            for section in guide.sections:
                for said in section.statements:
                    yield from (said.text, said.source, said.note)
        for item in self.checklist.items:
            yield from (item.text, item.why, item.source)
        for event in self.history:
            yield from event.codes
