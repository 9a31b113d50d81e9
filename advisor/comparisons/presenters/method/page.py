"""Everything the method page shows, from the rules, conventions and constants that run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.comparisons import wording
from advisor.comparisons.compare_document import CompareDocument
from advisor.comparisons.evidence import HOME, Evidence
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.method.checks import (
    back_test_table,
    back_test_years_table,
    child_table,
    fit_table,
    living_table,
    rents_table,
)
from advisor.comparisons.presenters.method.conventions import (
    ConventionGroup,
    convention_groups,
    default_words,
)
from advisor.comparisons.presenters.method.findings import (
    back_test_sentences,
    check_sentence,
    fit_sentences,
)
from advisor.comparisons.presenters.method.income_tax import separate_bonus_until, tax_tables
from advisor.comparisons.presenters.method.tables import Table
from advisor.comparisons.presenters.method.uncertainty import uncertainty_table
from advisor.comparisons.presenters.method.verdicts import verdict_table
from advisor.engine.cautions import FAR_ABOVE
from advisor.engine.lowest_pay import HIGHEST_PAY
from advisor.engine.projection.chances import BAND, REPORTED_YEARS
from advisor.engine.projection.home_prices import FADE_YEARS
from advisor.engine.projection.sensitivity import MOST_SHOWN
from advisor.engine.projection.verdict import EDGE, UNFUNDED
from advisor.engine.reference import OLDEST_OWN_FIGURE_YEARS, Reference
from advisor.web.money import number, percent, yuan

FEN = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A check: what it came to, and its table."""

    sentence: str
    table: Table


@dataclass(frozen=True, kw_only=True, slots=True)
class MethodView:
    """`default` holds every convention in words by name, `number` the constants of the engine."""

    default: Mapping[str, str]
    number: Mapping[str, str]
    taxes: tuple[Table, ...]
    bonus_until: str
    drawn: Table
    verdicts: Table
    fit: Finding | None
    rents: Finding
    living: Finding
    living_home: str
    child: Finding
    back_test: Finding
    back_test_years: Table
    conventions: tuple[ConventionGroup, ...]
    edition: str
    on: str


def method_view(reference: Reference, found: Evidence, book: Book) -> MethodView:
    """The method as of the reference's date, in the active language."""
    return MethodView(
        default={name: default_words(name, book) for name in book.conventions},
        number=_numbers(book),
        taxes=tax_tables(reference, book),
        bonus_until=separate_bonus_until(reference),
        drawn=uncertainty_table(book),
        verdicts=verdict_table(),
        fit=fit_finding(found, book),
        rents=rents_finding(found, book),
        living=living_finding(found, book),
        living_home=book.place(HOME),
        child=child_finding(found, book),
        back_test=back_test_finding(found, reference, book),
        back_test_years=back_test_years_table(found.back_tests, book),
        conventions=convention_groups(book),
        edition=reference.edition,
        on=wording.period_words(reference.on.isoformat()),
    )


def fit_finding(found: Evidence, book: Book) -> Finding | None:
    """The fit of prices on rents; None where too few cities have both."""
    if found.fit is None:
        return None
    used = default_words("price_elasticity", book)
    return Finding(sentence=fit_sentences(found.fit, used), table=fit_table(found.fit, book))


def rents_finding(found: Evidence, book: Book) -> Finding:
    """Our rents beside a sample."""
    return Finding(sentence=check_sentence(found.rents), table=rents_table(found.rents, book))


def living_finding(found: Evidence, book: Book) -> Finding:
    """Our living beside local consumption."""
    return Finding(sentence=check_sentence(found.living), table=living_table(found.living, book))


def child_finding(found: Evidence, book: Book) -> Finding:
    """A child's share beside the published cost."""
    return Finding(sentence=check_sentence(found.child), table=child_table(found.child, book))


def back_test_finding(found: Evidence, reference: Reference, book: Book) -> Finding:
    """Whether ranges made from the past would have held."""
    return Finding(
        sentence=back_test_sentences(found.back_tests),
        table=back_test_table(found.back_tests, reference, book),
    )


def _numbers(book: Book) -> dict[str, str]:
    """The constants that the texts name."""
    fields = CompareDocument.model_fields
    low, _middle, high = BAND
    return {
        "horizon": str(fields["horizon_years"].default),
        "draws": number(fields["draws"].default),
        "band_low": percent(low, 0),
        "band_high": percent(high, 0),
        "years": ", ".join(str(year) for year in REPORTED_YEARS),
        "fade_years": str(FADE_YEARS),
        "oldest": str(OLDEST_OWN_FIGURE_YEARS),
        "edge": number(EDGE * 100),
        "unfunded": percent(UNFUNDED, 0),
        "levers": str(MOST_SHOWN),
        "thrice": percent(3 ** book.conventions["price_elasticity"].default - 1, 0),
        "far_above": number(FAR_ABOVE),
        "highest_pay": yuan(HIGHEST_PAY * FEN),
    }
