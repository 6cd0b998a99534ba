"""Which codes were opened often."""

from pathlib import Path

from hcpcs_desktop.notebook.store import OFTEN, Notebook


def test_a_code_counts_from_a_few_openings_on(tmp_path: Path) -> None:
    notebook = Notebook.open(tmp_path / "notebook.db")
    for code in ["J9043"] * OFTEN + ["JW"] * (OFTEN + 1) + ["E0100"] * (OFTEN - 1):
        notebook.opened(code)
    assert notebook.often() == {"J9043": OFTEN, "JW": OFTEN + 1}
    notebook.close()


def test_openings_can_be_forgotten_and_favourites_stay(tmp_path: Path) -> None:
    notebook = Notebook.open(tmp_path / "notebook.db")
    notebook.set_favourite("J9043", True)
    for _ in range(OFTEN):
        notebook.opened("J9043")
    notebook.forget_openings()
    assert (notebook.often(), notebook.recent(9)) == ({}, [])
    assert notebook.favourites() == ["J9043"]
    notebook.close()
