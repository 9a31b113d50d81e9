"""A city's page ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.city.days import days_section
from advisor.comparisons.presenters.city.homes import homes_section, rents_section
from advisor.comparisons.presenters.city.living import living_section
from advisor.comparisons.presenters.city.nearby import OtherCity, neighbours, similar
from advisor.comparisons.presenters.city.pay import pay_section
from advisor.comparisons.presenters.city.people import people_section
from advisor.comparisons.presenters.city.rules import rules_section, settlement_section
from advisor.comparisons.presenters.city.section import Section
from advisor.comparisons.presenters.trails import FigureView, figure_view
from advisor.comparisons.wording.tiers import tier_word
from advisor.engine.reference import Figure, Level, Place, Reference

IN_SHORT = (
    ("pay", "nonprivate_avg_wage"),
    ("pay", "private_avg_wage"),
    ("homes", "home_price_m2"),
    ("rents", "rent_m2"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class InShort:
    """A figure that leads to its section; None where it is not known."""

    section: str
    label: str
    figure: FigureView | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CityView:
    """`other_name` is the name in the other language, `where` what the city lies in."""

    adcode: str
    slug: str
    name: str
    other_name: str
    other_language: str
    where: str
    tier: str
    in_short: tuple[InShort, ...]
    sections: tuple[Section, ...]
    neighbours: tuple[OtherCity, ...]
    similar: tuple[OtherCity, ...]
    edition: str
    on: str


def city_view(reference: Reference, city: str, book: Book) -> CityView:
    """All that is known of the city. Raises NoRuleYetError on a day before all pay rules."""
    place = reference.places[city]
    return CityView(
        adcode=city,
        slug=place.slug,
        name=book.place(city),
        other_name=wording.language_text(en=place.name_zh, zh=place.name_en),
        other_language=wording.language_text(en="zh-Hans", zh="en"),
        where=_where(reference, place, book),
        tier=tier_word(place.tier),
        in_short=tuple(_in_short(reference, city, *one, book) for one in IN_SHORT),
        sections=tuple(
            section(reference, city, book)
            for section in (
                *(pay_section, homes_section, rents_section, living_section),
                *(rules_section, people_section, days_section, settlement_section),
            )
        ),
        neighbours=neighbours(reference, city, book),
        similar=similar(reference, city, book),
        edition=reference.edition,
        on=wording.period_words(reference.on.isoformat()),
    )


def _where(reference: Reference, place: Place, book: Book) -> str:
    """The province; the region of a municipality, which is its own province."""
    above = [one for one in reference.chain(place.adcode) if one.adcode != place.adcode]
    return book.place(above[0].adcode) if above and above[0].level is not Level.NATION else ""


def _in_short(reference: Reference, city: str, section: str, indicator: str, book: Book) -> InShort:
    seen: Figure | None = reference.figure(city, indicator)
    return InShort(
        section=section,
        label=book.indicator(indicator),
        figure=None if seen is None else figure_view(seen, book),
    )
