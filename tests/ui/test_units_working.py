"""What was typed, turned into a request; prices and packages of CMS's files."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from hcpcs_desktop.domain import billing_unit
from hcpcs_desktop.domain.price import ListedLimit, PaymentLimit
from hcpcs_desktop.domain.product import Product
from hcpcs_desktop.ui.units.entries import Container, Entries, Facts, Kept, with_package
from hcpcs_desktop.ui.units.pane import UnitsPane
from hcpcs_desktop.ui.units.working import work_out

from .fakes import code_page
from .filling import fill, line, pick
from .reading import shown_text

LIMIT = ListedLimit(
    "2025-10",
    PaymentLimit("J9043", "Cabazitaxel injection", "1 MG", Decimal("227.277"), Decimal(20)),
)
JEVTANA = Product(
    *("J9043", "00024-5824-11", "ASP", "Sanofi", "Jevtana", "1 MG"), billing_units=Decimal(60)
)
TYPED = Entries(
    code="J9043",
    billing_unit="1 mg",
    dose="38 mg",
    containers=(Container("60 mg", "1"),),
    vial_type="single-dose",
    dos="2025-11-20",
)
PAGE = code_page(billing_unit=billing_unit.read("Injection, cabazitaxel, 1 mg"), prices=(LIMIT,))


def estimates(typed: Entries, facts: Facts) -> list[str]:
    return [str(each.payment) for each in work_out(typed, facts).estimates]


def test_each_line_has_its_estimate() -> None:
    assert estimates(TYPED, Facts(prices=(LIMIT,))) == ["8636.53", "5000.09"]


@pytest.mark.parametrize(
    "changes",
    [{"billing_unit": "10 mg"}, {"payer": "commercial"}, {"opps_status": "n"}],
    ids=["another unit", "another payer", "packaged"],
)
def test_a_limit_that_does_not_fit_estimates_nothing(changes: dict[str, str]) -> None:
    typed = replace(TYPED, **changes)  # type: ignore[arg-type]
    assert work_out(typed, Facts(prices=(LIMIT,))).result
    assert estimates(typed, Facts(prices=(LIMIT,))) == []


def test_several_limits_of_one_unit_leave_it_open() -> None:
    assert estimates(TYPED, Facts(prices=(LIMIT, LIMIT))) == []


def test_the_estimate_is_shown_as_one(qtbot: QtBot) -> None:
    pane = UnitsPane()
    qtbot.addWidget(pane)
    pane.show_page(PAGE)
    fill(pane, "Dose given", "38 mg")
    fill(pane, "How many were opened, size 1", "1")
    fill(pane, "Size 1 of a container", "60 mg")
    pick(pane, "Vial type", "Single")
    text = shown_text(pane)
    for expected in ("$ 8,636.53", "$ 1,727.31", "$ 1,000.02", "Payment limit", "Patient share"):
        assert expected in text
    assert "Estimate from CMS's payment limit for October to December 2025" in text
    pick(pane, "Payer", "Commercial")
    assert "$" not in shown_text(pane)
    assert "Payment limit" not in shown_text(pane)


def test_a_package_fills_the_first_row_that_is_free_for_it() -> None:
    assert with_package(Entries(), JEVTANA).containers == (Container("60 mg", "", "00024582411"),)
    assert with_package(TYPED, JEVTANA).containers == (Container("60 mg", "1", "00024582411"),)


def test_a_package_of_another_size_is_a_size_more() -> None:
    typed = replace(TYPED, containers=(Container("45 mg", "1"),))
    assert with_package(typed, JEVTANA).containers == (
        Container("45 mg", "1"),
        Container("60 mg", "", "00024582411"),
    )


def test_a_package_without_a_size_brings_its_ndc() -> None:
    unsized = replace(JEVTANA, billing_units=None)
    assert with_package(Entries(), unsized).containers == (Container("", "", "00024582411"),)


def test_a_package_is_taken_over_as_if_typed(qtbot: QtBot) -> None:
    pane = UnitsPane()
    qtbot.addWidget(pane)
    pane.show_page(PAGE)
    fill(pane, "Dose given", "38 mg")
    pick(pane, "Vial type", "Single")
    pane.use_package(JEVTANA)
    assert line(pane, "Size 1 of a container").text() == "60 mg"
    assert "N400024582411" in shown_text(pane)
    pane.show_page(PAGE)
    assert line(pane, "NDC of size 1").text() == "00024582411"


def test_what_was_not_touched_follows_the_page() -> None:
    kept = Kept()
    entries = kept.open(PAGE)
    kept.keep(replace(entries, dose="38 mg"))
    later = kept.open(replace(PAGE, on=date(2025, 11, 20)))
    assert (later.dose, later.dos) == ("38 mg", "2025-11-20")
    kept.keep(replace(later, dos="2025-11-19"))
    assert kept.open(PAGE).dos == "2025-11-19"


def test_ten_thousand_sizes_are_refused() -> None:
    sizes = tuple(Container(f"{number} mg") for number in range(1, 10_001))
    outcome = work_out(replace(TYPED, containers=sizes), Facts())
    assert "10,000 sizes are too many" in outcome.faults["containers"]


def test_numbers_of_a_thousand_containers_for_each_size_are_refused() -> None:
    sizes = tuple(Container(f"{number} mg", "1000") for number in range(1, 4))
    outcome = work_out(replace(TYPED, containers=sizes), Facts())
    assert "3,000 containers are more than can be right" in outcome.faults["containers"]


def test_a_container_without_a_size_is_not_passed_over() -> None:
    outcome = work_out(replace(TYPED, containers=(Container("", "2"),)), Facts())
    assert outcome.missing == ("the size of each container",)
