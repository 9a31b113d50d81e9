"""A reference's pay rules: read once, and capped by its own figures where a city has no file."""

from dataclasses import replace
from datetime import date

import pytest

from advisor.engine.pay.reference_rules import pay_rules, scheme_of_place, tax_scheme_on
from advisor.engine.reference import Observation
from tests.comparisons.bundled_reference import bundled_reference

ON = date(2026, 11, 1)
TIELING = "211200"


@pytest.fixture
def reference():
    """The bundled reference with an average wage of 60,000 a year in Tieling and nowhere else."""
    wage = Observation(
        place=TIELING,
        indicator="nonprivate_avg_wage",
        period="2025",
        value=60_000.0,
        low=None,
        high=None,
        range_kind="",
        status="",
        source="made_up",
        note="",
    )
    return replace(
        bundled_reference(), series={(TIELING, "nonprivate_avg_wage"): (wage,)}, cache={}
    )


def test_rules_and_schemes_are_made_once(reference):
    assert pay_rules(reference) is pay_rules(reference)
    assert tax_scheme_on(reference, ON) is tax_scheme_on(reference, ON)
    once = scheme_of_place(reference, TIELING, ON)
    assert scheme_of_place(reference, TIELING, ON) is once
    assert scheme_of_place(reference, TIELING, date(2026, 1, 1)) is not once


def test_three_average_monthly_wages_cap_the_fund_of_a_city_without_rules(reference):
    assert scheme_of_place(reference, TIELING, ON).fund.cap_fen == 3 * 500_000


def test_a_city_with_rules_of_its_own_keeps_its_cap(reference):
    assert scheme_of_place(reference, "310000", ON).fund.cap_fen == 3_773_100
