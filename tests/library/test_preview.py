"""A look at CMS files before they are added."""

from pathlib import Path

from hcpcs_desktop.library.importing import Asked
from hcpcs_desktop.library.preview import look
from tests.sources.anweb_file import save

from .libraries import JULY, small_text


def test_each_file_is_told_whether_or_not_it_would_be_taken(tmp_path: Path) -> None:
    good = save(tmp_path, small_text(), JULY)
    bad = save(tmp_path, b"Dear Sir", "letter.txt")
    told: list[tuple[int, int]] = []
    asked = [Asked(bad), Asked(good), Asked(tmp_path / "gone.zip")]
    found = list(look(asked, lambda _, done, total: told.append((done, total))))
    assert [each.error is None for each in found] == [False, True, False]
    assert [each.release for each in found[1].readings] == ["2020-07"]
    assert "letter.txt was not taken" in str(found[0].error)
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_a_release_that_is_stated_is_taken_over(tmp_path: Path) -> None:
    nameless = save(tmp_path, small_text(), "list.txt")
    (found,) = look([Asked(nameless, "2020-10")], lambda *_: None)
    assert found.readings[0].release == "2020-10"
    (unknown,) = look([Asked(nameless)], lambda *_: None)
    assert unknown.error is not None
    assert unknown.error.kind == "release_needed"
