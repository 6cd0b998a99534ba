"""The difference of two releases as JSON and for people at a terminal."""

from hcpcs_desktop.domain.dictionary import SEVERAL_PLACES
from hcpcs_desktop.domain.record import Values
from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.domain.release_diff import NOT_COMPARED, Change, Difference
from hcpcs_desktop.output import change_rows

Json = dict[str, object]

_INDENT = " " * 7


def difference_answer(found: Difference) -> Json:
    """The answer to ``diff``; a value is None on the side that does not have the code.

    An action is None where the release prints none.
    """
    return {
        "old": found.old,
        "new": found.new,
        "summary": dict(found.summary),
        "changes": [_change(each) for each in found.changes],
    }


def difference_text(found: Difference) -> str:
    """The same for people: how many changes of each kind, then one block for each code."""
    counts = [f"{count:,} {_words(kind)}" for kind, count in found.summary.items() if count]
    head = f"From {name_of(found.old)} to {name_of(found.new)}: {', '.join(counts) or 'no change'}."
    if untold := change_rows.untold_words(found.untold):
        head += f"\n{untold}"
    return "\n".join([head, *(_block(each) for each in found.changes)])


def _change(change: Change) -> Json:
    return {
        "code": change.code,
        "kind": change.kind,
        "change": list(change.kinds),
        "action": change.action or None,
        "action_effective": change.action_effective or None,
        "fields": {
            name: [_value(name, before), _value(name, after)]
            for name, (before, after) in change.fields.items()
        },
    }


def _value(name: str, values: Values | None) -> str | list[str] | None:
    """A list for a field of several places, else text, as ``show`` has it."""
    if values is None:
        return None
    if name in SEVERAL_PLACES:
        return list(values)
    return values[0] if values else ""


def _block(change: Change) -> str:
    lines = [f"{change.code:<7}{', '.join(_words(kind) for kind in change.kinds)}"]
    if change.kinds[0] in {"added", "removed"}:
        texts = next(iter(change.fields.values()), ((), ()))
        lines.append(_INDENT + _shown(texts[1] or texts[0]))
    else:
        lines += [
            f"{_INDENT}{_words(name)}: {_shown(before)} -> {_shown(after)}"
            for name, (before, after) in change.fields.items()
            if name not in NOT_COMPARED
        ]
    return "\n".join(lines)


def _shown(values: Values | None) -> str:
    return ", ".join(values) if values else "(blank)"


def _words(name: str) -> str:
    return name.replace("_", " ")
