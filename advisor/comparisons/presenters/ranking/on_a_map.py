"""The cities of the list as dots: by quarters of the whole ranking, so that filters move none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import quantiles

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.ranking.choosing import (
    Home,
    Order,
    pay_at_home,
    shown_pay,
)
from advisor.engine.ranking import RankedCity
from advisor.engine.reference import Place
from advisor.web.charts.dot_map import (
    Dot,
    DotClass,
    DotMap,
    MapLabel,
    dot_class,
    dot_map,
    map_label,
)
from advisor.web.money import yuan, yuan_range

QUARTERS = 4
NAMED = ("110000", "310000", "440300", "510100", "650100")  # to find one's way on the map


def cities_on_a_map(
    all_cities: Sequence[RankedCity],
    wanted: Sequence[RankedCity],
    home: Home,
    book: Book,
    *,
    order: Order,
) -> DotMap:
    """The cities wanted, each in its quarter of all cities by the pay shown."""
    pays = {city.place.adcode: _pay(city, home, order) for city in all_cities}
    known = [pay for pay in pays.values() if pay is not None]
    edges = quantiles(known, n=QUARTERS) if len(known) > QUARTERS else []
    return dot_map(
        name=_("Cities on a map, by pay"),
        summary=_summary(wanted, pays, book),
        classes=_classes(wanted, pays, [round(edge) for edge in edges]),
        labels=_labels(wanted, home, book),
    )


def _pay(city: RankedCity, home: Home, order: Order) -> int | None:
    if city.place.adcode == home.city:
        return pay_at_home(home, city, order)
    return shown_pay(city, order)


def _classes(
    wanted: Sequence[RankedCity], pays: dict[str, int | None], edges: Sequence[int]
) -> Iterator[DotClass]:
    """Unknown first, then from the quarter that needs least to the one that needs most."""
    dots: dict[str, list[Dot]] = {}
    for city in wanted:
        pay, dot = pays[city.place.adcode], _dot(city.place)
        key = "unknown" if pay is None else str(sum(pay > edge for edge in edges) + 1)
        if dot is not None:
            dots.setdefault(key, []).append(dot)
    for key in ("unknown", *(str(number) for number in range(1, QUARTERS + 1))):
        if key in dots:
            yield dot_class(key, _label(key, edges), dots[key])


def _label(key: str, edges: Sequence[int]) -> str:
    if key == "unknown":
        return _("not known")
    quarter = int(key)
    if quarter == 1:
        return _("up to {amount}").format(amount=yuan(edges[0])) if edges else _("known")
    if quarter == QUARTERS:
        return _("above {amount}").format(amount=yuan(edges[-1]))
    return yuan_range(edges[quarter - 2], edges[quarter - 1])


def _summary(wanted: Sequence[RankedCity], pays: dict[str, int | None], book: Book) -> str:
    """Where least and most is needed among the cities on the map."""
    known = [(pay, city.place.adcode) for city in wanted if (pay := pays[city.place.adcode])]
    if not known:
        return _("For none of these cities the pay is known.")
    (least, one), (most, other) = min(known), max(known)
    return _(
        "Of {count} cities {low_city} takes least, {least} gross a month, and {high_city} most,"
        " {most}. The same cities stand in the table."
    ).format(
        count=len(wanted),
        low_city=book.place(one),
        least=yuan(least),
        high_city=book.place(other),
        most=yuan(most),
    )


def _labels(wanted: Sequence[RankedCity], home: Home, book: Book) -> Iterator[MapLabel]:
    for city in wanted:
        code, dot = city.place.adcode, _dot(city.place)
        if dot is not None and code in (home.city, *NAMED):
            yield map_label(book.place(code), dot, is_home=code == home.city)


def _dot(place: Place) -> Dot | None:
    return None if place.lat is None or place.lon is None else Dot(lat=place.lat, lon=place.lon)
