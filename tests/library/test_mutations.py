"""Real files of CMS, damaged in thousands of ways: each is imported, or refused in a sentence."""

import resource
from pathlib import Path

import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library.importing import Asked, build_file
from tests.sources.mutations import mutated

FILES = (
    "2018/2018-Alpha-Numeric-HCPCS-File.zip",
    "2018/2018-HCPCS-Alpha-Numeric-Corrections.zip",
    "2018/2018-HCPCS-NOC-Codes.zip",
    "2018/2018-HCPCS-Record-Layout-.zip",
    "2019/2019-Alpha-Numeric-HCPCS-File.zip",
    "2019/2019-HCPCS-Alpha-Numeric-Corrections.zip",
    "2019/2019-HCPCS-NOC-Codes.zip",
    "2019/2019-HCPCS-Record-Layout.zip",
    "2020-04/anweb.xlsx",
    "2020-04/trans_alpha.xlsx",
    "2020-07/anweb.xlsx",
    "2020-07/trans_alpha.xlsx",
    "2025-07/HCPC2025_JUL_ANWEB_v3.xlsx",
    "2025-07/NOC codes_JUL2025.xlsx",
    "2025-10/asp_ndc_hcpcs_crosswalk.csv",
    "2025-10/asp_pricing.csv",
)
FEW = range(1, 3)
MANY = range(125)
"""The numbers of the mutations of each file: 2,000 in all."""

MOST_MEMORY = 1_000_000
LONGEST_SENTENCE = 600


@pytest.mark.parametrize(
    "numbers", [FEW, pytest.param(MANY, marks=pytest.mark.slow)], ids=["few", "many"]
)
@pytest.mark.parametrize("file", FILES)
def test_a_damaged_file_is_imported_or_refused(
    shared_cms: Path, tmp_path: Path, few_seeds: Path, file: str, numbers: range
) -> None:
    path = shared_cms / file
    for number in numbers:
        damaged = tmp_path / path.name
        damaged.write_bytes(mutated(path, number))
        said = _imported_or_refused(tmp_path / "new.db", few_seeds, damaged, number)
        assert "\n" not in said, number
        assert len(said) < LONGEST_SENTENCE, number
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MOST_MEMORY


def _imported_or_refused(target: Path, seeds: Path, file: Path, number: int) -> str:
    """Nothing where the file gave a library, else the sentence for which it was refused."""
    try:
        about = build_file(target, seeds, [Asked(file, "2024-01")], lambda *_: None)
    except UserError as error:
        return str(error)
    except BaseException as error:
        error.add_note(f"mutation {number} of {file.name}")
        raise
    assert len(about.sources) > 1, number
    return ""
