"""Series of a place over time: the line, a sentence that says what it did, the table."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.city.rows import about, own
from advisor.comparisons.presenters.city.section import Trend
from advisor.comparisons.presenters.method.tables import Table, figure, sourced, text
from advisor.comparisons.presenters.trails import figure_view
from advisor.engine.reference import Observation, Reference
from advisor.web.charts.sparkline import Point, sparkline
from advisor.web.money import percent

FEWEST = 3  # figures that make a trend
SAME = 0.0005  # a change below that share is none
MONTHS = 12


def trends(
    reference: Reference, place: str, indicators: Sequence[str], book: Book
) -> tuple[Trend, ...]:
    """The trends of the place's own series that have enough figures."""
    found = (trend(reference, place, indicator, book) for indicator in indicators)
    return tuple(one for one in found if one is not None)


def trend(reference: Reference, place: str, indicator: str, book: Book) -> Trend | None:
    """How the place's own figures went; None where they are too few."""
    seen = reference.series.get((place, indicator), ())
    if len(seen) < FEWEST:
        return None
    name = _("{label}, {place}").format(label=book.indicator(indicator), place=book.place(place))
    first, last = seen[0], seen[-1]
    unit = book.indicators[indicator].unit
    chart = sparkline(
        name=name,
        summary=change_words(first, last),
        points=[Point(year=year_of(one.period), value=one.value) for one in seen],
        first=_end(first, unit),
        last=_end(last, unit),
    )
    return Trend(chart=chart, table=_table(seen, name, book))


def change_words(first: Observation, last: Observation) -> str:
    """From when to when, and by which share more or less; not where the sign changes."""
    since, until = (wording.period_words(one.period) for one in (first, last))
    if first.value <= 0:
        return _("From {first} to {last}.").format(first=since, last=until)
    change = last.value / first.value - 1
    if abs(change) < SAME:
        said = _("From {first} to {last}: hardly any change.")
    elif change > 0:
        said = _("From {first} to {last}: {change} more.")
    else:
        said = _("From {first} to {last}: {change} less.")
    return said.format(first=since, last=until, change=percent(abs(change)))


def year_of(period: str) -> float:
    """The time of a year or a month in years."""
    year, _dash, month = period.partition("-")
    return int(year) + (int(month) - 1) / MONTHS if month else float(year)


def _end(seen: Observation, unit: str) -> str:
    period, amount = wording.period_words(seen.period), wording.unit_amount(seen.value, unit)
    return _("{period}: {amount}").format(period=period, amount=amount)


def _table(seen: Sequence[Observation], name: str, book: Book) -> Table:
    """Newest first; of a monthly series the last figure of each year."""
    of_year = {one.period[:4]: one for one in seen}
    views = (figure_view(own(one), book) for one in reversed(of_year.values()))
    return Table(
        key=f"{seen[0].indicator}-{seen[0].place}".replace("_", "-"),
        caption=name,
        head=(_("Period"), _("How much"), _("Status, source")),
        rows=tuple(
            (text(one.period), figure(one.value), sourced(one.source, said=about(one)[1:]))
            for one in views
        ),
    )
