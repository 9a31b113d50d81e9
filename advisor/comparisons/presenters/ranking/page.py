"""The ranking page ready to be shown: for whom, what was assumed, the cities of one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.late import LateFigure, late_series
from advisor.comparisons.presenters.ranking.choosing import Home, Order
from advisor.comparisons.presenters.ranking.on_a_map import cities_on_a_map
from advisor.comparisons.presenters.ranking.rows import BandRows, in_bands, spread
from advisor.comparisons.presenters.trails import SourceLink, source_link
from advisor.comparisons.ranked import Ranked
from advisor.comparisons.wording import joined
from advisor.comparisons.wording.codes import CODES
from advisor.engine.consumption import consumption
from advisor.engine.household import AwayHousing, FlatKind
from advisor.engine.housing import default_flat
from advisor.engine.ranking import RankedCity
from advisor.engine.reference import Level, Rung
from advisor.engine.rulebook import city_scheme
from advisor.engine.trail import Gap
from advisor.web.charts.dot_map import DotMap
from advisor.web.money import number, yuan

RENT, ELASTICITY = "rent_m2", "price_elasticity"
MOST_NAMED = 12
SAID_BY_THE_INTRO = "note.home_in_deficit"


@dataclass(frozen=True, kw_only=True, slots=True)
class RankingView:
    """`by_break_even` says that the pay shown makes ends meet: at home there is a deficit."""

    home: str
    home_left: str
    intro: str
    notes: tuple[str, ...]
    bands: tuple[BandRows, ...]
    by_break_even: bool
    pay_title: str
    map: DotMap
    has_bands: bool
    offer: str
    cities: int
    unranked: int
    without_own_rules: int
    left_out: str
    sources: tuple[SourceLink, ...]
    rules_year: int
    edition: str
    on: str
    late: tuple[LateFigure, ...] = ()


def home_of(ranked: Ranked) -> Home:
    """The city lived in and the pay there of the earner that the ranking is about."""
    return Home(city=ranked.household.home, pay=ranked.ranking.home_pay)


def ranking_view(
    ranked: Ranked,
    shown: Sequence[RankedCity],
    *,
    wanted: Sequence[RankedCity],
    order: Order,
    tier_lists: Iterable[str],
    book: Book,
    is_example: bool,
) -> RankingView:
    """The page of the cities shown, which are some of those wanted. `tier_lists` are sources."""
    found, home = ranked.ranking, home_of(ranked)
    left = found.home_money_left
    in_deficit = left is not None and left < 0
    return RankingView(
        home=book.place(home.city),
        home_left="" if left is None else yuan(left),
        intro=_intro(ranked, book, is_example=is_example),
        notes=_notes(ranked, book),
        bands=in_bands(shown, home, spread(found.cities, home, order), book, order=order),
        by_break_even=in_deficit,
        pay_title=_pay_title(order, in_deficit=in_deficit),
        map=cities_on_a_map(found.cities, wanted, home, book, order=order),
        has_bands=order is Order.PAY,
        offer=_offer(ranked, book),
        cities=len(found.cities),
        unranked=sum(city.band is None and city.place.adcode != home.city for city in found.cities),
        without_own_rules=_without_own_rules(ranked),
        left_out=_left_out(ranked, book),
        sources=_sources(ranked, tier_lists, book),
        rules_year=ranked.household.on.year,
        edition=ranked.reference.edition,
        on=wording.period_words(ranked.household.on.isoformat()),
        late=late_series(ranked.reference, (RENT,), book),
    )


def _pay_title(order: Order, *, in_deficit: bool) -> str:
    if order is Order.STANDARD:
        return _("Gross pay for the same standard")
    if in_deficit or order is Order.ENDS_MEET:
        return _("Pay that makes ends meet")
    return _("Gross pay needed")


def _intro(ranked: Ranked, book: Book, *, is_example: bool) -> str:
    """Who the list is about, and what stands beside each city."""
    said = (
        _("Somebody rents in {home} and is paid {pay} gross a month.")
        if is_example
        else _("You live in {home} and are paid {pay} gross a month.")
    )
    home = home_of(ranked)
    return joined(
        (said.format(home=book.place(home.city), pay=yuan(home.pay)), _beside_each(ranked))
    )


def _beside_each(ranked: Ranked) -> str:
    left, flat = ranked.ranking.home_money_left, _flat_words(ranked)
    if left is None:
        return ""
    if left < 0:
        return _(
            "At home more goes out than comes in, so each city stands with the lowest gross pay"
            " that makes ends meet there, renting {flat}."
        ).format(flat=flat)
    return _(
        "After all costs {left} is left. Each city stands with the lowest gross pay that leaves as"
        " much there, living in the same way and renting {flat}."
    ).format(left=yuan(left), flat=flat)


def _flat_words(ranked: Ranked) -> str:
    """The home that everybody would rent there, in words."""
    children = [child for child in ranked.household.children if child.moves]
    housing = ranked.like or AwayHousing(kind=default_flat(children))
    if housing.kind is FlatKind.AREA and housing.area_m2:
        return _("a flat of {area} m²").format(area=number(housing.area_m2))
    words = CODES["kind"]
    return _(words[housing.kind.value])


def _notes(ranked: Ranked, book: Book) -> tuple[str, ...]:
    notes = [book.say(note) for note in ranked.ranking.notes if note.code != SAID_BY_THE_INTRO]
    if ranked.drops_own_rent:
        notes.append(
            _(
                "The rent that you typed is not used here: all cities are ranked by our figure for"
                " the same kind of home."
            )
        )
    return tuple(notes)


def _offer(ranked: Ranked, book: Book) -> str:
    """The pay that is applied everywhere, and where it was offered; empty without an offer."""
    if ranked.offer is None:
        return ""
    return _("{pay} gross a month, as offered in {city}").format(
        pay=yuan(ranked.offer.offer.gross_fen), city=book.place(ranked.offer.city)
    )


def _without_own_rules(ranked: Ranked) -> int:
    """For how many cities the contribution rules of their province stand in."""
    schemes = (city_scheme(ranked.reference, city.place.adcode) for city in ranked.ranking.cities)
    return sum(scheme.rung is not Rung.OWN for scheme in schemes)


def _left_out(ranked: Ranked, book: Book) -> str:
    """Cities that the ranking does not hold, because they have no pay rules on its date."""
    held = {city.place.adcode for city in ranked.ranking.cities}
    places = ranked.reference.places.values()
    names = [
        book.place(place.adcode)
        for place in places
        if place.level is Level.CITY and place.adcode not in held
    ]
    named = _(", ").join(names[:MOST_NAMED])
    others = len(names) - MOST_NAMED
    if others <= 0:
        return named
    return _("{names} and {count} more").format(names=named, count=others)


def _sources(ranked: Ranked, tier_lists: Iterable[str], book: Book) -> tuple[SourceLink, ...]:
    """Where rents, spending at home, the way prices follow rents, and tiers come from."""
    rents = (ranked.reference.newest(city.place.adcode, RENT) for city in ranked.ranking.cities)
    ids = {row.source for row in rents if row is not None}
    spending = consumption(ranked.reference, ranked.household.home)
    if not isinstance(spending, Gap):
        ids |= {figure.observation.source for figure in spending.figures}
    ids |= {book.conventions[ELASTICITY].source, *tier_lists}
    links = (source_link(one, book) for one in ids if one in book.sources)
    return tuple(sorted(links, key=lambda link: (link.publisher, link.title)))
