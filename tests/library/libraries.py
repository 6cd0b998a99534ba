"""Libraries that several rooms test against, built once in a run; import the fixtures by name."""

import shutil
from pathlib import Path

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.library.importing import Asked, build_file
from tests.sources import anweb_file, published
from tests.sources.anweb_file import Text, record

JULY = "HCPC2020_JUL_ANWEB.txt"
OCTOBER = "HCPC2020_OCT_ANWEB.txt"

SMALL: dict[str, tuple[str, dict[str, Text]]] = {
    "A4215": ("Needle, sterile, any size, each", {"coverage": "C"}),
    "E0100": ("Cane, includes canes of all materials, adjustable or fixed", {"pricing": "32"}),
    "G0008": ("Administration of influenza virus vaccine", {"coverage": "D"}),
    "J0893": ("Injection, decitabine (sun pharma), 1 mg", {"pricing": "51", "added": "20210101"}),
    "J9043": (
        "Injection, cabazitaxel, 1 mg",
        {"short_description": "Cabazitaxel injection", "pricing": "51", "tos": ("1", "P")},
    ),
    "J9044": ("Injection, bortezomib, not otherwise specified, 0.1 mg", {"pricing": "51"}),
    "J9310": ("Injection, rituximab, 100 mg", {"pricing": "51", "termination": "20181231"}),
    "L0810": ("Halo procedure, cervical halo incorporated into jacket vest", {"pricing": "38"}),
    "L0820": ("Halo procedure, cervical halo incorporated into plaster", {"pricing": "38"}),
    "L0830": ("Halo procedure, cervical halo, milwaukee type", {"termination": "20191231"}),
    "JW": ("Drug amount discarded/not administered to any patient", {"coverage": "D"}),
    "RT": ("Right side (used to identify procedures performed)", {"coverage": "C"}),
    "T4": ("Left foot, fifth digit", {"coverage": "C"}),
    "T4521": ("Adult sized disposable incontinence product, brief, small, each", {}),
}
"""Codes of July 2020 with a description and fields, among them modifiers and one that has ended."""


def small_text(*codes: str, **changes: Text) -> bytes:
    """A text file of some or all of the small library's codes, with other fields where given."""
    found = codes or tuple(SMALL)
    lines = [record(code, SMALL[code][0], **{**SMALL[code][1], **changes}) for code in found]
    return anweb_file.text([line for each in lines for line in each])


def _built(factory: pytest.TempPathFactory, name: str, seeds: Path, *files: Asked) -> Path:
    """The library of these files, built unless it has been."""
    path = factory.getbasetemp() / "libraries" / f"{name}.db"
    if not path.exists():
        build_file(path, seeds, files, lambda *_: None)
    return path


@pytest.fixture(scope="session")
def few_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds without their many synonyms, which would make every small import slow."""
    folder = tmp_path_factory.getbasetemp() / "libraries" / "seeds"
    if not folder.exists():
        shutil.copytree(paths.seeds(), folder, ignore=shutil.ignore_patterns("synonyms"))
    return folder


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory, few_seeds: Path) -> Path:
    """A library of the few codes of ``SMALL`` in one release, July 2020."""
    file = anweb_file.save(tmp_path_factory.mktemp("small"), small_text(), JULY)
    return _built(tmp_path_factory, "small", few_seeds, Asked(file))


@pytest.fixture(scope="session")
def file_of_returns(tmp_path_factory: pytest.TempPathFactory, few_seeds: Path) -> Path:
    """A library of codes and a modifier that ended with 2020 and came back on 2021-07-01.

    J7001 and T9 ended again with that year.
    """
    folder = tmp_path_factory.mktemp("returns")
    first = {"added": "20100101", "termination": "20201231"}
    again = {"added": "20210701", "termination": "20211231"}
    taken_up = {
        "added": "20100101", "action": "R", "action_effective": "20210701",
        "termination": "20211231",
    }  # fmt: skip
    rows = {
        "HCPC2021_JAN_ANWEB.txt": [("J7001", first), ("J7002", first), ("T9", first)],
        "HCPC2021_JUL_ANWEB.txt": [
            ("J7001", taken_up),
            ("J7002", {"added": "20210701"}),
            ("T9", again),
        ],
    }
    files = [
        anweb_file.save(
            folder,
            anweb_file.text([line for code, dates in listed for line in record(code, **dates)]),
            name,
        )
        for name, listed in rows.items()
    ]
    return _built(tmp_path_factory, "returns", few_seeds, *map(Asked, files))


@pytest.fixture(scope="session")
def file_2019(shared_cms: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of CMS's release of January 2019."""
    archive = Asked(shared_cms / published.ARCHIVE)
    return _built(tmp_path_factory, "2019", paths.seeds(), archive)


@pytest.fixture(scope="session")
def file_of_five(shared_cms: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of all five releases at hand."""
    files = [Asked(path, release) for release, path in published.lists(shared_cms).items()]
    return _built(tmp_path_factory, "five", paths.seeds(), *files)


@pytest.fixture(scope="session")
def file_2020_and_2025(shared_cms: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the releases of July 2020, with all fields, and July 2025, with two."""
    return _built(
        tmp_path_factory,
        "2020 and 2025",
        paths.seeds(),
        Asked(shared_cms / "2020-07" / "anweb.xlsx", "2020-07"),
        Asked(shared_cms / "2025-07" / "HCPC2025_JUL_ANWEB_v3.xlsx"),
    )
