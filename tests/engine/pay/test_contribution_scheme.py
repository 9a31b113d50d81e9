"""Which scheme a place has on a day: its own file's, or what stands in for it, always marked."""

import copy
from datetime import date

import pytest

from advisor.engine.pay.contribution_scheme import NO_CAP_FEN, contribution_scheme
from advisor.engine.pay.contributions import DeclaredBases, employee_contributions
from advisor.engine.pay.dated import NoRuleYetError
from advisor.engine.pay.rule_files import parse_pay_rules

ON = date(2026, 11, 1)
SHANGHAI, SHENZHEN, NANCHANG, TIELING = "310000", "440300", "360100", "211200"


@pytest.fixture(scope="module")
def scheme_of(rules, chains):
    """The scheme of a city by adcode."""
    return lambda adcode, on=ON, **more: contribution_scheme(rules, chains[adcode], on, **more)


def insurance(scheme, name):
    return next(one for one in scheme.insurances if one.name == name)


def test_every_city_takes_something_finite_on_every_pay(rules, chains):
    assert len(chains) == 361
    for adcode, chain in chains.items():
        scheme = contribution_scheme(rules, chain, ON, average_wage_fen=600_000)
        for base in (0, 500_000, 1_000_000_000):
            declared = DeclaredBases(insurance_fen=base, fund_fen=base, fund_ppm=50_000)
            total = employee_contributions(scheme, declared).total
            assert 30_000 < total < 1_500_000, adcode


def test_every_value_of_every_city_has_a_source(rules, chains):
    for chain in chains.values():
        scheme = contribution_scheme(rules, chain, ON)
        assert all(use.source and use.effective_from for use in scheme.rules.values())


def test_insurance_and_fund_have_limits_of_their_own(scheme_of):
    shanghai = scheme_of(SHANGHAI)
    assert insurance(shanghai, "pension").floor_fen == 754_600
    assert shanghai.fund.floor_fen == 274_000
    shenzhen = scheme_of(SHENZHEN)
    assert insurance(shenzhen, "medical").cap_fen != insurance(shenzhen, "pension").cap_fen


def test_the_rules_of_the_day_count(scheme_of):
    before, after = (scheme_of(SHANGHAI, date(2026, month, 1)) for month in (6, 7))
    assert insurance(before, "pension").cap_fen == 3_730_200
    assert insurance(after, "pension").cap_fen == 3_773_100


def test_the_last_known_rules_are_carried_forward_and_marked(scheme_of):
    later = scheme_of(SHANGHAI, date(2031, 1, 1))
    assert insurance(later, "pension").cap_fen == 3_773_100
    assert "i" in later.rules["pension.base"].status
    assert "i" not in scheme_of(SHANGHAI).rules["pension.base"].status


def test_before_the_first_rule_there_is_a_clear_error(scheme_of):
    with pytest.raises(NoRuleYetError) as caught:
        scheme_of(SHANGHAI, date(2023, 6, 30))
    assert caught.value.earliest == date(2023, 7, 1)
    with pytest.raises(NoRuleYetError):
        scheme_of(TIELING, date(2024, 12, 31))


def test_the_first_day_is_that_on_which_all_that_an_employee_pays_is_known(scheme_of):
    """Wuhan's pension is known from 2024 on, its fund only from July 2025 on."""
    with pytest.raises(NoRuleYetError) as caught:
        scheme_of("420100", date(2024, 3, 1))
    assert caught.value.earliest == date(2025, 7, 1)
    assert scheme_of("420100", caught.value.earliest).fund.floor_fen == 221_000


def test_what_only_the_employer_pays_never_stops_an_answer(scheme_of):
    early = scheme_of(SHENZHEN, date(2025, 7, 1))
    assert insurance(early, "maternity").employer_ppm == 5_000
    assert "i" not in early.rules["maternity.employer_rate"].status


def test_the_employer_rate_follows_the_registration_where_it_matters(scheme_of):
    local = scheme_of(SHENZHEN, variant="shenzhen_hukou")
    assert insurance(local, "pension").employer_ppm == 170_000
    assert insurance(scheme_of(SHENZHEN), "pension").employer_ppm == 160_000


def test_a_city_without_a_file_stands_on_national_rates_and_its_province(scheme_of):
    scheme = scheme_of(TIELING, average_wage_fen=600_000)
    assert scheme.rung == "province"
    assert insurance(scheme, "pension").floor_fen == 435_900
    assert insurance(scheme, "medical").cap_fen == 2_179_200
    assert scheme.fund.floor_fen == 170_000  # the province's lowest minimum wage
    assert scheme.fund.cap_fen == 1_800_000  # three average monthly wages
    assert all(
        "i" in use.status
        for name, use in scheme.rules.items()
        if name != "housing_fund.minimum_wage"
    )


def test_without_an_average_wage_the_fund_is_capped_like_the_insurances(scheme_of):
    assert scheme_of(TIELING).fund.cap_fen == 2_179_200


def test_a_fund_floor_that_is_not_known_is_the_minimum_wage_or_none(scheme_of):
    assert scheme_of("320500").fund.floor_fen == 266_000
    assert scheme_of(NANCHANG).fund.floor_fen == 0


def test_a_base_without_a_cap_has_none(files, chains):
    changed = copy.deepcopy(files)
    changed["contributions/shanghai"]["components"]["housing_fund"]["base"][-1]["cap"] = None
    scheme = contribution_scheme(parse_pay_rules(changed), chains[SHANGHAI], ON)
    assert scheme.fund.cap_fen == NO_CAP_FEN


def test_a_place_outside_all_provinces_has_no_rule(rules):
    with pytest.raises(NoRuleYetError) as caught:
        contribution_scheme(rules, ["810000", "000000"], ON)
    assert caught.value.earliest is None


def test_a_rate_from_elsewhere_is_held_to_the_range_of_the_city(scheme_of):
    fund = scheme_of(SHANGHAI).fund
    assert [fund.clipped_rate(ppm) for ppm in (10_000, 60_000, 120_000)] == [50_000, 60_000, 70_000]
