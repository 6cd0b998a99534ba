"""Questions of ``ndc``, from what was asked to the answer."""

from dataclasses import replace
from datetime import date

from hcpcs_desktop.cli.context import Answer, Context
from hcpcs_desktop.cli.drug_codes import DrugCodes
from hcpcs_desktop.cli.ndc import CHECK_KEYS, CLAIM_KEYS, KEYS
from hcpcs_desktop.cli.requests import Asked
from hcpcs_desktop.cli.tool import Values
from hcpcs_desktop.domain import ndc, ndc_unit
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.ndc import NdcReading
from hcpcs_desktop.domain.ndc_claim import FORMS, NdcClaim, NdcClaimRequest, compute
from hcpcs_desktop.domain.product import ListedProduct
from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library import products
from hcpcs_desktop.output import tools, tools_text


class Questions:
    """The questions of one run."""

    def __init__(self, context: Context) -> None:
        """Take the run, which knows the library and the form of the answers."""
        self._context = context
        self._as_json = context.as_json
        self._codes = DrugCodes(context)

    def ask(self, values: Values) -> tuple[Answer, str]:
        """The answer as JSON and for people; the keys tell which of three questions it is.

        Raises InputError.
        """
        asked = Asked(values, KEYS)
        if asked.given(CHECK_KEYS):
            return self._check(Asked(values, CHECK_KEYS))
        if asked.given(CLAIM_KEYS) in ([], ["ndc"]):
            return self._reading(asked)
        claim = _claim(Asked(values, CLAIM_KEYS), self._codes)
        return tools.ndc_claim_answer(claim), "" if self._as_json else tools_text.ndc_claim(claim)

    def _check(self, asked: Asked) -> tuple[Answer, str]:
        check = ndc_unit.check(asked.needed("unit", "ML"), asked.needed("quantity", "16"))
        return tools.ndc_check_answer(check), "" if self._as_json else tools_text.ndc_check(check)

    def _reading(self, asked: Asked) -> tuple[Answer, str]:
        reading, listed = self._looked_up(asked.needed("ndc", "50242-0061-01"))
        shown = "" if self._as_json else tools_text.ndc_reading(reading, listed)
        return tools.ndc_reading_answer(reading, listed), shown

    def _looked_up(self, typed: str) -> tuple[NdcReading, tuple[ListedProduct, ...]]:
        """The NDC as read, and what CMS's crosswalk lists it for; without a library nothing."""
        try:
            connection = self._context.library.connection
        except UserError:
            return ndc.read(typed), ()
        reading = ndc.read(typed, products.KnownNdcs(connection))
        return reading, products.of_ndc(connection, reading.ndc11 or "", date.today())


def _claim(asked: Asked, codes: DrugCodes) -> NdcClaim:
    unit, note = _billing_unit(asked, codes)
    claim = compute(
        NdcClaimRequest(
            dose=asked.needed("dose", "400 mg"),
            form=asked.needed_choice("form", FORMS),
            billing_unit=unit,
            concentration=asked.text("concentration"),
            vial=asked.text("vial"),
            ndc=asked.text("ndc"),
        )
    )
    return replace(claim, notes=(*claim.notes, *note))


def _billing_unit(asked: Asked, codes: DrugCodes) -> tuple[str | Quantity | None, tuple[str, ...]]:
    """The unit, or None and a note why: the NDC part of a claim line does not need it."""
    given, code = asked.text("billing_unit"), asked.text("code")
    on = asked.day("dos") or date.today()
    if given is not None or code is None:
        return given, ()
    try:
        return codes.unit(code, on)[0], ()
    except (InputError, UserError) as error:
        return None, (f"No HCPCS units: {error}",)
