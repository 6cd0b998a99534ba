"""Questions of ``units``, from what was asked to the answer."""

from dataclasses import replace
from datetime import date
from typing import get_args

from hcpcs_desktop import paths
from hcpcs_desktop.cli import units
from hcpcs_desktop.cli.context import Answer, Context
from hcpcs_desktop.cli.drug_codes import DrugCodes
from hcpcs_desktop.cli.requests import RULES_OF_TODAY, Asked
from hcpcs_desktop.cli.tool import Values
from hcpcs_desktop.domain.checklist import PAYERS
from hcpcs_desktop.domain.inputs import InputError, Step
from hcpcs_desktop.domain.ndc_claim import FORMS
from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.domain.shared_containers import SHARED
from hcpcs_desktop.domain.units import compute
from hcpcs_desktop.domain.units_request import ContainerKind, UnitsRequest, UnitsResult
from hcpcs_desktop.domain.waste import PRODUCT_CLASSES, VIAL_TYPES
from hcpcs_desktop.output import tools, tools_text
from hcpcs_desktop.sources.facts import waste_dates

CONTAINERS: tuple[ContainerKind, ...] = get_args(ContainerKind)


class Questions:
    """The questions of one run."""

    def __init__(self, context: Context) -> None:
        """Take the run, which knows the library and the form of the answers."""
        self._as_json = context.as_json
        self._codes = DrugCodes(context)

    def ask(self, values: Values) -> tuple[Answer, str]:
        """The answer as JSON and for people; raises InputError or UserError."""
        asked = Asked(values, units.KEYS)
        result = work_out(asked, asked.needed("dose", "45 mg"), self._codes)
        return tools.units_answer(result), "" if self._as_json else tools_text.units(result)


def work_out(asked: Asked, dose: str | Quantity, codes: DrugCodes) -> UnitsResult:
    """The claim lines; raises InputError, or UserError where the code is needed and not known."""
    told = asked.day("dos")
    profile = codes.profile(asked.text("profile"))
    dos = told or date.today()
    unit, steps = _billing_unit(asked, codes, dos)
    code = asked.text("code")
    form, ndcs = asked.choice("form", FORMS), asked.texts_by_name("ndcs")
    result = compute(
        UnitsRequest(
            billing_unit=unit,
            dose=dose,
            vial_type=asked.needed_choice("vial_type", VIAL_TYPES),
            dos=dos,
            code=code,
            vials=asked.texts("vials"),
            opened=asked.texts("opened"),
            ndcs=ndcs,
            payer=profile.payer if profile else asked.choice("payer", PAYERS) or "medicare",
            opps_status=asked.text("opps_status"),
            overfill=asked.text("overfill"),
            product_class=asked.choice("product_class", PRODUCT_CLASSES),
            is_drug=codes.is_drug(code, dos),
            one_line_per_ndc=asked.flag("one_line_per_ndc"),
            profile=profile,
            container=asked.choice("container", CONTAINERS) or "vial",
            form=form,
            volumes=codes.volumes(ndcs, dos) if form == "liquid" else {},
            shared=asked.choice("shared", SHARED),
            given_to_others=asked.text("given_to_others"),
        ),
        waste_dates(paths.seeds()),
    )
    notes = (*codes.other_sizes(ndcs, dos), *(() if told else (RULES_OF_TODAY.format(day=dos),)))
    return replace(result, steps=(*steps, *result.steps), notes=(*result.notes, *notes))


def _billing_unit(
    asked: Asked, codes: DrugCodes, dos: date
) -> tuple[str | Quantity, tuple[Step, ...]]:
    """The unit as given, else that of the code's descriptor with the step that tells so.

    Raises InputError, or UserError where the code is not known.
    """
    given, code = asked.text("billing_unit"), asked.text("code")
    if given is not None:
        return given, ()
    if code is None:
        raise InputError("billing_unit", "is missing; give it, such as 10 mg, or name the code.")
    unit, step = codes.unit(code, dos)
    return unit, (step,)
