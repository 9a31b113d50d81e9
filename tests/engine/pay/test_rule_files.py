"""The rule files that ship are sound, and what breaks their form is refused by name."""

import copy
from itertools import pairwise

import pytest

from advisor.engine.pay.rule_files import parse_pay_rules
from advisor.engine.pay.rule_node import RuleFileError


def histories(rules):
    """Every dated list of every city, named."""
    for city in rules.cities.values():
        for name, insurance in city.insurances.items():
            yield f"{city.name_en} {name} base", insurance.base
            yield f"{city.name_en} {name} employee", insurance.employee_ppm
            for variant, history in insurance.employer_ppm.items():
                yield f"{city.name_en} {name} employer {variant}", history
        yield f"{city.name_en} fund base", city.fund.base
        yield f"{city.name_en} fund rates", city.fund.rate_range


def test_every_value_has_a_source_and_a_day(rules):
    for name, history in histories(rules):
        for dated in history:
            assert dated.source, name
            assert dated.effective_from, name


def test_days_follow_on_each_other_without_overlap(rules):
    for name, history in histories(rules):
        for before, after in pairwise(history):
            assert before.effective_to < after.effective_from, name


def test_caps_lie_above_floors_and_within_reason(rules):
    for city in rules.cities.values():
        for limits in [one.base for one in city.insurances.values()] + [city.fund.base]:
            for dated in limits:
                floor, cap = dated.value.floor_fen or 0, dated.value.cap_fen
                assert cap is None or 1_000_000 < cap < 6_000_000, city.name_en
                assert floor < (cap or 10**9), city.name_en


def test_the_employee_pays_eight_per_cent_of_pension_everywhere(rules):
    for city in rules.cities.values():
        assert {dated.value for dated in city.insurances["pension"].employee_ppm} == {80_000}


def test_employee_rates_are_those_of_a_rate_and_not_of_a_percentage(rules):
    for city in rules.cities.values():
        for name in ("medical", "unemployment"):
            for dated in city.insurances[name].employee_ppm:
                assert 1_000 <= dated.value <= 20_000, (city.name_en, name)


def test_flat_amounts_are_read_where_they_exist(rules):
    flats = {
        city.name_en: city.insurances["medical"].employee_flat_fen[0].value
        for city in rules.cities.values()
        if city.insurances["medical"].employee_flat_fen
    }
    assert flats == {"Beijing": 300, "Wuhan": 700}


def test_a_rate_that_only_a_risk_class_sets_is_its_lowest_and_marked(rules):
    first = rules.cities["310000"].insurances["injury"].employer_ppm[""][0]
    assert (first.value, first.status) == (1_600, "i")


def broken(files, name, change):
    """The files with a copy of one of them changed."""
    changed = copy.deepcopy(files[name])
    change(changed)
    return {**files, name: changed}


SHANGHAI = "contributions/shanghai"


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda city: city.update(surprise="1"), "contributions/shanghai"),
        (lambda city: city["components"].pop("housing_fund"), "contributions/shanghai.components"),
        (
            lambda city: city["components"]["pension"]["employee_rate"][0].update(
                value="0.08000001"
            ),
            "contributions/shanghai.components.pension.employee_rate[0].value",
        ),
        (
            lambda city: city["components"]["pension"]["employee_rate"][0].update(value="8"),
            "contributions/shanghai.components.pension.employee_rate[0].value",
        ),
        (
            lambda city: city["components"]["pension"]["employee_rate"][0].update(value=0.08),
            "contributions/shanghai.components.pension.employee_rate[0].value",
        ),
        (
            lambda city: city["components"]["pension"]["base"][0].update(floor="40000"),
            "contributions/shanghai.components.pension.base[0]",
        ),
        (
            lambda city: city["components"]["pension"]["base"][0].update(cap="36549.001"),
            "contributions/shanghai.components.pension.base[0].cap",
        ),
        (
            lambda city: city["components"]["pension"]["base"][0].update(source_id=None),
            "contributions/shanghai.components.pension.base[0]",
        ),
        (
            lambda city: city["components"]["pension"]["base"][0].update(effective_from="2023-7-1"),
            "contributions/shanghai.components.pension.base[0].effective_from",
        ),
        (
            lambda city: city["components"]["pension"]["base"][0].update(effective_to="2024-07-01"),
            "contributions/shanghai.components.pension.base",
        ),
        (
            lambda city: city["components"]["pension"]["base"].clear(),
            "contributions/shanghai.components.pension.base",
        ),
        (
            lambda city: city["rounding"].update(housing_fund="to the jiao"),
            "contributions/shanghai.rounding.housing_fund",
        ),
        (
            lambda city: city["components"]["housing_fund"]["rate_range"][0].update(min="0.08"),
            "contributions/shanghai.components.housing_fund.rate_range[0]",
        ),
    ],
)
def test_a_city_file_that_breaks_its_form_is_refused_by_its_path(files, change, path):
    with pytest.raises(RuleFileError) as caught:
        parse_pay_rules(broken(files, SHANGHAI, change))
    assert caught.value.path == path


def test_two_files_about_one_city_are_refused(files):
    with pytest.raises(RuleFileError):
        parse_pay_rules({**files, "contributions/twin": files[SHANGHAI]})


def test_a_tax_table_with_a_jump_is_refused(files):
    def jump(tax):
        tax["annual_brackets"]["rows"][1]["quick_deduction"] = "2521"

    with pytest.raises(RuleFileError) as caught:
        parse_pay_rules(broken(files, "income_tax", jump))
    assert caught.value.path == "rules.income_tax.annual_brackets"
