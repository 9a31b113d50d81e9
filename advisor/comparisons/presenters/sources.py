"""The sources that an answer rests on, each once."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.trails import SourceLink, source_link
from advisor.engine.result import Comparison, Picture


def sources_used(comparison: Comparison, book: Book) -> tuple[SourceLink, ...]:
    """Every source named by a line, rule, fact or expected pay, by publisher and title."""
    ids = set(_ids(comparison))
    links = (source_link(one, book) for one in ids)
    return tuple(sorted(links, key=lambda link: (link.publisher, link.title, link.id)))


def _ids(comparison: Comparison) -> Iterator[str]:
    yield from (rule.source for rule in comparison.rules)
    yield from _of_picture(comparison.home)
    for prospect in comparison.destinations:
        yield from _of_picture(prospect.picture)
        yield from (fact.source for fact in prospect.facts)
        for expected in prospect.typical_pay:
            yield from (figure.observation.source for figure in expected.figures)


def _of_picture(picture: Picture) -> Iterator[str]:
    for line in picture.lines:
        yield from (figure.observation.source for figure in line.figures)
        yield from (rule.source for rule in line.rules)
