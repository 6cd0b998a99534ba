"""National Drug Codes: the shapes they are written in, and the eleven digits that a claim wants.

Source: FDA 21 CFR 207 for the ten-digit shapes; CMS files and claims use 5-4-2 without hyphens;
FDA's rule of March 2026 (91 FR 10749) for the twelve digits that come in 2033.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Literal

Status = Literal["ok", "ambiguous", "nonstandard", "error_or_notice", "error"]
SourceFormat = Literal["4-4-2", "5-3-2", "5-4-1", "5-4-2", "11"]
Problem = Literal[
    "non_digit", "missing_package_segment", "not_fda_configuration", "fda12", "wrong_length"
]

_FORMATS: dict[tuple[int, ...], SourceFormat] = {
    (4, 4, 2): "4-4-2",
    (5, 3, 2): "5-3-2",
    (5, 4, 1): "5-4-1",
    (5, 4, 2): "5-4-2",
}
_CLAIM_WIDTHS = (5, 4, 2)
_BARE_TEN = ((4, 4, 2), (5, 3, 2), (5, 4, 1))
_PRODUCT_CODES = {(4, 4), (5, 3), (5, 4)}
_FDA_TWELVE = (6, 4, 2)
_QUALIFIER = re.compile(r"^N4", re.IGNORECASE)
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_SHOW_AT_MOST = 40


@dataclass(frozen=True, slots=True)
class NdcReading:
    """What an NDC as typed was read as.

    ``ndc11`` is set only where the reading is certain. ``candidates`` are the possible readings of
    ten bare digits; ``suggested`` is the likely one, for a person to confirm.
    """

    status: Status
    message: str
    ndc11: str | None = None
    source_format: SourceFormat | None = None
    candidates: tuple[str, ...] = ()
    suggested: str | None = None
    problem: Problem | None = None

    @property
    def ndc11_hyphenated(self) -> str | None:
        """The eleven digits as 5-4-2."""
        return hyphenated(self.ndc11) if self.ndc11 is not None else None


def hyphenated(ndc11: str) -> str:
    """Eleven digits as labeler, product and package: ``50242006101`` is ``50242-0061-01``."""
    return f"{ndc11[:5]}-{ndc11[5:9]}-{ndc11[9:]}"


def read(text: str, known: Container[str] = ()) -> NdcReading:
    """Read an NDC in any of its shapes; never raises.

    One leading qualifier N4, blanks, and asterisks standing for zeros are taken as meant.
    ``known`` are the eleven-digit NDCs of the library: where it holds just one of the readings of
    ten bare digits, that one is suggested.
    """
    cleaned = _clean(text)
    segments = tuple(cleaned.split("-"))
    digits = "".join(segments)
    if not digits:
        return _problem("error", "wrong_length", "No NDC was given: enter its digits.")
    if not (digits.isascii() and digits.isdigit()):
        return _problem(
            "error",
            "non_digit",
            f"{_shown(text)} is not an NDC: take out everything but digits and hyphens.",
        )
    if not digits.strip("0"):
        return _problem(
            "error",
            "not_fda_configuration",
            "Zeros alone are no product's NDC: enter the one printed on the package.",
        )
    return _read_bare(digits, known) if len(segments) == 1 else _read_segments(segments)


def _clean(text: str) -> str:
    joined = _DASHES.sub("-", "".join(text.split()))
    return _QUALIFIER.sub("", joined).strip("-").replace("*", "0")


def _read_bare(digits: str, known: Container[str]) -> NdcReading:
    """Digits without hyphens, where only their number tells the shape."""
    if len(digits) == 11:
        return NdcReading("ok", "Eleven digits, read as 5-4-2.", digits, "11")
    if len(digits) == 10:
        return _ambiguous(digits, known)
    if len(digits) == 9:
        return _missing_package(digits)
    return _wrong_length(digits)


def _read_segments(segments: tuple[str, ...]) -> NdcReading:
    """Digits with hyphens, where the segments tell the shape."""
    widths = tuple(len(segment) for segment in segments)
    shape = "-".join(str(width) for width in widths)
    if widths in _FORMATS:
        source_format = _FORMATS[widths]
        message = f"Read as {source_format}" + ("." if widths == _CLAIM_WIDTHS else ", zero added.")
        return NdcReading("ok", message, _fill(segments), source_format)
    if widths == _FDA_TWELVE:
        return _problem(
            "error_or_notice",
            "fda12",
            "This is an FDA twelve-digit NDC (6-4-2), in force from 2033-03-07. Claims take eleven "
            "digits: use the NDC printed on the package, and never cut a digit off.",
        )
    if sum(widths) == 12:
        return _wrong_length("".join(segments))
    if widths in _PRODUCT_CODES:
        return _missing_package("-".join(segments))
    if len(widths) == 3 and all(
        0 < w <= full for w, full in zip(widths, _CLAIM_WIDTHS, strict=True)
    ):
        suggested = _fill(segments)
        return NdcReading(
            "nonstandard",
            f"{shape} is not a shape that the FDA gives out. With zeros filled in it would be "
            f"{hyphenated(suggested)}: compare that with the package.",
            candidates=(suggested,),
            suggested=suggested,
            problem="not_fda_configuration",
        )
    return _problem(
        "error",
        "not_fda_configuration",
        f"{shape} is not a shape of an NDC: use 4-4-2, 5-3-2, 5-4-1 or 5-4-2, as on the package.",
    )


def _fill(segments: tuple[str, ...]) -> str:
    """Zeros put in front of each segment that is shorter than 5-4-2 wants."""
    return "".join(
        segment.zfill(width) for segment, width in zip(segments, _CLAIM_WIDTHS, strict=True)
    )


def _ambiguous(digits: str, known: Container[str]) -> NdcReading:
    readings = [_fill(_cut(digits, widths)) for widths in _BARE_TEN]
    candidates = tuple(dict.fromkeys(readings))
    in_library = [candidate for candidate in candidates if candidate in known]
    suggested = in_library[0] if len(in_library) == 1 else None
    advice = (
        f"Of the three, {hyphenated(suggested)} is in the library: compare it with the package."
        if suggested
        else "Enter it with the hyphens printed on the package."
    )
    return NdcReading(
        "ambiguous",
        f"Ten digits without hyphens can be read in three ways. {advice}",
        candidates=candidates,
        suggested=suggested,
    )


def _cut(digits: str, widths: tuple[int, int, int]) -> tuple[str, ...]:
    labeler, product, _ = widths
    return digits[:labeler], digits[labeler : labeler + product], digits[labeler + product :]


def _missing_package(product_code: str) -> NdcReading:
    return _problem(
        "error",
        "missing_package_segment",
        f"{product_code} names a product without its package: add the last segment of the NDC.",
    )


def _wrong_length(digits: str) -> NdcReading:
    status: Status = "error_or_notice" if len(digits) == 12 else "error"
    return _problem(
        status,
        "wrong_length",
        f"{_shown(digits)} has {len(digits)} digits; an NDC has ten, or eleven on a claim. "
        "Take it from the package; not everything in CMS's files under NDC is one.",
    )


def _problem(status: Status, problem: Problem, message: str) -> NdcReading:
    return NdcReading(status, message, problem=problem)


def _shown(text: str) -> str:
    return text if len(text) <= _SHOW_AT_MOST else f"{text[:_SHOW_AT_MOST]}..."
