"""The fields of a record sorted for reading: those that say something, the blank, the unknown."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from hcpcs_desktop.domain.page import CodePage, PageField
from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.output.wording import one_line


@dataclass(frozen=True, slots=True)
class Line:
    """One value of a field: the label (empty on the second and later lines), value, meaning."""

    label: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A record for reading: ``heading`` names the release that most of it is from."""

    heading: str
    lines: tuple[Line, ...]
    blank: tuple[str, ...]
    unknown: tuple[str, ...]


def sheet(page: CodePage) -> Sheet:
    """Lay out the fields of a page; a value from another release than most names its own."""
    filled = [field for field in page.fields if field.printed and field.values]
    releases = Counter(field.release for field in filled if field.release)
    main = releases.most_common(1)[0][0] if releases else None
    return Sheet(
        f"Record, as printed in {name_of(main)}" if main else "Record",
        tuple(line for field in filled for line in _lines(field, main)),
        tuple(field.label for field in page.fields if field.printed and not field.values),
        tuple(field.label for field in page.fields if not field.printed),
    )


def notes(found: Sheet) -> Sequence[str]:
    """One sentence each on the fields that are blank and on those that no release prints."""
    kinds = (("Printed blank", found.blank), ("Not printed, so not known", found.unknown))
    return [f"{words}: {', '.join(labels)}." for words, labels in kinds if labels]


def _lines(field: PageField, main: str | None) -> list[Line]:
    pairs = zip_longest(field.values, field.meanings, fillvalue="")
    lines = [Line("", one_line(value), one_line(meaning)) for value, meaning in pairs]
    own = f" ({name_of(field.release)})" if field.release and field.release != main else ""
    first = lines[0]
    return [Line(one_line(field.label), first.value, f"{first.meaning}{own}".strip()), *lines[1:]]
