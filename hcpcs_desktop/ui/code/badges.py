"""Which badges a code gets."""

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.domain.traits import NOT_PAYABLE
from hcpcs_desktop.domain.validity import State
from hcpcs_desktop.output import wording
from hcpcs_desktop.output.wording import CONFLICT_WORDS
from hcpcs_desktop.ui.badge import Badge, BadgeTone

_STATE_TONES: dict[State, BadgeTone] = {
    "valid": "good",
    "not_yet_effective": "caution",
    "discontinued": "bad",
    "unknown": "caution",
}


def badges_of(page: CodePage) -> tuple[Badge, ...]:
    """The badges of a code: validity, drug, coverage, ASC, a guide that is wrong."""
    tone = "caution" if page.dates_as_of else _STATE_TONES[page.state]
    badges = [Badge(wording.validity(page), tone)]
    if page.kind == "modifier":
        badges.append(Badge("Modifier"))
    if page.is_drug:
        badges.append(Badge(wording.drug(page), "accent"))
    if page.is_noc:
        badges.append(Badge("Not otherwise classified", "caution"))
    badges += [*_coverage(page), *_asc(page)]
    return (*badges, Badge(CONFLICT_WORDS, "bad")) if page.conflicts else tuple(badges)


def _coverage(page: CodePage) -> list[Badge]:
    field = page.field("coverage")
    return [
        Badge(meaning, "bad" if value in NOT_PAYABLE else "neutral")
        for value, meaning in zip(field.values, field.meanings, strict=True)
        if meaning
    ]


def _asc(page: CodePage) -> list[Badge]:
    return [Badge("ASC approved")] if "YY" in page.field("asc").values else []
