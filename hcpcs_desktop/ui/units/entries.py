"""What stands in the fields of a unit calculation, as typed, and what they begin with."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from hcpcs_desktop.domain.checklist import Payer
from hcpcs_desktop.domain.ndc_claim import Form
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.domain.price import ListedLimit
from hcpcs_desktop.domain.product import ListedProduct, Product
from hcpcs_desktop.domain.product_size import container_size, listed_sizes
from hcpcs_desktop.domain.shared_containers import Shared
from hcpcs_desktop.domain.units_request import ContainerKind
from hcpcs_desktop.domain.waste import ProductClass, VialType
from hcpcs_desktop.output import wording


@dataclass(frozen=True, slots=True)
class Container:
    """A container size, how many of it were opened (empty: it was at hand), and its NDC."""

    size: str = ""
    count: str = ""
    ndc: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """The fields of a unit calculation; ``vial_type`` is None until the user has chosen it."""

    code: str = ""
    billing_unit: str = ""
    dose: str = ""
    containers: tuple[Container, ...] = (Container(),)
    vial_type: VialType | None = None
    dos: str = ""
    payer: Payer = "medicare"
    profile: PayerProfile | None = None
    opps_status: str = ""
    overfill: str = ""
    product_class: ProductClass | None = None
    container: ContainerKind = "vial"
    one_line_per_ndc: bool | None = None
    form: Form | None = None
    shared: Shared | None = None
    given_to_others: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the library knows of a code; empty where it does not know the code.

    ``billing_unit`` is what one unit stands for by the description that ``source`` names;
    ``is_drug`` is True where the record says so, and else not known; ``prices`` are CMS's payment
    limits of the quarter, ``products`` the packages that its crosswalk lists. ``unit_hint`` says
    what to enter where the description names several drugs and no sum.
    """

    code: str = ""
    description: str = ""
    billing_unit: str = ""
    source: str = ""
    is_drug: bool | None = None
    prices: tuple[ListedLimit, ...] = ()
    products: tuple[ListedProduct, ...] = ()
    unit_hint: str = ""

    @property
    def sizes(self) -> tuple[Container, ...]:
        """The container sizes that CMS's crosswalk lists for the code."""
        listed = listed_sizes(each.product for each in self.products)
        return tuple(Container(size, "", ndc) for size, ndc in listed.items())


def facts_of(page: CodePage) -> Facts:
    """What a page tells the calculation."""
    unit = page.billing_unit
    return Facts(
        code=page.code,
        description=page.long or page.short,
        billing_unit=str(unit.amount) if unit and unit.amount else "",
        source=f"description of {page.code}, {wording.origin(page)}",
        is_drug=True if page.is_drug else None,
        prices=page.prices,
        products=tuple(page.products),
        unit_hint=wording.sum_of_drugs(unit) if unit else "",
    )


def beginning(page: CodePage) -> Entries:
    """The fields of a code before the user has typed anything."""
    return Entries(
        code=page.code,
        billing_unit=facts_of(page).billing_unit,
        dos=page.on.isoformat(),
        payer=page.checklist.payer,
        profile=page.profile,
    )


def with_package(entries: Entries, package: Product) -> Entries:
    """The entries with size and NDC of a package, in the first row that is free for it."""
    content = container_size(package)
    size, rows = str(content) if content else "", list(entries.containers)
    free = [i for i, row in enumerate(rows) if not row.ndc and row.size.strip() in ("", size)]
    if not free:
        return replace(entries, containers=(*rows, Container(size, "", package.ndc11)))
    taken = rows[free[0]]
    rows[free[0]] = Container(size or taken.size, taken.count, package.ndc11)
    return replace(entries, containers=tuple(rows))


def lacking(containers: Sequence[Container], offered: Sequence[Container]) -> list[Container]:
    """Those of the offered sizes that do not stand there yet."""
    there = {each.size.strip() for each in containers}
    return [each for each in offered if each.size not in there]


def with_sizes(
    containers: Sequence[Container], offered: Sequence[Container]
) -> tuple[Container, ...]:
    """The containers with the offered sizes below them, empty rows left out."""
    typed = [each for each in containers if each != Container()]
    return (*typed, *lacking(typed, offered))


def follow(entries: Entries, before: Entries, now: Entries) -> Entries:
    """Let the fields that still stand as they began begin anew; what was typed stays."""
    untouched = (
        each.name
        for each in fields(Entries)
        if getattr(entries, each.name) == getattr(before, each.name)
    )
    return replace(entries, **{name: getattr(now, name) for name in untouched})


class Kept:
    """The fields of each code that was looked at, until the program is closed."""

    def __init__(self) -> None:
        """Begin with none."""
        self._by_code: dict[str, tuple[Entries, Entries]] = {}

    def open(self, page: CodePage) -> Entries:
        """The fields of a code as they were left; date and payer follow the page until changed."""
        now = beginning(page)
        entries, before = self._by_code.get(page.code, (now, now))
        entries = follow(entries, before, now)
        self._by_code[page.code] = entries, now
        return entries

    def keep(self, entries: Entries) -> None:
        """Keep the fields of a code that was opened."""
        _, began = self._by_code[entries.code]
        self._by_code[entries.code] = entries, began
