"""The years ahead at one look: the verdict on each destination, with the chance behind it."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.notes import Notes, in_words, of_all, without
from advisor.comparisons.presenters.outlook.words import chance_sentence, verdict_words
from advisor.engine.result import Comparison, Prospect


@dataclass(frozen=True, kw_only=True, slots=True)
class AheadRow:
    """One destination. `chance` is empty where there is not enough data for a verdict."""

    city: str
    name: str
    verdict: str
    chance: str
    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ahead:
    """Destinations other than home; `notes` are said of all of them."""

    rows: tuple[AheadRow, ...]
    notes: tuple[str, ...]


def ahead(comparison: Comparison, book: Book) -> Ahead:
    """The verdicts of a comparison whose years ahead are worked out."""
    away = destinations_away(comparison)
    common = of_all([projection_notes(one) for one in away]) if away else ()
    home = book.place(comparison.home.city)
    return Ahead(
        rows=tuple(_row(one, home, common, book) for one in away),
        notes=in_words(common, book),
    )


def destinations_away(comparison: Comparison) -> tuple[Prospect, ...]:
    """Those that are a move: staying has no years ahead beside itself."""
    home = comparison.home.city
    return tuple(one for one in comparison.destinations if one.picture.city != home)


def projection_notes(prospect: Prospect) -> Notes:
    """What only the years ahead make worth saying; it stands among the notes of the picture."""
    return () if prospect.projected is None else prospect.projected.notes


def _row(prospect: Prospect, home: str, common: Notes, book: Book) -> AheadRow:
    name = book.place(prospect.picture.city)
    projected = prospect.projected
    return AheadRow(
        city=prospect.picture.city,
        name=name,
        verdict=verdict_words(prospect.verdict, home, name),
        chance="" if projected is None else chance_sentence(projected, home, name),
        notes=in_words(without(projection_notes(prospect), common), book),
    )
