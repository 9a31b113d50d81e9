"""What a person asks next, in words: coming back, a partner without work, a down payment."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from advisor.comparisons.presenters.down_payments import down_payment_rows
from advisor.comparisons.presenters.outlook.what_ifs import WhatIfView, what_if_view
from advisor.engine.projection.outcome import (
    Band,
    PartnerCase,
    PayBack,
    Projected,
    Trial,
    Verdict,
    WhatIfs,
)
from advisor.engine.result import Comparison
from tests.comparisons.made_comparison import BOOK, COMPARISON, DOWN_PAYMENT, PROSPECT

TRIAL = Trial(
    months=6,
    difference=Band(p10=-3_000_000, p50=-2_000_000, p90=-1_000_000),
    way_back=250_000,
    pay_lost=900_000,
)
NEVER = Band(p10=None, p50=None, p90=None)
NOTHING = WhatIfs(
    trials=(),
    partner=(),
    cash_needed=Band(p10=1_000_000, p50=1_500_000, p90=2_000_000),
    runway=None,
    years_to_save=(None, None),
)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def said(*, carries: bool = True, **more: Any) -> WhatIfView:
    return what_if_view(replace(NOTHING, **more), home="Liaoyuan", years=5, carries=carries)


def test_a_trial_is_told_with_what_the_way_back_costs_and_its_range() -> None:
    view = said(trials=(TRIAL,))
    assert "CNY 2,500" in view.trial_sentence
    assert "CNY 9,000" in view.trial_sentence
    (row,) = view.trials
    assert row.case == "Back after 6 months"
    assert row.middle == "CNY 20,000 less"
    assert row.range == "−CNY 30,000 to −CNY 10,000"


def test_nothing_is_said_of_a_trial_or_a_partner_where_there_is_none() -> None:
    view = said()
    assert view.trial_sentence == view.partner_sentence == view.runway == ""
    assert view.trials == view.partner == ()


def test_a_partner_who_never_finds_work_stands_below_those_who_find_it_later() -> None:
    cases = (PartnerCase(months=2.5, difference=5e6), PartnerCase(months=None, difference=-5e6))
    planned, never = said(partner=cases).partner
    assert planned.case == "First pay after 2.5 months"
    assert never.case == "No work there"
    assert planned.middle != never.middle


def test_no_sum_of_cash_is_named_where_none_would_do() -> None:
    assert "10,000" in said().cash_needed
    assert said(carries=False).cash_needed == ""


def test_savings_that_do_not_reach_the_arrival_last_no_negative_months() -> None:
    assert said(runway=Band(p10=-1.2, p50=2, p90=4)).runway == "0 to 4 months"


@pytest.mark.parametrize(
    ("years", "words"),
    [
        (Band(p10=4.2, p50=5, p90=6.8), "4.2 to 6.8 years"),
        (Band(p10=20, p50=None, p90=None), "20 years to never"),
        (NEVER, "not within thirty years"),
        (Band(p10=0, p50=0, p90=0), "at once"),
        (None, ""),
    ],
)
def test_the_range_of_years_to_a_down_payment_in_words(years: Band | None, words: str) -> None:
    assert ranges(years)[1] == words


def test_who_owns_a_home_already_has_no_range() -> None:
    owning = replace(COMPARISON, home_down_payment=replace(DOWN_PAYMENT, owns_already=True))
    assert ranges(Band(p10=1, p50=2, p90=3), owning)[0] == ""


def ranges(years: Band | None, comparison: Comparison = COMPARISON) -> list[str]:
    projected = Projected(
        pay_back=PayBack(months=NEVER, never=1.0, dots=()),
        years=(),
        equal_net_worth=None,
        highest_rent=None,
        longest_search=None,
        every_year=(),
        difference_dots=(),
        switches=(),
        verdict=Verdict.STAY,
        short_of_cash=None,
        stay_short_of_cash=None,
        cash_needed=None,
        cash_lacking=None,
        what_ifs=replace(NOTHING, years_to_save=(years, years)),
        notes=(),
    )
    prospect = replace(PROSPECT, projected=projected)
    return [row.range for row in down_payment_rows(comparison, prospect, BOOK)]
