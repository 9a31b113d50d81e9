"""The table of the years: today's money, and on request the money of each year."""

from django.utils import translation

from advisor.comparisons.presenters.outlook.view import outlook_view
from tests.comparisons.made_comparison import BOOK
from tests.engine.households import compared, earner, household, offer, to
from tests.engine.references import SHENZHEN, bundled_reference


def test_amounts_of_a_year_differ_by_the_price_level_that_stands_beside_them() -> None:
    asking = household(
        earner(6000),
        rent=700,
        savings=900_000,
        horizon_years=2,
        draws=50,
        destinations=(to(SHENZHEN, offer(12_000), rent=2000),),
        assumptions={"inflation": 0.02},
    )
    comparison = compared(asking, bundled_reference())
    (prospect,) = comparison.destinations
    with translation.override("en"):
        view = outlook_view(comparison, prospect, BOOK)
    assert view is not None
    first, last = view.rows
    assert (first.prices, last.prices) == ("× 1.02", "× 1.04")
    assert last.nominal_stay != last.stay
    low = prospect.projected.years[-1].stay.p10 * 1.0404
    assert last.nominal_stay.startswith(f"CNY {low / 100:,.0f} to ")
