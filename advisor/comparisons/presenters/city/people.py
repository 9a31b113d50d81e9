"""Population and how it moves: series are kept apart, each figure with its own source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.city.rows import Row, not_known, own, row, table
from advisor.comparisons.presenters.city.section import Section
from advisor.comparisons.presenters.city.trends import change_words, trends
from advisor.comparisons.presenters.method.tables import Table
from advisor.comparisons.presenters.trails import figure_view
from advisor.engine.reference import Level, Reference

CENSUS, REGISTERED = "population_census", "population_registered"
FIRST, RESTATED = "population_year_end_first_published", "population_year_end_restated"
SERIES = (
    *(CENSUS, "population_census_comparable", "population_year_end", FIRST, RESTATED),
    *("population_change_first_published", "net_migration", REGISTERED),
    *("population_registered_urban_districts", "share_age_60_plus"),
)
OF_RESIDENTS = (CENSUS, "population_year_end", RESTATED)


def people_section(reference: Reference, city: str, book: Book) -> Section:
    """The city's own series, then those of its province and region."""
    places = [place.adcode for place in reference.chain(city) if place.level is not Level.NATION]
    tables = [one for place in places if (one := _table(reference, place, book)).rows]
    has_own = any(reference.newest(city, series) for series in SERIES)
    lacking = [] if has_own else [_("figures of its own on population")]
    return Section(
        key="people",
        title=_("People"),
        tables=tuple(tables),
        trends=tuple(one for place in places for one in trends(reference, place, SERIES, book)),
        notes=tuple(_notes(reference, places, book)),
        missing=not_known(lacking),
    )


def _table(reference: Reference, place: str, book: Book) -> Table:
    caption = _("People of {place}").format(place=book.place(place))
    return table(f"people-{place}", caption, _rows(reference, place, book))


def _rows(reference: Reference, place: str, book: Book) -> Iterator[Row]:
    """Series by series, from the oldest on, with the change against the figure before."""
    for series in SERIES:
        seen = reference.series.get((place, series), ())
        unit = book.indicators[series].unit
        for before, one in pairwise((None, *seen)):
            if one is None:
                continue
            is_count = before is not None and unit == "persons"
            change = change_words(before, one) if before is not None and is_count else ""
            yield row(figure_view(own(one), book), said=[change.rstrip(".。")] if change else [])


def _notes(reference: Reference, places: list[str], book: Book) -> Iterator[str]:
    """What the figures say in a sentence, and which of them must not be set side by side."""
    for place in places:
        counts = reference.series.get((place, CENSUS), ())
        if len(counts) > 1:
            yield _("{place}, by the censuses: {change}").format(
                place=book.place(place), change=change_words(counts[0], counts[-1])
            )
    kinds = {series for place in places for series in SERIES if reference.newest(place, series)}
    if kinds & {FIRST, RESTATED}:
        yield _(
            "Figures as first published and figures restated after the census of 2020 are two"
            " series: a step from one to the other is no movement of people."
        )
    if REGISTERED in kinds and kinds & set(OF_RESIDENTS):
        yield _(
            "Registered people are those whose household registration is there, wherever they"
            " live; they are not to be set beside residents."
        )
