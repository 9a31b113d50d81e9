"""The pay rules of a reference on its own date."""

from datetime import date

import pytest

from advisor.engine.pay.dated import NoRuleYetError
from advisor.engine.rulebook import city_scheme, income_tax_scheme
from tests.engine.references import LIAOYUAN, SHANGHAI, bundled_reference


def test_a_city_has_the_scheme_of_the_references_date(reference):
    scheme = city_scheme(reference, SHANGHAI)
    assert (scheme.place, scheme.on, scheme.rung) == (SHANGHAI, reference.on, "own")


def test_a_scheme_is_read_once(reference):
    assert city_scheme(reference, LIAOYUAN) is city_scheme(reference, LIAOYUAN)
    assert income_tax_scheme(reference) is income_tax_scheme(reference)


def test_insurance_and_fund_have_bases_of_their_own(reference):
    scheme = city_scheme(reference, LIAOYUAN)
    pension = next(one for one in scheme.insurances if one.name == "pension")
    assert (pension.floor_fen, pension.cap_fen) != (scheme.fund.floor_fen, scheme.fund.cap_fen)


def test_before_the_first_income_tax_rules_there_are_none():
    with pytest.raises(NoRuleYetError):
        income_tax_scheme(bundled_reference(date(2018, 6, 1)))
