"""The records of the seeds: all fields of a few codes, meaning and dates of every modifier."""

from datetime import date

from hcpcs_desktop import paths
from hcpcs_desktop.domain.validity import State, validity
from hcpcs_desktop.sources import modifiers, seed_records

RECORDS = seed_records.read(paths.seeds() / "records")


def state(code: str, on: date) -> State:
    return validity(
        [each.appearance for each in RECORDS if each.appearance.record.code == code]
    ).state(on)


def test_every_modifier_of_cms_is_there_with_its_dates() -> None:
    official = modifiers.official(paths.seeds() / "records")
    assert len(official) == 383
    for each in official:
        assert state(each.code, each.added) == "valid"
        assert state(each.code, date.min) == "not_yet_effective"
        if each.ended:
            assert state(each.code, each.ended) == "valid"
            assert state(each.code, date(2026, 1, 1)) == "discontinued"


def test_a_whole_record_goes_before_what_the_list_of_modifiers_tells() -> None:
    files = [each for each in RECORDS if each.appearance.record.code == "RR"]
    assert "short_description" in files[0].appearance.record.values
    assert len({each.appearance.release for each in files}) == len(files)
