"""Questions of ``modifiers``, from what was asked to the answer."""

from datetime import date

from hcpcs_desktop import paths
from hcpcs_desktop.cli.claim_asked import day_or_today, each_of, has_lines
from hcpcs_desktop.cli.context import Answer, Context
from hcpcs_desktop.cli.modifiers import CLAIM_KEYS, KEYS, LINE_KEYS
from hcpcs_desktop.cli.requests import Asked
from hcpcs_desktop.cli.tool import Values
from hcpcs_desktop.domain.checklist import PAYERS
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.modifiers import ModifierLine, check
from hcpcs_desktop.domain.waste import VIAL_TYPES
from hcpcs_desktop.library.claims import reference
from hcpcs_desktop.output import claim_answers, claim_text
from hcpcs_desktop.sources import rules


class Questions:
    """The questions of one run."""

    def __init__(self, context: Context) -> None:
        """Take the run, which knows the library and the form of the answers."""
        self._as_json = context.as_json
        self._reference = reference(context.library)
        self._rules = rules.read(paths.seeds())

    def ask(self, values: Values) -> tuple[Answer, str]:
        """The answer as JSON and for people; raises InputError."""
        notes: list[str] = []
        several = values.get("claim") is not None
        if several:
            asked = Asked(values, CLAIM_KEYS)
            has_lines(values)
            day = asked.day("dos")
            lines = each_of(values, "claim", LINE_KEYS, lambda one: _line(one, day, notes))
        else:
            asked = Asked(values, KEYS)
            if not asked.given(("code", "modifiers")):
                raise InputError(
                    "modifiers", 'is missing; give "code" and "modifiers", or "claim".'
                )
            lines = [_line(asked, None, notes)]
        payer = asked.choice("payer", PAYERS) or "medicare"
        report = check(lines, self._reference, self._rules, payer, whole=several)
        answer = claim_answers.modifiers_answer(report, notes, several=several)
        return answer, "" if self._as_json else claim_text.modifiers(report, notes)


def _line(asked: Asked, day: date | None, notes: list[str]) -> ModifierLine:
    asked.number("units")
    return ModifierLine(
        asked.text("code") or "",
        asked.texts("modifiers"),
        day_or_today(asked, day, notes),
        asked.choice("vial_type", VIAL_TYPES),
    )
