"""An answer without amounts: everything as a ratio to today's gross pay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.outlook.words import chance, verdict_words
from advisor.comparisons.saved.names import city_names
from advisor.comparisons.wording import head_label
from advisor.engine.projection.outcome import Verdict
from advisor.web.money import number, percent

HEADS = ("gross", "take_home", "housing", "living", "commitments", "money_left")


@dataclass(frozen=True, kw_only=True, slots=True)
class RatioRow:
    """A part of the month at home and there; `–` where it is unknown."""

    label: str
    home: str
    away: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RatioCity:
    name: str
    verdict: str
    sentences: tuple[str, ...]
    rows: tuple[RatioRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RatioView:
    """`has_ratios` is false where there is no pay today to set anything against."""

    home: str
    cities: tuple[RatioCity, ...]
    has_ratios: bool
    edition: str


def ratio_view(answer: Mapping[str, Any]) -> RatioView:
    """The answer in the contract's shape, without any amount in it."""
    names = city_names()
    pay = answer["home"]["monthly"]["gross"] or 0
    return RatioView(
        home=names[answer["home"]["city"]],
        cities=tuple(_city(answer["home"], one, pay, names) for one in answer["destinations"]),
        has_ratios=pay > 0,
        edition=answer["edition"],
    )


def _city(
    home: Mapping[str, Any], there: Mapping[str, Any], pay: float, names: Mapping[str, str]
) -> RatioCity:
    name = names[there["city"]]
    return RatioCity(
        name=name,
        verdict=verdict_words(Verdict(there["verdict"]), names[home["city"]], name),
        sentences=(*_chances(there), *(_times(there, pay) if pay else ())),
        rows=tuple(
            RatioRow(
                label=head_label(head),
                home=_share(home["monthly"][head], pay),
                away=_share(there["monthly"][head], pay),
            )
            for head in HEADS
        )
        if pay
        else (),
    )


def _chances(there: Mapping[str, Any]) -> tuple[str, ...]:
    if not there["net_worth"]:
        return ()
    last = there["net_worth"][-1]
    said = _("After {years} years more would be owned by moving than by staying: {chance}.")
    return (said.format(years=last["year"], chance=chance(last["better_off"])),)


def _times(there: Mapping[str, Any], pay: float) -> tuple[str, ...]:
    """The pay and the cash it takes, as multiples of today's pay."""
    thresholds, cash = there["thresholds"], there["one_off"]["cash_needed"]
    said = (
        (
            thresholds["equal_money_left"],
            _("Gross pay needed for as much money left: {times} times today's."),
        ),
        (thresholds["equal_standard"], _("Equal-standard pay: {times} times today's.")),
        (thresholds["break_even_pay"], _("Break-even pay: {times} times today's.")),
        (cash, _("Cash needed to move: {times} months of today's gross pay.")),
    )
    return tuple(
        text.format(times=number(amount / pay, 1)) for amount, text in said if amount is not None
    )


def _share(amount: float | None, pay: float) -> str:
    return "–" if amount is None else percent(amount / pay, 0)
