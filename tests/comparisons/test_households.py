"""From the document to the household: cities found, defaults filled in, contradictions named."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from advisor.comparisons.city_names import city_named
from advisor.comparisons.faults import FaultyDocumentError, sentence
from advisor.comparisons.households import TIER_ONE, asked
from advisor.datasets.conventions import bundled_conventions
from advisor.datasets.naming import Gazetteer
from advisor.engine.household import FlatKind, InsuredBase, SchoolPlace, Unit
from tests.engine.references import bundled_reference

TODAY = date(2026, 11, 24)
PLACES = bundled_reference().places
NAMES = city_named(Gazetteer(PLACES.values()))


def document(**changes):
    least = {"home": {"city": "Liaoyuan"}, "earners": [{"pay": {"gross_monthly": 4500}}]}
    return least | changes


def paid(gross=4500, **more):
    return {"pay": {"gross_monthly": gross} | more.pop("pay", {})} | more


def going_to(*cities, **more):
    return [{"city": city} | more for city in cities]


def read(**changes):
    return asked(
        document(**changes), city_named=NAMES, conventions=bundled_conventions(), today=TODAY
    ).household


def faults(**changes):
    with pytest.raises(FaultyDocumentError) as caught:
        read(**changes)
    return {fault.path: fault.code for fault in caught.value.faults}


def test_what_is_not_said_has_the_defaults_of_the_contract():
    household = read()
    assert (household.on, household.move) == (TODAY, date(2026, 12, 1))
    assert (household.horizon_years, household.draws, household.adults) == (5, 2000, 1)
    assert household.savings_fen is None
    assert tuple(each.city for each in household.destinations) == TIER_ONE
    (earner,) = household.earners
    assert (earner.unit, earner.pay.months, earner.pay.bonus_fen) == (Unit.UNKNOWN, 12, 0)
    assert (earner.pay.insured_base, earner.pay.fund_ppm) == (InsuredBase.ACTUAL, None)


def test_the_move_is_the_month_after_the_date_of_the_data():
    assert read(on="2026-12-31").move == date(2027, 1, 1)
    assert read(on="2026-11-01", move_date="2027-06").move == date(2027, 6, 1)


def test_a_tier_one_home_is_not_among_its_own_destinations():
    household = read(home={"city": "Shanghai"})
    assert [each.city for each in household.destinations] == ["110000", "440100", "440300"]


@pytest.mark.parametrize("name", ["220400", "Liaoyuan", "辽源", "辽源市", "liaoyuan"])
def test_a_city_is_found_by_code_and_by_name(name):
    assert read(home={"city": name}).home == "220400"


def test_an_unknown_city_is_never_swapped_for_another():
    found = faults(home={"city": "Atlantis"}, destinations=going_to("Beijing", "Lioayuan"))
    assert set(found) == {"home.city", "destinations[1].city"}


@pytest.mark.parametrize(("name", "adcode"), [("吉林", "220200"), ("朝阳", "211300")])
def test_a_city_whose_name_others_bear_is_taken_and_the_other_is_noted(name, adcode):
    answer = asked(
        document(home={"city": name}), city_named=NAMES, conventions=bundled_conventions(),
        today=TODAY,
    )  # fmt: skip
    assert answer.household.home == adcode
    assert [note.code for note in answer.notes] == ["note.name_shared"]


def test_home_as_a_destination_is_a_question_like_any_other():
    assert read(destinations=going_to("Liaoyuan")).destinations[0].city == "220400"


def test_amounts_become_fen_and_rates_parts_per_million():
    household = read(
        earners=[paid(Decimal("4500.55"), pay={"fund_rate": Decimal("0.085"), "bonus": 100})],
        commitments_monthly=Decimal("0.01"), savings=1, fund_balance=2, living_total_home=3,
    )  # fmt: skip
    (earner,) = household.earners
    assert (earner.pay.gross_fen, earner.pay.fund_ppm, earner.pay.bonus_fen) == (
        450_055, 85_000, 10_000,
    )  # fmt: skip
    assert (household.commitments_fen, household.savings_fen) == (1, 100)
    assert (household.fund_balance_fen, household.living_total_fen) == (200, 300)


@pytest.mark.parametrize(
    ("said", "base", "amount"),
    [
        ("actual", InsuredBase.ACTUAL, None), ("minimum", InsuredBase.MINIMUM, None),
        ("none", InsuredBase.NONE, None), (6000, InsuredBase.AMOUNT, 600_000),
    ],
)  # fmt: skip
def test_the_insured_base_is_a_word_or_an_amount(said, base, amount):
    (earner,) = read(earners=[paid(pay={"insured_base": said})]).earners
    assert (earner.pay.insured_base, earner.pay.insured_base_fen) == (base, amount)


def test_an_offer_keeps_apart_what_it_says_and_what_it_leaves_out():
    offers = [{"gross_monthly": 12_000, "bonus": 0}, None]
    household = read(earners=[paid(), paid()], destinations=going_to("Beijing", offers=offers))
    first, second = household.destinations[0].offers
    assert (first.gross_fen, first.bonus_fen, first.months, first.fund_ppm) == (
        1_200_000, 0, None, None,
    )  # fmt: skip
    assert (first.insured_base, second) == (None, None)


@pytest.mark.parametrize(
    ("housing", "children", "kind"),
    [
        ({}, [], FlatKind.ONE_BED),
        ({"level": "low"}, [{"born": "2018-05"}], FlatKind.TWO_BED),
        ({"level": "low"}, [{"born": "2018-05", "moves": False}], FlatKind.ONE_BED),
        ({"area_m2": 40}, [{"born": "2018-05"}], FlatKind.AREA),
        ({"kind": "room"}, [{"born": "2018-05"}], FlatKind.ROOM),
    ],
)
def test_the_home_there_has_one_bedroom_or_with_children_two(housing, children, kind):
    household = read(children=children, destinations=going_to("Beijing", housing=housing))
    assert household.destinations[0].housing.kind is kind


def test_a_destination_that_says_nothing_leaves_housing_basket_and_school_to_the_engine():
    (destination,) = read(destinations=going_to("Beijing")).destinations
    assert (destination.housing, destination.basket, destination.school_place) == (None,) * 3
    said = read(destinations=going_to("Beijing", school_place="private")).destinations[0]
    assert said.school_place is SchoolPlace.PRIVATE


def test_adults_are_the_earners_unless_more_are_said():
    assert read(earners=[paid(), paid(0)]).adults == 2
    assert read(adults=3).adults == 3


def test_parents_of_60_are_among_those_supported():
    assert read(parents_60_plus=2).parents_supported == 2


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"earners": [paid(), paid()], "adults": 1}, "adults", "greater_than_equal"),
        (
            {"parents_supported": 1, "parents_60_plus": 2}, "parents_60_plus", "less_than_equal",
        ),
        (
            {"living_total_home": 1, "living": {"food": {"mode": "none"}}}, "living",
            "total_or_categories",
        ),
        ({"living": {"food": {"mode": "mine", "away": 5}}}, "living.food.home", "missing"),
        ({"assumptions": {"gravity": 1}}, "assumptions.gravity", "extra_forbidden"),
        ({"assumptions": {"freight": -1}}, "assumptions.freight", "greater_than_equal"),
        ({"assumptions": {"letting_occupancy": 2}}, "assumptions.letting_occupancy",
         "less_than_equal"),
        ({"assumptions": {"basket_typical": 0}}, "assumptions.basket_typical",
         "greater_than_equal"),
        ({"assumptions": {"price_elasticity": 9}}, "assumptions.price_elasticity",
         "less_than_equal"),
        ({"earners": [paid(stays=True)]}, "earners[0].stays", "nobody_moves"),
        (
            {"destinations": going_to("Beijing", offers=[None, {"gross_monthly": 1}])},
            "destinations[0].offers", "too_long",
        ),
        (
            {"destinations": going_to("Beijing", housing={"kind": "area"})},
            "destinations[0].housing.area_m2", "missing",
        ),
        (
            {
                "earners": [paid(), paid(stays=True)],
                "destinations": going_to("Beijing", offers=[None, {"gross_monthly": 1}]),
            },
            "destinations[0].offers[1]", "offer_for_who_stays",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_contradiction_between_parts_is_a_fault_at_its_path(changes, path, code):
    assert faults(**changes) == {path: code}


def test_everything_that_is_wrong_is_said_at_once():
    found = faults(home={"city": "Atlantis"}, adults=1, earners=[paid(), paid()])
    assert set(found) == {"home.city", "adults"}


def test_every_fault_between_parts_has_a_sentence():
    for language in ("en", "zh-hans"):
        with translation.override(language), pytest.raises(FaultyDocumentError) as caught:
            read(
                earners=[paid(stays=True)],
                living_total_home=1,
                living={"food": {"mode": "none"}},
                assumptions={"freight": -1, "gravity": 1},
            )
        with translation.override(language):
            said = [sentence(fault) for fault in caught.value.faults]
        assert len(set(said)) == 4
        assert not [words for words in said if "not valid" in words or "%(" in words]


def test_who_stays_may_look_at_the_home_city_alone():
    assert read(earners=[paid(stays=True)], destinations=going_to("Liaoyuan")).earners[0].stays
