"""Which fields a record has."""

from hcpcs_desktop.domain.dictionary import DATES, DESCRIPTIONS, FIELD_NAMES, SEVERAL_PLACES


def test_the_record_has_21_fields_beside_its_descriptions() -> None:
    names = set(FIELD_NAMES)
    assert len(names) == len(FIELD_NAMES) == 21
    assert names >= SEVERAL_PLACES | DATES
    assert names.isdisjoint(DESCRIPTIONS)
