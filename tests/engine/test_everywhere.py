"""One offer in every city: the same chance as the full comparison finds there."""

from advisor.datasets.conventions import bundled_conventions
from advisor.engine.conventions import Assumptions
from advisor.engine.everywhere import DRAWS, chances
from advisor.engine.question import Question
from tests.engine.households import earner, household, offer, prospect, to
from tests.engine.references import BEIJING, SHENZHEN, bundled_reference

REFERENCE = bundled_reference()
PAID = offer(9_000)


def found(*cities):
    asking = household(earner(4500), horizon_years=2, draws=10)
    assumptions = Assumptions(conventions=bundled_conventions(), changed={})
    question = Question(household=asking, reference=REFERENCE, assumptions=assumptions)
    return list(chances(question, PAID, None, cities))


def test_a_city_has_the_chance_that_its_own_comparison_finds():
    asking = household(
        earner(4500), destinations=(to(SHENZHEN, PAID),), horizon_years=2, draws=DRAWS
    )
    end = prospect(asking, REFERENCE).projected.years[-1]
    (one,) = found(SHENZHEN)
    assert one.better_off == end.net_worth.better_off
    assert one.difference == round(end.central_move - end.central_stay)


def test_a_city_has_the_same_chance_whichever_others_are_asked_for():
    assert found(SHENZHEN)[0] == found(BEIJING, SHENZHEN)[1]
