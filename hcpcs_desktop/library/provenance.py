"""Says in sentences where the answer about a code comes from and what is unsure about it."""

from collections.abc import Mapping, Sequence
from datetime import date

from hcpcs_desktop.domain.correcting import Step
from hcpcs_desktop.domain.record import CURRENT_KNOWLEDGE, Appearance, Known
from hcpcs_desktop.domain.release import first_day, name_of
from hcpcs_desktop.domain.validity import Validity


def sentences(
    on: date,
    life: Validity,
    appearances: Sequence[Appearance],
    origins: Mapping[str, str],
    known: Mapping[str, Known],
    steps: Sequence[Step] = (),
    *,
    from_seeds: bool,
) -> tuple[str, ...]:
    """One sentence for each thing worth knowing; ``origins`` names the file of each release."""
    found = [_origin(known, origins, from_seeds=from_seeds)]
    first = appearances[0].release
    if on < first_day(first):
        found.append(
            f"No release at or before {on} lists it; text and values are those of {name_of(first)}."
        )
    if not life.spans:
        found.append(_without_first_day(name_of(appearances[-1].release), known))
    if life.dropped is not None and on >= life.dropped and life.state(on) == "unknown":
        found.append(_ended(life, life.dropped, name_of(appearances[-1].release)))
    found += [_gap(life, index) for index in sorted(life.unsure_after)]
    return tuple(found + [_corrected(step) for step in steps])


def _without_first_day(newest: str, known: Mapping[str, Known]) -> str:
    """What is known of the days of a code of which no release prints the first."""
    if "termination" in known and known["termination"].values:
        last = known["termination"].values[0]
        return f"In the {newest} list; its last valid day is {last}, its first is not known."
    return f"In the {newest} list; dates not known."


def _ended(life: Validity, after: date, last_list: str) -> str:
    """Why it is not known whether the code is valid still."""
    if life.ended_by is not None:
        return f"It ended between {after} and {life.ended_by}; the last valid day is not known."
    return (
        f"The list of {last_list} has it without a last day; that of {name_of(f'{after:%Y-%m}')} "
        "no longer has it."
    )


def _origin(known: Mapping[str, Known], origins: Mapping[str, str], *, from_seeds: bool) -> str:
    used = sorted({each.release for name, each in known.items() if name not in CURRENT_KNOWLEDGE})
    named = "; ".join(
        f"{origins[release]}" if from_seeds else f"CMS {name_of(release)}, {origins[release]}"
        for release in reversed(used)
    )
    if from_seeds:
        return (
            f"From the facts that come with the app: {named}. Add the CMS file for the whole list."
        )
    return f"From {named}."


def _gap(life: Validity, index: int) -> str:
    ended, resumed = life.spans[index].end, life.spans[index + 1].start
    return f"CMS once printed {ended} as its last day, then lists it again; unsure until {resumed}."


def _corrected(step: Step) -> str:
    """What CMS corrected in a list, and whether it changes the answer."""
    since = f", with effect from {step.correction.effective}" if step.correction.effective else ""
    if step.after != step.before:
        what = "This is worked into the record."
    elif step.is_understood:
        what = "The list has it already." if step.before else "The list does not have the code."
    else:
        what = "The record is as the list printed it; the correction is not worked into it."
    mended = f"CMS corrected its list of {name_of(step.release)}{since}"
    return f"{mended}: {step.correction.action}. {what}"
