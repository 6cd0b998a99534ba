"""CMS's corrections of 2018 and 2019 in the lists that they mend, held against later lists."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.domain.dictionary import FIELD_NAMES
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.library import codes, corrections
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.importing import Asked, build_file
from hcpcs_desktop.library.release_records import of_release
from hcpcs_desktop.library.tables import content_id

FILES = (
    "2018/2018-Alpha-Numeric-HCPCS-File.zip",
    "2018/2018-HCPCS-Alpha-Numeric-Corrections.zip",
    "2019/2019-Alpha-Numeric-HCPCS-File.zip",
    "2019/2019-HCPCS-Alpha-Numeric-Corrections.zip",
)
ON = date(2019, 2, 1)
COMPARED = 40


@pytest.fixture(scope="module")
def library(shared_cms: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The lists of 2018 and 2019 with their corrections."""
    target = tmp_path_factory.mktemp("corrected") / "library.db"
    asked = [Asked(shared_cms / file) for file in FILES]
    build_file(target, paths.seeds(), asked, lambda *_: None)
    with closing(Library.open(target)) as opened:
        yield opened


def page(library: Library, code: str, on: date = ON) -> CodePage:
    return codes.page(library, code, on)


def test_a_correction_changes_the_answer_and_says_so(library: Library) -> None:
    found = page(library, "B4105")
    assert found.field("coverage").values == ("C",)
    assert found.field("pricing").values == ("39",)
    assert found.provenance[-1] == (
        "CMS corrected its list of January 2019, with effect from 2019-01-01: "
        "Change Cov to C and Price to 39. This is worked into the record."
    )
    (event,) = [each for each in found.history if each.text.startswith("Corrected by CMS")]
    assert event.release == "2019-01"
    assert event.fields["coverage"] == (("D",), ("C",))


def test_a_code_that_the_list_lacked_is_there(library: Library) -> None:
    assert page(library, "J1095").state == "valid"
    assert page(library, "J1095", date(2018, 12, 31)).state == "not_yet_effective"
    assert page(library, "C1890").field("asc").values == ("YY",)
    assert page(library, "DA").state == "valid"


def test_a_code_added_without_a_readable_day_is_not_called_valid(library: Library) -> None:
    assert page(library, "Q5111").state == "unknown"


def test_a_code_that_a_correction_discontinues_has_ended(library: Library) -> None:
    assert page(library, "C9034").state == "discontinued"
    assert page(library, "C9034").terminated == date(2018, 12, 31)
    assert page(library, "C9034", date(2018, 12, 31)).state == "valid"


def test_a_code_that_was_deleted_and_given_anew_is_not_valid_in_between(library: Library) -> None:
    assert page(library, "G9890", date(2018, 2, 1)).state == "not_yet_effective"
    assert page(library, "G9890", date(2018, 4, 1)).state == "valid"


def test_a_correction_that_is_not_understood_says_so(library: Library) -> None:
    assert page(library, "G9637").provenance[-1].endswith("the correction is not worked into it.")


def test_releases_are_compared_as_cms_published_them(library: Library) -> None:
    printed = {record.code: record for record in of_release(library, "2019-01")}
    assert printed["B4105"].values["coverage"] == ("D",)
    assert "J1095" not in printed


def test_corrected_lists_agree_with_the_lists_that_followed(
    library: Library, shared_cms: Path, tmp_path: Path
) -> None:
    """Every field that a correction of 2019 changes stands so in the list of April 2020."""
    target = tmp_path / "later.db"
    later_file = Asked(shared_cms / "2020-04" / "anweb.xlsx", "2020-04")
    build_file(target, paths.seeds(), [later_file], lambda *_: None)
    compared, differ = 0, []
    with closing(Library.open(target)) as later:
        for code in ("B4105", "C1890", "C9034", "C9468", "J1095", "J2186", "Q9994", "DA", "J7329"):
            mended = corrections.of_code(library.connection, code)
            names = {name for _, each in mended for name in each.values}
            for name in (names | {"added", "termination"}) & set(FIELD_NAMES):
                now, then = page(library, code).field(name), page(later, code).field(name)
                compared += now.printed
                if now.printed and now.values != then.values:
                    differ.append((code, name, now.values, then.values))
    assert differ == []
    assert compared == COMPARED


def test_the_id_is_that_of_what_the_file_holds(library: Library) -> None:
    assert content_id(library.connection) == library.about.id
