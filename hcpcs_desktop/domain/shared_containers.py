"""Containers out of which several patients were given.

Only the claim of the last of them carries what was discarded. Labels of single-dose containers
rarely allow it. Source: AAPC on JW; the JZ of the patients before rests on its wording (nothing
was discarded) and is general knowledge.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, get_args

from hcpcs_desktop.domain.opened import Opened

Shared = Literal["last patient", "another patient follows"]
SHARED: tuple[Shared, ...] = get_args(Shared)

SOURCE = "AAPC on JW: waste is billed for the last patient"


def what_is_left(opened: Sequence[Opened], to_others: int) -> list[Opened]:
    """The containers as they were when this patient's turn came: others emptied the largest first.

    A container that is empty by then is none of this patient's.
    """
    left: list[Opened] = []
    for each in sorted(opened, key=lambda each: each.size.scaled, reverse=True):
        emptied = min(each.count, to_others // each.size.scaled)
        to_others -= emptied * each.size.scaled
        remaining = each.count - emptied
        if to_others and remaining:
            begun = replace(each.size, scaled=each.size.scaled - to_others)
            left.append(Opened(begun, 1))
            remaining, to_others = remaining - 1, 0
        if remaining:
            left.append(Opened(each.size, remaining))
    return left
