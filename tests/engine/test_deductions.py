"""Special additional deductions follow from the household; a couple shares them as is cheapest."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.deductions import Claim, Residence, allocations, claims
from advisor.engine.trail import RuleUse
from tests.engine.households import child, earner, household
from tests.engine.references import BEIJING, LIAOYUAN, ON, SHANGHAI, bundled_reference

RENTS, OWNS = {"pays_rent": True, "owns_home": False}, {"pays_rent": False, "owns_home": True}


def lives_in(city, **more):
    return Residence(city=city, **({"pays_rent": False, "owns_home": False} | more))


def found(*people, at=(BEIJING,), on=ON, **more):
    """CNY a month by deduction of a household whose earners live at those places."""
    residences = tuple(one if isinstance(one, Residence) else lives_in(one) for one in at)
    rules = bundled_reference().rule_files["income_tax"]
    return claims(household(*people, **more), residences, rules, on)


def sums(*people, **more):
    return {claim.name: claim.per_month / 100 for claim in found(*people, **more)}


def test_a_single_person_with_nothing_has_none():
    assert sums() == {}


@pytest.mark.parametrize(
    ("born", "deduction"),
    [
        ("2026-11", {"infant_care_under_3": 2000}),
        ("2023-12", {"infant_care_under_3": 2000}),
        ("2023-11", {"children_education": 2000}),
        ("2008-12", {"children_education": 2000}),
        ("2008-11", {}),
        ("2026-12", {}),
    ],
)
def test_a_child_counts_from_birth_to_18_and_is_an_infant_under_3(born, deduction):
    assert sums(children=(child(born),)) == deduction


def test_each_child_is_a_claim_of_its_own():
    three = tuple(map(child, ("2018-05", "2020-05", "2025-05")))
    assert len(found(children=three)) == 3


def test_a_child_who_stays_counts_all_the_same():
    assert sums(children=(child("2018-05", moves=False),)) == {"children_education": 2000}


def test_before_2023_a_child_counted_half():
    on = date(2022, 6, 1)
    assert sums(children=(child("2018-05"),), on=on) == {"children_education": 1000}


@pytest.mark.parametrize(("only_child", "amount"), [(True, 3000), (False, 1500), (None, 1500)])
def test_parents_of_60_count_in_full_for_an_only_child(only_child, amount):
    who = earner(only_child=only_child)
    assert sums(who, parents_60_plus=1) == {"elderly_support": amount}
    assert sums(who, parents_60_plus=0) == {}


def test_each_earner_supports_own_parents():
    two = earner(only_child=True), earner(only_child=True)
    at = (BEIJING, BEIJING)
    first, *others = found(*two, at=at, parents_60_plus=2)
    assert first.ways == ((1.0, 0.0),)
    assert others == []
    both = found(*two, at=at, parents_60_plus=3)
    assert [claim.ways for claim in both] == [((1.0, 0.0),), ((0.0, 1.0),)]


def test_further_study_is_the_students_own():
    two = earner(), earner(further_study=True)
    (claim,) = found(*two, at=(BEIJING, BEIJING))
    assert (claim.name, claim.per_month, claim.ways) == (
        "continuing_education", 40_000, ((0.0, 1.0),),
    )  # fmt: skip


@pytest.mark.parametrize(("city", "amount"), [(BEIJING, 1500), (LIAOYUAN, 800), ("220700", 800)])
def test_rent_counts_by_the_class_of_the_city(city, amount):
    assert sums(at=(lives_in(city, **RENTS),)) == {"housing_rent": amount}


def test_the_class_of_a_city_that_is_not_listed_is_marked_as_imputed():
    (claim,) = found(at=(lives_in("220700", **RENTS),))
    assert claim.rule.status == "i"


def test_who_pays_no_rent_or_owns_a_home_there_does_not_deduct_it():
    assert sums(at=(lives_in(BEIJING),)) == {}
    assert sums(at=(lives_in(BEIJING, pays_rent=True, owns_home=True),)) == {}


def test_a_couple_in_one_city_deducts_rent_once_and_in_two_cities_twice():
    two = earner(), earner()
    together = found(*two, at=(lives_in(BEIJING, **RENTS),) * 2)
    assert [claim.ways for claim in together] == [((1.0, 0.0), (0.0, 1.0))]
    apart = found(*two, at=(lives_in(BEIJING, **RENTS), lives_in(SHANGHAI, **RENTS)))
    assert [claim.ways for claim in apart] == [((1.0, 0.0),), ((0.0, 1.0),)]


def test_mortgage_interest_counts_where_a_mortgage_is_paid():
    assert sums(at=(lives_in(LIAOYUAN, pays_mortgage=True, **OWNS),)) == {
        "housing_loan_interest": 1000
    }
    assert sums(at=(lives_in(LIAOYUAN, **OWNS),)) == {}


def test_rent_and_mortgage_interest_exclude_each_other():
    at = (lives_in(BEIJING, pays_mortgage=True, **RENTS),)
    ways = {kept for _, kept in allocations(found(at=at), 1)}
    assert ways == {(150_000,), (100_000,)}


def test_before_the_first_rules_nothing_is_deducted():
    assert sums(children=(child("2018-05"),), on=date(2018, 12, 1)) == {}


def claim(name, per_month, ways, *, exclusive=False):
    rule = RuleUse(source="a", effective_from="2023-01-01")
    return Claim(name=name, per_month=per_month, ways=ways, rule=rule, exclusive=exclusive)


EITHER = ((1.0, 0.0), (0.0, 1.0), (0.5, 0.5))
ways = st.sampled_from([EITHER, EITHER[:2], EITHER[:1]])
a_claim = st.builds(
    claim, st.sampled_from("abc"), st.sampled_from([40_000, 150_000, 200_001]), ways
)
an_exclusive = st.builds(
    claim, st.sampled_from(["rent", "loan"]), st.sampled_from([100_000, 150_000]), ways,
    exclusive=st.just(True),
)  # fmt: skip


@given(st.lists(a_claim, max_size=4), st.lists(an_exclusive, max_size=3))
def test_allocations_are_all_ways_and_no_other(free, exclusive):
    every = {
        tuple(
            sum(round(one.per_month * way[index]) for one, way in zip(used, chosen, strict=True))
            for index in range(2)
        )
        for kind in {one.name for one in exclusive} or {""}
        for used in [[*free, *(one for one in exclusive if one.name == kind)]]
        for chosen in product(*(one.ways for one in used))
    }
    assert {kept for _, kept in allocations((*free, *exclusive), 2)} == every


def test_ten_children_have_few_sums():
    ten = tuple(child("2018-05") for _ in range(10))
    two = earner(), earner()
    kept = list(allocations(found(*two, at=(BEIJING, BEIJING), children=ten), 2))
    assert len(kept) == 21
    assert {sum(each) for _, each in kept} == {2_000_000}


def test_the_claims_used_hold_only_one_of_the_exclusive_kinds():
    loan = claim("loan", 100_000, EITHER, exclusive=True)
    rent = replace(loan, name="rent")
    for used, _ in allocations((loan, rent), 2):
        assert len({one.name for one in used}) == 1
