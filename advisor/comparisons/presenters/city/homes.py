"""Home prices with their quantiles and trend, rents by size, and districts where they are known."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.city.rows import (
    Row,
    Rows,
    figure_rows,
    not_known,
    of_place,
    own,
    own_figure,
    row,
    table,
)
from advisor.comparisons.presenters.city.section import Section
from advisor.comparisons.presenters.city.trends import trends
from advisor.comparisons.presenters.trails import figure_view
from advisor.engine.reference import Level, Reference
from advisor.web.money import percent

PRICES = ("home_price_m2", "home_price_m2_mean")
MOVES = ("hpi_secondhand_change_1y", "hpi_secondhand_change_5y", "hpi_secondhand_drawdown")
NEW_MOVES = ("hpi_new_change_1y", "hpi_new_change_5y", "hpi_new_drawdown")
INDICES = ("hpi_secondhand", "hpi_new")
RENTS = ("rent_m2", "rent_m2_listing", "rent_m2_sample")
BY_SIZE = {
    "rent_one_bed": "area_one_bed",
    "rent_two_bed": "area_two_bed",
    "rent_three_bed": "area_three_bed",
}
OF_DISTRICTS = ("home_price_m2", "home_price_m2_mean", "rent_m2", "rent_listing_mean")


def homes_section(reference: Reference, city: str, book: Book) -> Section:
    """Asking prices, how the official index moved, and the districts."""
    prices = figure_rows(reference, city, PRICES, book, own=True)
    moves = figure_rows(reference, city, (*MOVES, *NEW_MOVES), book, own=True)
    lacking = list(prices.missing)
    if not moves.found:
        lacking.append(_("movement of home prices (the official index covers 70 cities)"))
    return Section(
        key="homes",
        title=_("What homes cost"),
        tables=(
            table(
                "home-prices", of_place(_("Home prices"), city, book), prices.found + moves.found
            ),
        ),
        trends=trends(reference, city, INDICES, book),
        notes=(
            _("Prices are asking prices; what is paid in the end is published nowhere."),
            *_moves_elsewhere(reference, city, book),
        ),
        missing=not_known(lacking),
    )


def rents_section(reference: Reference, city: str, book: Book) -> Section:
    """Rents a m², by size, and by district."""
    rents = figure_rows(reference, city, RENTS, book, own=True)
    districts = tuple(_district_rows(reference, city, book))
    return Section(
        key="rents",
        title=_("What rents cost"),
        tables=(
            table(
                "rents-table",
                of_place(_("Rents"), city, book),
                _by_size(reference, city, book).found + rents.found,
            ),
        ),
        missing=not_known(rents.missing[:1]),
        more_title=_("Districts: home prices and rents") if districts else "",
        more=(table("districts", _("Home prices and rents by district"), districts),)
        if districts
        else (),
    )


def _by_size(reference: Reference, city: str, book: Book) -> Rows:
    """Rents of flats as measured, else the rent a m² times the area we take for such a flat."""
    found = []
    per_m2 = own_figure(reference, city, "rent_m2")
    for indicator, area_name in BY_SIZE.items():
        measured = own_figure(reference, city, indicator)
        area = book.conventions[area_name].default
        if measured is not None:
            found.append(row(figure_view(measured, book)))
        elif per_m2 is not None:
            view = figure_view(per_m2, book)
            size = wording.unit_amount(area, "m2")
            found.append(
                row(
                    view,
                    label=book.indicator(indicator),
                    value=wording.unit_amount(round(per_m2.value * area), "CNY/month"),
                    said=[_("rent per m² × {area}, the area we take").format(area=size)],
                )
            )
    return Rows(found=tuple(found), missing=())


def _district_rows(reference: Reference, city: str, book: Book) -> Iterator[Row]:
    for place in reference.places.values():
        if place.level is not Level.DISTRICT or place.parent != city:
            continue
        for indicator in OF_DISTRICTS:
            seen = reference.newest(place.adcode, indicator)
            if seen is not None:
                view = figure_view(own(seen), book)
                name = _("{label}, {place}").format(
                    label=view.label, place=wording.place_name(place)
                )
                yield row(view, label=name)


def _moves_elsewhere(reference: Reference, city: str, book: Book) -> Iterator[str]:
    """How prices moved in the places that stand in for the city's movement, by name."""
    for one in reference.rule_files.get("stand_ins", {}).get("stand_ins", ()):
        if one["adcode"] != city or not MOVES[0].startswith(one["indicator_prefix"]):
            continue
        seen = [(place, reference.newest(place, MOVES[0])) for place in one["use_adcodes"]]
        moves = [
            f"{book.place(place)} {percent(found.value)} ({wording.period_words(found.period)})"
            for place, found in seen
            if found is not None
        ]
        yield _("Second-hand prices in one year where they are measured: {moves}. {why}.").format(
            moves=_("; ").join(moves),
            why=wording.language_text(en=one["reason"], zh=one.get("reason_zh") or one["reason"]),
        )
