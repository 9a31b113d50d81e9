"""The checks and the back-test as a document (Markdown), as the method page prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from advisor.comparisons.evidence import Evidence
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.method.checks import back_test_years_table
from advisor.comparisons.presenters.method.page import (
    back_test_finding,
    child_finding,
    fit_finding,
    living_finding,
    rents_finding,
)
from advisor.comparisons.presenters.method.tables import Cell, Table
from advisor.engine.reference import Reference

INTRO = """\
# Method: checks and back-test

How everything is worked out stands on the page `/method/`, made from the running rules and
conventions. This file holds what the model comes to when it is held against figures it does not
use. It is the output of `manage.py method_document` on the bundled edition; a test compares both.
"""


def method_document(reference: Reference, found: Evidence, book: Book) -> str:
    """The document for that edition, in the active language."""
    parts = [INTRO, f"Data edition {reference.edition}.", *_parts(reference, found, book)]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _parts(reference: Reference, found: Evidence, book: Book) -> Iterator[str]:
    findings = (
        (_("Do prices follow rents?"), fit_finding(found, book)),
        (_("Are our rents right?"), rents_finding(found, book)),
        (_("Is our living what people spend?"), living_finding(found, book)),
        (_("Does a child cost what is published?"), child_finding(found, book)),
        (_("Would the ranges have held?"), back_test_finding(found, reference, book)),
    )
    for title, finding in findings:
        if finding is not None:
            yield f"## {title}"
            yield finding.sentence
            yield from _table(finding.table)
    yield from _table(back_test_years_table(found.back_tests, book))


def _table(table: Table) -> Iterator[str]:
    aligned = ["---:" if is_number else "---" for _title, is_number in table.columns]
    titles = [title for title, _is_number in table.columns]
    rows = [titles, aligned, *([_cell(cell) for cell in row] for row in table.body)]
    yield f"{table.caption}:"
    yield "\n".join(_row(row) for row in rows)
    if table.said_below is not None:
        yield _cell(table.said_below)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    sources = "; ".join(f"{source.publisher}: {source.title}" for source in cell.sources)
    return " · ".join(filter(None, (cell.text, sources))).replace("|", "\\|")
