"""What the same life costs elsewhere: the ratio of prices outside housing."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.engine.question import Question
from advisor.engine.reference import Figure
from advisor.engine.trail import Gap, say

SAME, LEVELS, RENTS = "same", "levels", "rents"  # the methods


@dataclass(frozen=True, kw_only=True, slots=True)
class PriceRatio:
    """P(away) / P(home), by one of the methods above, with the figures it rests on."""

    value: float
    method: str
    figures: tuple[Figure, ...] = ()
    conventions: tuple[str, ...] = ()


def price_ratio(question: Question, home: str, away: str) -> PriceRatio | Gap:
    """The price level of `away` over that of `home`, or the reason why it is unknown (model §5).

    Price levels of both cities where both are published and none is marked unreliable; else the
    ratio of their rents to the power of the convention `price_elasticity`.
    """
    if home == away:
        return PriceRatio(value=1.0, method=SAME)
    return _from_levels(question, home, away) or rent_price_ratio(question, home, away)


def rent_price_ratio(question: Question, home: str, away: str) -> PriceRatio | Gap:
    """The ratio by rents alone: the one method that rankings use for all cities."""
    pair = _own_pair(question, home, away, "rent_m2")
    if pair is None:
        return Gap(
            line="price_ratio", reason=say("missing.price_ratio", away_place=away, home_place=home)
        )
    ratio = (pair[1].value / pair[0].value) ** question.assumptions["price_elasticity"]
    return PriceRatio(value=ratio, method=RENTS, figures=pair, conventions=("price_elasticity",))


def _from_levels(question: Question, home: str, away: str) -> PriceRatio | None:
    pair = _own_pair(question, home, away, "price_level_all")
    if pair is None or any("u" in figure.observation.status for figure in pair):
        return None
    return PriceRatio(value=pair[1].value / pair[0].value, method=LEVELS, figures=pair)


def _own_pair(
    question: Question, home: str, away: str, indicator: str
) -> tuple[Figure, Figure] | None:
    """Both cities' own figures: one ratio never mixes rungs."""
    at_home = question.reference.figure(home, indicator)
    there = question.reference.figure(away, indicator)
    if at_home is None or there is None or not (at_home.is_own and there.is_own):
        return None
    return at_home, there
