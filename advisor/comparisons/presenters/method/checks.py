"""Tables of the checks, however they come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.method.tables import Cell, Table, figure, sourced, text
from advisor.comparisons.presenters.trails import source_link
from advisor.engine.backtest import BackTest
from advisor.engine.checks import Check
from advisor.engine.price_fit import PriceFit
from advisor.engine.reference import Reference
from advisor.web.money import percent

MOST_SOURCES = 4
NONE = "–"


def fit_table(fit: PriceFit, book: Book) -> Table:
    """How far the fit without a city misses it."""
    return Table(
        key="fit-misses",
        caption=_("How far the fit without a city misses its price level"),
        head=(_("City"), _("Real price level against the fit")),
        rows=tuple(
            (text(book.place(city)), figure(_signed_share(miss)))
            for city, miss in sorted(fit.leave_one_out.items(), key=lambda pair: pair[1])
        ),
    )


def rents_table(checks: Sequence[Check], book: Book) -> Table:
    """Our rents a m² beside an independent sample."""
    head = (_("Ours, CNY per m²"), _("Sample, CNY per m²"))
    return _checks("rents-beside-samples", _("Our rents beside a sample"), head, checks, book, 1)


def living_table(checks: Sequence[Check], book: Book) -> Table:
    """The home's life at local prices beside what locals spend."""
    head = (_("Same life there, CNY"), _("Locals spend, CNY"))
    caption = _("Our living beside local consumption, a head and month")
    return _checks("living-beside-consumption", caption, head, checks, book, 0)


def child_table(checks: Sequence[Check], book: Book) -> Table:
    """A child's share in living beside the published cost of raising one."""
    head = (_("Share in living, CNY"), _("Published cost, CNY"))
    caption = _("A child in our living beside the published cost of raising one, a month")
    return _checks("child-beside-published", caption, head, checks, book, 0)


def back_test_table(tests: Sequence[BackTest], reference: Reference, book: Book) -> Table:
    """How many later years lay inside the band, by series and last year known."""
    return Table(
        key="back-test-table",
        caption=_("Later years inside the range meant to hold 8 in 10"),
        head=(
            _("Series"),
            _("Known to the end of"),
            _("Places"),
            _("Later years"),
            _("Inside"),
            _("Below"),
            _("Above"),
            _("Share inside"),
            _("Too short a past"),
        ),
        rows=tuple(_back_test(test, book) for test in tests),
        origin=_origin({test.indicator for test in tests}, reference, book),
    )


def back_test_years_table(tests: Sequence[BackTest], book: Book) -> Table:
    """The same by the year looked at: inside of counted."""
    years = sorted({year for test in tests for year in test.by_year})
    return Table(
        key="back-test-years",
        caption=_("Inside the range, of those looked at, by year"),
        head=(_("Series"), _("Known to the end of"), *map(str, years)),
        rows=tuple(
            (
                text(book.indicator(test.indicator)),
                figure(str(test.cut)),
                *(figure(_of(test, year)) for year in years),
            )
            for test in tests
            if test.by_year
        ),
    )


def _back_test(test: BackTest, book: Book) -> tuple[Cell, ...]:
    counts = (test.series, test.years, test.inside, test.below, test.above)
    share = NONE if test.share is None else percent(test.share, 0)
    return (
        text(book.indicator(test.indicator)),
        figure(str(test.cut)),
        *(figure(str(count)) for count in counts),
        figure(share),
        figure(str(test.too_short)),
    )


def _origin(indicators: Collection[str], reference: Reference, book: Book) -> Cell:
    """The sources that most figures of the series come from."""
    used = Counter(
        row.source
        for (_place, name), rows in reference.series.items()
        if name in indicators
        for row in rows
    )
    most = [source_link(one, book) for one, _count in used.most_common(MOST_SOURCES)]
    others = len(used) - len(most)
    said = _("The most used of {count} sources").format(count=len(used))
    return sourced(*most, said=[said] if others > 0 else [])


def _of(test: BackTest, year: int) -> str:
    inside, counted = test.by_year.get(year, (0, 0))
    return _("{inside} of {counted}").format(inside=inside, counted=counted)


def _checks(
    key: str,
    caption: str,
    head: tuple[str, str],
    checks: Sequence[Check],
    book: Book,
    decimals: int,
) -> Table:
    return Table(
        key=key,
        caption=caption,
        head=(_("Place"), *head, _("Ours over theirs"), _("Period, source")),
        rows=tuple(
            (
                text(book.place(one.place)),
                figure(f"{one.ours:,.{decimals}f}"),
                figure(f"{one.theirs:,.{decimals}f}"),
                figure(f"{one.ratio:.2f}"),
                sourced(source_link(one.source, book), said=(wording.period_words(one.period),)),
            )
            for one in checks
        ),
    )


def _signed_share(miss: float) -> str:
    sign = "+" if miss > 0 else ""
    return f"{sign}{percent(miss)}"
