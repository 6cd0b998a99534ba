"""The columns of a table, and what below it is no data."""

from hcpcs_desktop.sources import columns


def test_a_note_is_one_cell_of_several_words() -> None:
    assert columns.is_blank_or_note(["", "see below", ""])
    assert columns.is_blank_or_note(["\xa0", "\x1a"])
    assert not columns.is_blank_or_note(["see below", "x"])
    assert not columns.is_blank_or_note(["J9043"])
