"""What the window says of a library that it cannot open: what is so, and what to do here."""

from pathlib import Path

from hcpcs_desktop.errors import UserError

_KEPT = "Favourites, notes and ticks are kept."
_MAKE = f"Add the CMS file to make a new one. {_KEPT}"
_ANEW = (
    f"It is made anew from the CMS files that were added; should that fail, add them again. {_KEPT}"
)
_NAMED = "Start the program without naming this file, or name another."
_WHAT = {
    "library_missing": "is no longer where it was",
    "library_damaged": "is damaged and cannot be used",
    "library_outdated": "was made by another version of the program",
}


def library_problem(error: UserError, chosen: Path | None, *, anew: bool = False) -> str:
    """The words for the window; ``chosen`` is the library that was named at the start, if any.

    ``anew`` is whether the window makes it anew by itself.
    """
    if error.kind == "library_missing" and not anew:
        where = "on this computer yet" if chosen is None else f"at {chosen}"
        return f"There is no library {where}. {_MAKE if chosen is None else _NAMED}"
    what = _WHAT.get(error.kind)
    if what is None:
        return str(error)
    if chosen is not None:
        return f"The library {chosen} {what}. {_NAMED}"
    return f"The library {what}. {_ANEW if anew else _MAKE}"


def nothing_in_starter(codes: int) -> str:
    """What a search says that found nothing while the CMS file is not there yet."""
    if not codes:
        return "The library is empty. Add the CMS file (Ctrl+O); it holds the full list of codes."
    return (
        f"Nothing in the starter library, which holds only {codes:,} codes. "
        "Add the CMS file (Ctrl+O) for the full list."
    )
