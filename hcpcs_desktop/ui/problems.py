"""What the window says of a library that it cannot open: what is so, and what to do here."""

from pathlib import Path

from hcpcs_desktop.errors import UserError

_KEPT = "Favourites, notes and ticks are kept."
_MAKE = f"Add the CMS file to make a new one. {_KEPT}"
_NAMED = "Start the program without naming this file, or name another."


def library_problem(error: UserError, chosen: Path | None) -> str:
    """The words for the window; ``chosen`` is the library that was named at the start, if any."""
    if chosen is None:
        return {
            "library_missing": f"There is no library on this computer yet. {_MAKE}",
            "library_damaged": f"The library is damaged and was not opened. {_MAKE}",
            "library_outdated": "The library was made by another version of the program. It is "
            f"being made anew from the CMS files that were added. {_KEPT}",
        }.get(error.kind, str(error))
    return {
        "library_missing": f"There is no library at {chosen}. {_NAMED}",
        "library_damaged": f"The library {chosen} is damaged and was not opened. {_NAMED}",
        "library_outdated": f"Another version of the program made the library {chosen}. {_NAMED}",
    }.get(error.kind, str(error))


def nothing_in_starter(codes: int) -> str:
    """What a search says that found nothing while the CMS file is not there yet."""
    if not codes:
        return "The library is empty. Add the CMS file (Ctrl+O); it holds the full list of codes."
    return (
        f"Nothing in the starter library, which holds only {codes:,} codes. "
        "Add the CMS file (Ctrl+O) for the full list."
    )
