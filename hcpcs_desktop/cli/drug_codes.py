"""What the library tells the tools of a code, each code looked up once for a date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hcpcs_desktop.cli.context import Context
from hcpcs_desktop.domain import billing_unit, ndc
from hcpcs_desktop.domain.billing_unit import BillingUnit
from hcpcs_desktop.domain.codes import normalise
from hcpcs_desktop.domain.inputs import InputError, Step
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.domain.product import Product
from hcpcs_desktop.domain.product_size import liquid_volume, listed_otherwise
from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.errors import UserError


@dataclass(frozen=True, slots=True)
class _Known:
    """A code of the library: its unit, whether its record says drug, and where that stands."""

    code: str
    unit: BillingUnit | None
    is_drug: bool
    source: str


class DrugCodes:
    """The codes of the library in use, which is opened for the first question only."""

    def __init__(self, context: Context) -> None:
        """Take the run, which knows the library."""
        self._context = context
        self._found: dict[tuple[str, date], _Known | UserError] = {}

    def profile(self, name: str | None) -> PayerProfile | None:
        """The payer of that name; raises UserError where the clinic has none."""
        return self._context.profile(name)

    def unit(self, code: str, on: date) -> tuple[Quantity, Step]:
        """What one unit of the code stands for, as its descriptor says, and the step to show.

        Raises UserError where the code is not known, InputError where it tells no amount.
        """
        known = self._find(code, on)
        if isinstance(known, UserError):
            raise UserError(f"{known} Or enter the billing unit.", known.kind, "code")
        if known.unit is None or known.unit.amount is None:
            from hcpcs_desktop.output.wording import sum_of_drugs

            advice = sum_of_drugs(known.unit) if known.unit else ""
            raise InputError(
                "billing_unit",
                advice
                or f"the description of {known.code} does not tell the amount of one unit; "
                "enter it, such as 10 mg.",
            )
        return known.unit.amount, Step(f"One unit is {known.unit.amount}.", known.source)

    def is_drug(self, code: str | None, on: date) -> bool | None:
        """True where the record says so; None where it does not, or the code is not known.

        A record without the signs of a drug proves nothing: CMS prices skin substitutes,
        radiopharmaceuticals, contrast and blood like other things.
        """
        known = self._find(code, on) if code else None
        return True if isinstance(known, _Known) and known.is_drug else None

    def volumes(self, ndcs: Mapping[str, str], on: date) -> dict[str, str]:
        """The volumes of liquids by their sizes, as CMS's crosswalk lists the NDCs."""
        listed = self._listed(ndcs, on)
        volumes = {size: liquid_volume(*listed[size], size) for size in ndcs}
        return {size: volume for size, volume in volumes.items() if volume is not None}

    def other_sizes(self, ndcs: Mapping[str, str], on: date) -> list[str]:
        """A note for each NDC that CMS's crosswalk lists with another content than its size."""
        from hcpcs_desktop.output.wording import other_size

        listed = self._listed(ndcs, on)
        found = {size: listed_otherwise(*listed[size], size) for size in ndcs}
        return [
            f"{ndcs[size]}: {other_size(content, size)}"
            for size, content in found.items()
            if content is not None
        ]

    def _listed(
        self, ndcs: Mapping[str, str], on: date
    ) -> dict[str, tuple[tuple[Product, ...], str]]:
        """By size: the products of its NDC, and the NDC; none without a library."""
        from hcpcs_desktop.library import products

        numbers = {size: ndc.read(typed).ndc11 or "" for size, typed in ndcs.items()}
        try:
            connection = self._context.library.connection if ndcs else None
        except UserError:
            connection = None
        if connection is None:
            return {size: ((), number) for size, number in numbers.items()}
        return {
            size: (
                tuple(each.product for each in products.of_ndc(connection, number, on)),
                number,
            )
            for size, number in numbers.items()
        }

    def _find(self, code: str, on: date) -> _Known | UserError:
        key = normalise(code), on
        if key not in self._found:
            try:
                self._found[key] = self._read(code, on)
            except UserError as error:
                self._found[key] = error
        return self._found[key]

    def _read(self, code: str, on: date) -> _Known:
        from hcpcs_desktop.library.codes import page
        from hcpcs_desktop.output.wording import one_line, origin

        try:
            found = page(self._context.library, code, on)
        except UserError as error:
            raise UserError(one_line(str(error)), error.kind) from error
        source = f"description of {found.code}, {origin(found)}"
        return _Known(found.code, billing_unit.read(found.long), found.is_drug, source)
