"""The projection's part of the contract's answer: pay-back, net worth, sensitivity."""

from __future__ import annotations

from typing import Any

from advisor.comparisons.yuan import yuan
from advisor.engine.projection.outcome import Band, Projected, Switch, YearChances

MONEY_INPUTS = ("gross_monthly", "living_away", "rent")  # levers in fen; others as they are


def pay_back_document(projected: Projected | None) -> dict[str, Any] | None:
    if projected is None:
        return None
    months = projected.pay_back.months
    return {
        "p10": months.p10,
        "p50": months.p50,
        "p90": months.p90,
        "never": round(projected.pay_back.never, 4),
    }


def net_worth_document(projected: Projected | None) -> list[dict[str, Any]]:
    return [] if projected is None else [_year(year) for year in projected.years]


def sensitivity_document(projected: Projected | None) -> list[dict[str, Any]]:
    return [] if projected is None else [_switch(switch) for switch in projected.switches]


def _year(year: YearChances) -> dict[str, Any]:
    return {
        "year": year.year,
        "stay": _band(year.stay),
        "move": _band(year.move),
        "central": {"stay": yuan(year.central_stay), "move": yuan(year.central_move)},
        "worse_off": round(year.net_worth.worse_off, 6),
        "better_off": round(year.net_worth.better_off, 6),
        "cash_worse_off": round(year.cash.worse_off, 6),
        "cash_better_off": round(year.cash.better_off, 6),
    }


def _band(band: Band) -> dict[str, float | None]:
    return {"p10": yuan(band.p10), "p50": yuan(band.p50), "p90": yuan(band.p90)}


def _switch(switch: Switch) -> dict[str, Any]:
    name = switch.lever.input
    value, turned = switch.lever.value, switch.switch_value
    if name in MONEY_INPUTS:
        return {"input": name, "value": yuan(value), "switch_value": yuan(turned)}
    return {"input": name, "value": value, "switch_value": round(turned, 6)}
