"""The answer in short: what lists show of it, and what a notice is decided by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MOVED_BY = 0.05  # a threshold that moved by more than this share is told to the owner
THRESHOLDS = ("needed", "standard", "break_even", "worth")


def gist_of(answer: Mapping[str, Any]) -> dict[str, Any]:
    """The short form of an answer in the contract's shape: amounts are CNY, None is unknown."""
    home = answer["home"]
    return {
        "home": home["city"],
        "pay": home["monthly"]["gross"],
        "left": home["monthly"]["money_left"],
        "cities": [_city(one) for one in answer["destinations"]],
    }


def _city(prospect: Mapping[str, Any]) -> dict[str, Any]:
    thresholds, years = prospect["thresholds"], prospect["net_worth"]
    return {
        "city": prospect["city"],
        "verdict": prospect["verdict"],
        "status": prospect["status"],
        "gross": prospect["monthly"]["gross"],
        "left": prospect["monthly"]["money_left"],
        "difference": prospect["difference"]["money_left"],
        "needed": thresholds["equal_money_left"],
        "standard": thresholds["equal_standard"],
        "break_even": thresholds["break_even_pay"],
        "worth": thresholds["equal_net_worth"],
        "cash": prospect["one_off"]["cash_needed"],
        "better_off": years[-1]["better_off"] if years else None,
    }


def is_told(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether the owner is told: a verdict changed, or a threshold moved by more than 5 %."""
    now = {one["city"]: one for one in after["cities"]}
    return any(
        one["city"] in now and _city_is_told(one, now[one["city"]]) for one in before["cities"]
    )


def _city_is_told(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    return old["verdict"] != new["verdict"] or any(
        _moved(old[name], new[name]) for name in THRESHOLDS
    )


def _moved(old: float | None, new: float | None) -> bool:
    if old is None or new is None:
        return old is not new
    return abs(new - old) > MOVED_BY * abs(old)
