"""What the checks came to, in sentences made from their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from django.utils.translation import gettext as _

from advisor.comparisons.wording import joined
from advisor.engine.backtest import SHORTEST_PAST, BackTest
from advisor.engine.checks import Check
from advisor.engine.price_fit import PriceFit
from advisor.web.money import number, percent

MEANT = 0.8  # the share of later years that the range is meant to hold
HOME_PRICES, WAGES = "hpi_", "_avg_wage"


def fit_sentences(fit: PriceFit, convention: str) -> str:
    """The fit with its errors, and the convention that is used in its place."""
    return joined(
        (
            _(
                "Over {cities} cities prices outside housing rise with rents to the power of"
                " {elasticity} (R² {r_squared}): where rents are twice as high, prices are about"
                " {twice} higher."
            ).format(
                cities=len(fit.cities),
                elasticity=number(fit.elasticity, 3),
                r_squared=number(fit.r_squared, 2),
                twice=percent(2**fit.elasticity - 1, 0),
            ),
            _(
                "The fit misses its cities by {residual} (standard deviation); a city that it was"
                " not made with, by {left_out} (root mean square)."
            ).format(residual=percent(fit.residual_sd), left_out=percent(fit.leave_one_out_error)),
            _("The convention in use is {convention}.").format(convention=convention),
        )
    )


def check_sentence(checks: Sequence[Check]) -> str:
    """How ours stands to theirs over all places of a check."""
    if not checks:
        return _("No figures to check by.")
    ratios = [one.ratio for one in checks]
    return _(
        "Ours over theirs: {middle} in the middle of {count} places, from {low} to {high}."
    ).format(
        middle=number(median(ratios)),
        count=len(ratios),
        low=number(min(ratios)),
        high=number(max(ratios)),
    )


def back_test_sentences(tests: Iterable[BackTest]) -> str:
    """How often the ranges held, for home prices and for wages."""
    found = list(tests)
    return joined(
        (
            *_of_series([one for one in found if one.indicator.startswith(HOME_PRICES)], _homes()),
            *_of_series([one for one in found if one.indicator.endswith(WAGES)], _wages()),
            *_too_short(found),
        )
    )


def _homes() -> str:
    return _("Home prices")


def _wages() -> str:
    return _("Wages")


def _of_series(tests: Sequence[BackTest], name: str) -> Iterator[str]:
    years = sum(one.years for one in tests)
    if not years:
        return
    inside, below, above = (
        sum(getattr(one, side) for one in tests) for side in ("inside", "below", "above")
    )
    yield _(
        "{name}: {inside} of {years} later years lay inside, {share} where {meant} were meant."
    ).format(
        name=name, inside=number(inside), years=number(years),
        share=percent(inside / years, 0), meant=percent(MEANT, 0),
    )  # fmt: skip
    if inside / years < MEANT:
        yield _(
            "Ranges made from the past alone were too narrow: {below} of the years fell below"
            " them, {above} rose above."
        ).format(below=below, above=above)


def _too_short(tests: Iterable[BackTest]) -> Iterator[str]:
    """Series that could not be tested are no success: they are counted."""
    short = sum(one.too_short for one in tests)
    if short:
        yield _(
            "In {short} cases a series had no figure of the last year known, or fewer than {least}"
            " yearly changes before it: nothing could be tested there."
        ).format(short=short, least=SHORTEST_PAST)
