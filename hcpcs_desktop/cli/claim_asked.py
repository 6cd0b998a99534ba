"""Questions of ``claim``, from what was asked to the answer."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from hcpcs_desktop import paths
from hcpcs_desktop.cli.claim import CLAIM_KEYS, LINE_KEYS
from hcpcs_desktop.cli.claim_extras import authorization, mue, number, ptp, record
from hcpcs_desktop.cli.context import Answer, Context
from hcpcs_desktop.cli.requests import RULES_OF_TODAY, Asked
from hcpcs_desktop.cli.tool import Values
from hcpcs_desktop.domain.checklist import PAYERS, SETTINGS
from hcpcs_desktop.domain.claim import check
from hcpcs_desktop.domain.claim_request import Claim, Line
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.domain.waste import VIAL_TYPES
from hcpcs_desktop.library.claims import reference
from hcpcs_desktop.output import claim_answers, claim_text
from hcpcs_desktop.sources import rules

T = TypeVar("T")

_MOST_LINES = 1_000


class Questions:
    """The questions of one run."""

    def __init__(self, context: Context) -> None:
        """Take the run, which knows the library and the form of the answers."""
        self._as_json = context.as_json
        self._profile = context.profile
        self._reference = reference(context.library)
        self._rules = rules.read(paths.seeds())

    def ask(self, values: Values) -> tuple[Answer, str]:
        """The answer as JSON and for people; raises InputError."""
        notes: list[str] = []
        claim = claim_of(_with_lines(values), notes, self._profile)
        report = check(claim, self._reference, self._rules)
        answer = claim_answers.claim_answer(report, notes)
        return answer, "" if self._as_json else claim_text.claim(report, notes)


def claim_of(
    values: Values, notes: list[str], profile_of: Callable[[str | None], PayerProfile | None]
) -> Claim:
    """The claim that is asked about; ``notes`` get what was assumed.

    Raises InputError, or UserError for a profile that ``profile_of`` does not find.
    """
    asked = Asked(values, CLAIM_KEYS)
    profile = profile_of(asked.text("profile"))
    day = asked.day("dos")
    key = "line" if values.get("claim") is None else "claim"
    lines = each_of(values, key, LINE_KEYS, lambda one: _line(one, day, notes))
    fields, code = record(values.get("record"))
    return Claim(
        lines=tuple(lines),
        payer=profile.payer if profile else asked.choice("payer", PAYERS) or "medicare",
        setting=asked.choice("setting", SETTINGS),
        record=fields,
        record_code=code,
        mue=tuple(each_of(values, "mue", ("code", "value", "mai"), mue)),
        ptp=tuple(each_of(values, "ptp", _PAIR, ptp)),
        authorization_required=asked.flag("authorization_required") or False,
        authorization=next(
            iter(each_of(values, "authorization", _AUTHORIZATION, authorization)), None
        ),
        profile=profile,
    )


_PAIR = ("column1", "column2", "effective", "deletion", "modifier_indicator")
_AUTHORIZATION = ("number", "start", "end", "units", "codes")


def each_of(values: Values, key: str, known: Sequence[str], read: Callable[[Asked], T]) -> list[T]:
    """What is read out of an object, or of each object of a list; empty where none is given.

    Raises InputError under the place of what is wrong: ``claim[2].dose``.
    """
    given = values.get(key)
    if given is None:
        return []
    many = isinstance(given, list)
    tables = given if isinstance(given, list) else [given]
    if len(tables) > _MOST_LINES:
        raise InputError(key, f"has more than {_MOST_LINES:,} entries.")
    found = []
    for position, table in enumerate(tables, 1):
        place = f"{key}[{position}]" if many else key
        if not isinstance(table, Mapping):
            raise InputError(place, "must be an object, {...}.")
        try:
            found.append(read(Asked(table, known)))
        except InputError as error:
            raise InputError(f"{place}.{error.field}", error.reason) from error
    return found


def has_lines(values: Values) -> None:
    """Raise InputError for a claim without lines, of which nothing can be said."""
    if values.get("claim") == []:
        raise InputError("claim", "has no lines.")


def day_or_today(asked: Asked, of_claim: date | None, notes: list[str]) -> date:
    """The date of service of a line, else of the claim, else today, which is then noted."""
    day = asked.day("dos") or of_claim
    if day is not None:
        return day
    notes.append(RULES_OF_TODAY.format(day=date.today()))
    return date.today()


def _with_lines(values: Values) -> Values:
    """A question whose line stands beside the rest, as options have it, in the usual form."""
    if values.get("line") is not None and values.get("claim") is not None:
        raise InputError("line", 'give either "line" or "claim".')
    has_lines(values)
    if values.get("line") is not None or values.get("claim") is not None:
        return values
    line = {key: value for key, value in values.items() if key in LINE_KEYS}
    if not line:
        raise InputError("line", 'is missing; give "line" or "claim".')
    return {key: value for key, value in values.items() if key not in line} | {"line": line}


def _line(asked: Asked, day: date | None, notes: list[str]) -> Line:
    return Line(
        code=asked.needed("code", "J9043"),
        units=number(asked, "units"),
        dos=day_or_today(asked, day, notes),
        modifiers=asked.texts("modifiers"),
        pos=asked.text("pos") or "",
        dx=asked.texts("dx"),
        dose=asked.text("dose") or "",
        billing_unit=asked.text("billing_unit") or "",
        vial_type=asked.choice("vial_type", VIAL_TYPES),
        vials_opened=asked.one_or_more("vials_opened"),
        drug=asked.text("drug") or "",
        ndc=asked.text("ndc") or "",
    )
