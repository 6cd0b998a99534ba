"""Payment limits and products as JSON and as text."""

from decimal import Decimal

from hcpcs_desktop.domain.price import ListedLimit, PaymentLimit
from hcpcs_desktop.domain.product import ListedProduct, Product
from hcpcs_desktop.output import drugs

LIMIT = PaymentLimit("J9043", "Cabazitaxel", "1 MG", Decimal("227.270"), Decimal(20), notes="New")
PRODUCT = Product(
    *("J9035", "50242-0061-01", "ASP", "Genentech", "Avastin", "10 MG"),
    package_size=Decimal(16),
    billing_units=Decimal("1E+2"),
    billing_units_package=Decimal(40),
)


def test_numbers_are_text_as_cms_prints_them() -> None:
    answer = drugs.price_answer(ListedLimit("2025-10", LIMIT))
    assert (answer["limit"], answer["coinsurance"], answer["vaccine_limit"]) == (
        "227.270",
        "20",
        None,
    )
    assert (answer["release"], answer["dosage"], answer["notes"]) == ("2025-10", "1 MG", "New")


def test_a_product_has_its_ndc_in_both_forms() -> None:
    answer = drugs.product_answer(ListedProduct("2025-10", PRODUCT))
    assert (answer["ndc"], answer["ndc11"]) == ("50242-0061-01", "50242006101")
    assert (answer["billing_units"], answer["package_quantity"]) == ("100", None)


def test_a_product_in_one_line() -> None:
    assert drugs.product_text(ListedProduct("2025-10", PRODUCT)) == (
        "J9035  Avastin, Genentech: 40 x 10 MG (CMS ASP crosswalk, October 2025)"
    )


def test_the_makers_own_number_is_no_ndc() -> None:
    own = Product("", "GG100", "NOC", "Maker", "", "1 SQ CM", generic="Graft")
    answer = drugs.product_answer(ListedProduct("2025-10", own))
    assert (answer["ndc11"], answer["name"]) == (None, "Graft")
    assert drugs.product_text(ListedProduct("2025-10", own)).startswith("NOC  Graft, Maker: ? x")
