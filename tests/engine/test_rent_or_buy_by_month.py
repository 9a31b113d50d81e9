"""Rent or buy beside a month-by-month reckoning of its own, on the central path."""

from itertools import accumulate

import pytest

from advisor.engine.rent_or_buy import rent_or_buy
from tests.engine.households import household, question_of
from tests.engine.references import LIAOYUAN, SHENZHEN, bundled_reference

AREA = 70


@pytest.mark.parametrize("city", [LIAOYUAN, SHENZHEN])
def test_who_rents_saves_month_by_month_what_the_owner_pays_more(city):
    question = question_of(household(), bundled_reference())
    found = rent_or_buy(question, city, AREA)
    assumed = question.assumptions
    fee = assumed["property_fee_tier_one" if city == SHENZHEN else "property_fee_home"]
    owner = found.instalment + fee * AREA * 100

    def month(cash, number):
        rent = found.rent * (1 + assumed["rent_growth"]) ** (number // 12)
        return cash * (1 + assumed["interest_on_cash"] / 12) + owner - rent

    start = found.down_payment + found.deed_tax
    path = list(accumulate(range(120), month, initial=start))
    for year in (1, 5, 10):
        real = path[12 * year] / (1 + assumed["inflation"]) ** year
        assert found.years[year - 1].renting == pytest.approx(real, rel=1e-4)
