"""The ranking as a CSV file: plain numbers for a spreadsheet, nothing that it would compute."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.ranking.choosing import province_of
from advisor.comparisons.ranked import Ranked
from advisor.comparisons.wording.tiers import tier_word
from advisor.engine.ranking import RankedCity
from advisor.engine.rulebook import city_scheme

BYTE_ORDER_MARK = "\ufeff"  # Excel takes UTF-8 for what it is only with it
COMPUTED = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet would compute
RENT = "rent_m2"

type Cell = str | float | None


def ranking_csv(ranked: Ranked, cities: Iterable[RankedCity], book: Book) -> str:
    """These cities with every figure the ranking holds; an unknown one is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_columns(has_offer=ranked.offer is not None))
    for city in cities:
        writer.writerow(safe(cell) for cell in _cells(ranked, city, book))
    return BYTE_ORDER_MARK + text.getvalue()


def safe(cell: Cell) -> Cell:
    """The cell; text that a spreadsheet would compute is marked as text. Numbers are numbers."""
    if isinstance(cell, str) and cell.startswith(COMPUTED):
        return f"'{cell}"
    return cell


def _columns(*, has_offer: bool) -> list[str]:
    return [
        _("Code"),
        _("City"),
        _("Province"),
        _("Tier"),
        _("Band"),
        _("Pay for as much left, CNY gross a month"),
        _("Its error (standard deviation), CNY"),
        _("Pay needed over pay at home"),
        _("Equal-standard pay, CNY gross a month"),
        _("Break-even pay, CNY gross a month"),
        *([_("Left with the offer, CNY a month")] if has_offer else []),
        _("Rent, CNY a month"),
        _("Rent: period"),
        _("Rent: status"),
        _("Rent: source"),
        _("Contribution rules of"),
        _("Distance from home, km"),
        _("Edition"),
        _("Note"),
    ]


def _cells(ranked: Ranked, city: RankedCity, book: Book) -> Iterator[Cell]:
    place = city.place
    yield from (place.adcode, book.place(place.adcode), book.place(province_of(place)))
    yield from (tier_word(place.tier), city.band)
    yield from (_yuan(city.required_pay), _yuan(city.error), _rounded(city.ratio_to_home_pay, 4))
    yield from (_yuan(city.equal_standard), _yuan(city.break_even_pay))
    if ranked.offer is not None:
        yield _yuan(city.money_left)
    rent = ranked.reference.newest(place.adcode, RENT)
    yield _yuan(city.rent)
    yield from ("", "", "") if rent is None else (rent.period, rent.status, rent.source)
    yield city_scheme(ranked.reference, place.adcode).rung.value
    yield from (_rounded(city.distance_km, 0), ranked.reference.edition)
    yield _note(ranked, city, book)


def _note(ranked: Ranked, city: RankedCity, book: Book) -> str:
    if city.place.adcode == ranked.household.home:
        return _("home")
    return "" if city.unknown is None else book.say(city.unknown)


def _yuan(fen: int | None) -> Cell:
    """Yuan, as a number with its fen only where it has any."""
    if fen is None:
        return None
    return fen // 100 if fen % 100 == 0 else fen / 100


def _rounded(value: float | None, decimals: int) -> Cell:
    return None if value is None else round(value, decimals or None)
