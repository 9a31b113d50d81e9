"""The charts of the years ahead: twenty dots, a fan, and what would change the answer."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from advisor.engine.projection.outcome import Band, Projected, Switch, YearChances
from advisor.web.charts.dots import DotPlot, Outcome, Tick, dot_plot
from advisor.web.charts.fan import Fan, Year, fan
from advisor.web.charts.levers import Input, Levers, levers
from advisor.web.charts.scale import Scale, scale_over
from advisor.web.money import large_yuan, more_or_less, number, percent, yuan

INPUTS: dict[str, str] = {
    "gross_monthly": gettext_noop("Gross pay there"),
    "living_away": gettext_noop("Living there, a month"),
    "rent": gettext_noop("Rent there"),
    "search_months": gettext_noop("Months without pay at the start"),
    "pay_growth": gettext_noop("Growth of pay a year"),
    "rent_growth": gettext_noop("Growth of rents a year"),
    "job_loss_month": gettext_noop("Chance of losing the job in a month"),
    "inflation": gettext_noop("Inflation a year"),
    "interest_on_cash": gettext_noop("Interest on money at hand"),
}
MONEY_INPUTS = {"gross_monthly", "living_away", "rent"}
HARDLY = 100.0  # fen: within CNY 1 two lives are equal


def difference_dots(projected: Projected, city: str) -> DotPlot:
    """Twenty equally likely differences of net worth at the horizon."""
    dots = projected.difference_dots
    better = sum(dot > HARDLY for dot in dots)
    scale = scale_over(dots)
    return dot_plot(
        name=_("What you would own after {years} years, moving to {city} against staying").format(
            years=projected.years[-1].year, city=city
        ),
        summary=_("Of 20 equally likely outcomes, {better} leave you with more.").format(
            better=better
        ),
        outcomes=[
            Outcome(
                value=dot,
                kind="better" if dot > HARDLY else "worse",
                text=more_or_less(round(dot)),
            )
            for dot in dots
        ],
        low=Tick(x=0, text=_signed(scale.low), anchor="start"),
        high=Tick(x=100, text=_signed(scale.high), anchor="end"),
        scale=scale,
        zero=True,
    )


def pay_back_dots(projected: Projected) -> DotPlot | None:
    """Twenty equally likely months of paying back; None where no outcome pays back."""
    dots, last = projected.pay_back.dots, projected.years[-1].year * 12
    back = [dot for dot in dots if dot is not None]
    if not back:
        return None
    beyond = last * 1.12
    return dot_plot(
        name=_("When the move has paid back"),
        summary=_(
            "Of 20 equally likely outcomes, {back} pay back within {months} months; the others,"
            " hollow at the right, do not."
        ).format(back=len(back), months=last),
        outcomes=[
            Outcome(
                value=beyond if dot is None else dot,
                kind="worse" if dot is None else "better",
                text=_("not within the time looked at")
                if dot is None
                else _("month {month}").format(month=round(dot)),
            )
            for dot in dots
        ],
        low=Tick(x=0, text=_("at once"), anchor="start"),
        high=Tick(x=100, text=_("never"), anchor="end"),
        scale=Scale(low=0.0, high=beyond * 1.01),
        zero=False,
    )


def net_worth_fan(projected: Projected, home: str, city: str) -> Fan:
    """Net worth of both lives over the years: from low to high, with the middle."""
    last = projected.years[-1]
    lives = [
        ("home", _("staying in {home}").format(home=home), _years(projected, "stay")),
        ("away", _("moving to {city}").format(city=city), _years(projected, "move")),
    ]
    ends = [end for _s, _l, years in lives for year in years for end in (year.low, year.high)]
    return fan(
        name=_("What you would own, from a poor to a good outcome"),
        summary=_(
            "After {years} years {stay} staying and {move} moving, in the middle case; in 8 of 10"
            " cases between {low} and {high} moving."
        ).format(
            years=last.year,
            stay=_amount(last.stay.p50),
            move=_amount(last.move.p50),
            low=_amount(last.move.p10),
            high=_amount(last.move.p90),
        ),
        lives=lives,
        top=_signed(max(0.0, *ends)),
        bottom=_signed(min(0.0, *ends)),
    )


def changes(projected: Projected) -> Levers | None:
    """What would change the answer; None where nothing within reach would."""
    if not projected.switches:
        return None
    inputs = [_input(switch) for switch in projected.switches]
    return levers(
        name=_("What would change the answer"),
        summary=_("Each by itself, all else unchanged: {list}.").format(
            list="; ".join(f"{one.label} {one.text}" for one in inputs)
        ),
        inputs=inputs,
    )


def _input(switch: Switch) -> Input:
    lever = switch.lever
    now, turn = _value(lever.input, lever.value), _value(lever.input, switch.switch_value)
    return Input(
        label=_(INPUTS[lever.input]),
        text=f"{now} → {turn}",
        low=lever.low,
        high=lever.high,
        value=lever.value,
        turns_at=switch.switch_value,
    )


def _value(name: str, value: float) -> str:
    if name in MONEY_INPUTS:
        return yuan(round(value))
    return number(value, 1) if name == "search_months" else percent(value, 1)


def _years(projected: Projected, life: str) -> list[Year]:
    """From the day of arrival to the horizon."""
    return [_year(one, getattr(one, life)) for one in projected.every_year]


def _year(one: YearChances, band: Band) -> Year:
    return Year(year=one.year, low=band.p10 or 0, middle=band.p50 or 0, high=band.p90 or 0)


def _amount(fen: float | None) -> str:
    return "—" if fen is None else large_yuan(round(fen))


def _signed(fen: float) -> str:
    return large_yuan(round(fen))
