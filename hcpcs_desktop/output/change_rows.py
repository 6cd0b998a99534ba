"""The difference of two releases as rows of a table: one for each field that changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hcpcs_desktop.domain.record import Values
from hcpcs_desktop.domain.release_diff import NOT_COMPARED, Change, ChangeKind

KIND_WORDS: dict[ChangeKind, str] = {
    "added": "Added",
    "removed": "No longer listed",
    "discontinued": "Discontinued",
    "reactivated": "Reactivated",
    "long_description": "Long description",
    "short_description": "Short description",
    "coverage": "Coverage",
    "payment": "Payment",
    "administrative": "Administrative",
    "miscellaneous": "Type of service or BETOS",
}
HEADINGS = ("Code", "Change", "Field", "Before", "After", "Description", "Action", "Effective")


def kinds_text(change: Change) -> str:
    """The kinds of a change in words: ``Long description, coverage``."""
    first, *others = (KIND_WORDS[kind] for kind in change.kinds)
    return ", ".join([first, *(f"{each[0].lower()}{each[1:]}" for each in others)])


def untold_words(kinds: Iterable[ChangeKind]) -> str:
    """That nothing can be known of these kinds of change; empty where there are none."""
    words = ", ".join(KIND_WORDS[kind].lower().replace("betos", "BETOS") for kind in kinds)
    return (
        f"Not compared, because one of the two lists does not print it: {words}." if words else ""
    )


def field_words(name: str) -> str:
    """A field in words: ``Long description``."""
    return name.replace("_", " ").capitalize()


def fields_of(change: Change) -> list[tuple[str, str, str]]:
    """The fields that changed with their texts before and after; of a new code, all it has."""
    return [
        (name, value_text(before), value_text(after))
        for name, (before, after) in change.fields.items()
        if name not in NOT_COMPARED
    ]


def value_text(values: Values | None) -> str:
    """The values of a field as one text."""
    return ", ".join(values) if values else ""


def rows(changes: Sequence[Change], descriptions: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """A row for each field that changed; one for a code that was added or is no longer listed."""
    for change in changes:
        said = descriptions.get(change.code, "")
        end = (said, change.action, change.action_effective)
        if is_whole(change):
            yield (change.code, kinds_text(change), "", "", "", *end)
            continue
        for name, before, after in fields_of(change):
            yield (change.code, kinds_text(change), field_words(name), before, after, *end)


def is_whole(change: Change) -> bool:
    """Whether the code itself came or went, so that its fields are no changes."""
    return change.kinds[0] in {"added", "removed"}
