"""Which cities of a ranking are shown, and in which order. Unknown figures stand last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from advisor.comparisons.wording import language_text
from advisor.engine.ranking import RankedCity
from advisor.engine.reference import Place

NO_TIER = "none"
type Key = tuple[bool, float | str]


class Order(StrEnum):
    """What the cities are ordered by."""

    PAY = "pay"
    RENT = "rent"
    DISTANCE = "distance"
    NAME = "name"
    LEFT = "left"
    STANDARD = "standard"
    ENDS_MEET = "ends_meet"


BY_PAY = (Order.PAY, Order.STANDARD, Order.ENDS_MEET)


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What is asked of the list; None asks nothing. `named` are the codes a typed name fits."""

    named: frozenset[str] | None = None
    tier: str | None = None
    province: str | None = None
    within_km: int | None = None
    most_rent_fen: int | None = None
    order: Order = Order.PAY


@dataclass(frozen=True, kw_only=True, slots=True)
class Home:
    """The city lived in, and the gross pay there: it stands where that pay would."""

    city: str
    pay: int


def chosen(cities: Iterable[RankedCity], wanted: Wanted, home: Home) -> tuple[RankedCity, ...]:
    """The cities that fit, in the order asked for."""
    fitting = (city for city in cities if _fits(city, wanted))
    return tuple(sorted(fitting, key=_key(wanted.order, home)))


def leading_pay(city: RankedCity) -> int | None:
    """The pay a city is ranked by: as much left as at home, else what makes ends meet."""
    return city.break_even_pay if city.required_pay is None else city.required_pay


def shown_pay(city: RankedCity, order: Order) -> int | None:
    """The pay that stands with a city in a list of that order."""
    if order is Order.STANDARD:
        return city.equal_standard
    return city.break_even_pay if order is Order.ENDS_MEET else leading_pay(city)


def pay_at_home(home: Home, own: RankedCity, order: Order) -> int | None:
    """What stands with home: the pay now; in a list of pays that make ends meet, that one."""
    return own.break_even_pay if order is Order.ENDS_MEET else home.pay


def province_of(place: Place) -> str:
    """The code of the province: the first two digits (GB/T 2260); a municipality is its own."""
    return f"{place.adcode[:2]}0000"


def _fits(city: RankedCity, wanted: Wanted) -> bool:
    place = city.place
    return (
        (wanted.named is None or place.adcode in wanted.named)
        and (wanted.tier is None or (place.tier or NO_TIER) == wanted.tier)
        and (wanted.province is None or province_of(place) == wanted.province)
        and (wanted.within_km is None or _is_within(city, wanted.within_km))
        and (wanted.most_rent_fen is None or _has_rent_up_to(city, wanted.most_rent_fen))
    )


def _is_within(city: RankedCity, km: int) -> bool:
    return city.distance_km is not None and city.distance_km <= km


def _has_rent_up_to(city: RankedCity, fen: int) -> bool:
    return city.rent is not None and city.rent <= fen


def _key(order: Order, home: Home) -> Callable[[RankedCity], Key]:
    if order is Order.NAME:
        return lambda city: (False, _spelled(city.place))
    values: dict[Order, Callable[[RankedCity], float | None]] = {
        **{order: _pay_by(order, home) for order in BY_PAY},
        Order.RENT: lambda city: city.rent,
        Order.DISTANCE: lambda city: city.distance_km,
        Order.LEFT: lambda city: None if city.money_left is None else -city.money_left,
    }
    value = values[order]
    return lambda city: _unknown_last(value(city))


def _pay_by(order: Order, home: Home) -> Callable[[RankedCity], float | None]:
    def pay(city: RankedCity) -> float | None:
        is_home = city.place.adcode == home.city
        return pay_at_home(home, city, order) if is_home else shown_pay(city, order)

    return pay


def _unknown_last(value: float | None) -> Key:
    return (value is None, 0 if value is None else value)


def _spelled(place: Place) -> str:
    """By pinyin in Chinese, by its name in English."""
    return language_text(en=place.name_en.casefold(), zh=place.pinyin)
