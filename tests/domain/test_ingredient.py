"""What a description is about, in a form in which two codes can be compared."""

import pytest

from hcpcs_desktop.domain.ingredient import ingredient


@pytest.mark.parametrize(
    ("description", "drug"),
    [
        ("Injection, cabazitaxel (sandoz), 1 mg", "cabazitaxel"),
        ("Injection, leucovorin calcium, per 50 mg", "leucovorin"),
        ("Injection, bevacizumab-awwb, biosimilar, (mvasi), 10 mg", "bevacizumab"),
        ("Injection, potassium chloride, per 2 meq", "potassium chloride"),
        ("Injection, calcium gluconate, per 10 ml", "calcium gluconate"),
        ("sodium chloride", "sodium chloride"),
        ("", ""),
    ],
)
def test_the_drug_of_a_description(description: str, drug: str) -> None:
    assert ingredient(description) == drug
