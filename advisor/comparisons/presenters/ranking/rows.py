"""The rows of the ranking, in bands of cities that our figures can't tell apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.ranking.choosing import (
    Home,
    Order,
    leading_pay,
    pay_at_home,
    province_of,
    shown_pay,
)
from advisor.comparisons.wording import unit_amount
from advisor.comparisons.wording.tiers import tier_word
from advisor.engine.ranking import RankedCity
from advisor.web.charts.scale import Scale
from advisor.web.charts.spots import Spot, spot, spot_scale
from advisor.web.money import percent, whole_yuan, yuan, yuan_range


@dataclass(frozen=True, kw_only=True, slots=True)
class CityRow:
    """One city. An empty text is a figure that does not exist; `reason` says why pay is unknown."""

    city: str
    slug: str
    name: str
    province: str
    tier: str
    is_home: bool
    needed: str
    error: str
    share: str
    spot: Spot | None
    rent: str
    distance: str
    band: str
    left: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BandRows:
    """Cities that stand together. `title` is empty where the order makes no bands."""

    title: str
    rows: tuple[CityRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Spread:
    """Over which amounts all cities lie: the scale of the spots, and the bands by number."""

    scale: Scale
    bands: dict[int, str]


def spread(cities: Sequence[RankedCity], home: Home, order: Order) -> Spread | None:
    """The scale and the bands of the whole ranking; None where no pay is known at all."""
    ends = [end for city in cities for end in _ends(city, order)]
    if not ends:
        return None
    return Spread(scale=spot_scale([*ends, home.pay]), bands=_bands(cities))


def in_bands(
    cities: Iterable[RankedCity], home: Home, over: Spread | None, book: Book, *, order: Order
) -> tuple[BandRows, ...]:
    """The rows of these cities; under the titles of their bands where they are ordered by pay."""
    rows = [(city, _row(city, home, over, book, order)) for city in cities]
    if order is not Order.PAY or over is None:
        return (BandRows(title="", rows=tuple(row for _, row in rows)),) if rows else ()
    titled = _titled(rows, home, over)
    return tuple(
        BandRows(title=title, rows=tuple(row for _, row in group))
        for title, group in groupby(titled, key=lambda pair: pair[0])
    )


def _titled(
    rows: Iterable[tuple[RankedCity, CityRow]], home: Home, over: Spread
) -> Iterator[tuple[str, CityRow]]:
    """Home stands in the band of the city before it: it needs no pay of its own."""
    title = over.bands[1]
    for city, row in rows:
        if city.place.adcode != home.city:
            title = _("Not ranked") if city.band is None else over.bands[city.band]
        yield title, row


def _bands(cities: Iterable[RankedCity]) -> dict[int, str]:
    """What each band is called: its number, its amounts, how many cities it holds."""
    amounts: dict[int, list[int]] = {}
    for city in cities:
        pay = leading_pay(city)
        if city.band is not None and pay is not None:
            amounts.setdefault(city.band, []).append(pay)
    counts = Counter({band: len(found) for band, found in amounts.items()})
    return {
        band: ngettext(
            "Band {band}: {pay}, {count} city", "Band {band}: {pay}, {count} cities", counts[band]
        ).format(band=band, pay=_from_to(found), count=counts[band])
        for band, found in amounts.items()
    }


def _from_to(amounts: Sequence[int]) -> str:
    low, high = min(amounts), max(amounts)
    return yuan(low) if whole_yuan(low) == whole_yuan(high) else yuan_range(low, high)


def _ends(city: RankedCity, order: Order) -> Iterator[int]:
    pay, error = shown_pay(city, order), _error(city, order)
    if pay is not None:
        yield from (pay - error, pay + error)


def _error(city: RankedCity, order: Order) -> int:
    """One standard deviation of the pay shown; it is worked out for the pay needed alone."""
    return 0 if order in (Order.STANDARD, Order.ENDS_MEET) else city.error or 0


def _row(city: RankedCity, home: Home, over: Spread | None, book: Book, order: Order) -> CityRow:
    place = city.place
    is_home = place.adcode == home.city
    pay = pay_at_home(home, city, order) if is_home else shown_pay(city, order)
    error = 0 if is_home or pay is None else _error(city, order)
    return CityRow(
        city=place.adcode,
        slug=place.slug,
        name=book.place(place.adcode),
        province=book.place(province_of(place)),
        tier=tier_word(place.tier),
        is_home=is_home,
        needed="" if pay is None else whole_yuan(pay),
        error=whole_yuan(error) if error else "",
        share="" if pay is None or not home.pay else percent(pay / home.pay, 0),
        spot=None if is_home or pay is None else _spot(pay, error, home, over),
        rent="" if city.rent is None else whole_yuan(city.rent),
        distance="" if city.distance_km is None else unit_amount(round(city.distance_km), "km"),
        band="" if city.band is None else str(city.band),
        left="" if city.money_left is None else whole_yuan(city.money_left),
        reason="" if is_home or pay is not None else _reason(city, book),
    )


def _spot(pay: int, error: int, home: Home, over: Spread | None) -> Spot | None:
    return None if over is None else spot(over.scale, pay, error, home.pay)


def _reason(city: RankedCity, book: Book) -> str:
    if city.unknown is not None:
        return book.say(city.unknown)
    return _("A figure that it takes is unknown.")
