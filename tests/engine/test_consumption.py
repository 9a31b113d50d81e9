"""What people spend outside housing: residence left out, total and share from one rung."""

import pytest

from advisor.engine.consumption import CATEGORIES, category_spending, consumption
from advisor.engine.reference import Rung
from advisor.engine.trail import Gap
from tests.engine.references import (
    BEIJING,
    JILIN,
    LIAOYUAN,
    NATION,
    figure_row,
    hand_made_reference,
)


def total(place, value, year="2024"):
    return figure_row(place, "consumption_urban_total", year, value)


def amount(place, head, value, year="2024"):
    return figure_row(place, f"consumption_urban_{head}", year, value)


def share(place, head, value, year="2023"):
    return figure_row(place, f"consumption_share_{head}", year, value)


def test_residence_is_left_out_as_it_holds_imputed_rent():
    rows = hand_made_reference(total(BEIJING, 48_000), amount(BEIJING, "residence", 18_000))
    found = consumption(rows, BEIJING)
    assert found.per_month == pytest.approx(30_000 / 12)
    assert found.residence_share == pytest.approx(0.375)
    assert {figure.rung for figure in found.figures} == {Rung.OWN}


def test_total_and_residence_come_from_one_place_and_period():
    rows = hand_made_reference(
        total(JILIN, 24_000), amount(JILIN, "residence", 4_800),
        amount(JILIN, "residence", 9_999, "2021"), amount(LIAOYUAN, "residence", 1),
        share(NATION, "residence", 0.5),
    )  # fmt: skip
    found = consumption(rows, LIAOYUAN)
    assert found.per_month == pytest.approx(24_000 * 0.8 / 12)
    assert {(figure.observation.place, figure.rung) for figure in found.figures} == {
        (JILIN, Rung.PROVINCE)
    }


def test_a_share_of_another_rung_is_marked():
    rows = hand_made_reference(total(LIAOYUAN, 24_000), share(NATION, "residence", 0.25))
    found = consumption(rows, LIAOYUAN)
    assert found.per_month == pytest.approx(1500)
    assert [figure.rung for figure in found.figures] == [Rung.OWN, Rung.NATION]


def test_a_share_published_for_the_totals_own_place_has_the_totals_rung():
    rows = hand_made_reference(total(JILIN, 24_000), share(JILIN, "residence", 0.25))
    found = consumption(rows, LIAOYUAN)
    assert [figure.rung for figure in found.figures] == [Rung.PROVINCE, Rung.PROVINCE]


@pytest.mark.parametrize("rows", [(), (total(JILIN, 24_000),)], ids=["nothing", "no residence"])
def test_what_is_not_known_is_a_gap(rows):
    assert isinstance(consumption(hand_made_reference(*rows), LIAOYUAN), Gap)
    assert isinstance(category_spending(hand_made_reference(*rows), LIAOYUAN, "food"), Gap)


def test_the_heads_add_up_to_consumption_without_residence(reference):
    for city in (BEIJING, LIAOYUAN, "440300", "500000"):
        whole = consumption(reference, city)
        heads = sum(category_spending(reference, city, head).per_month for head in CATEGORIES)
        assert heads == pytest.approx(whole.per_month, rel=0.01), city


def test_every_city_has_an_estimate(reference):
    for place in reference.places.values():
        found = consumption(reference, place.adcode)
        assert 900 < found.per_month < 4500, place.name_en
