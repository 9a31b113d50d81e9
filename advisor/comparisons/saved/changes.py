"""What today's data says beside a saved answer, and which figures moved it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from advisor.comparisons.asking import book_of, question_of
from advisor.comparisons.models import SavedVersion
from advisor.comparisons.models.saved import unpacked
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.trails import FigureView, figure_view
from advisor.comparisons.saved.answering import (
    Recorded,
    asked_today,
    gist_in_short,
    pinned_of,
    recorded_answer,
)
from advisor.comparisons.saved.effects import Effect, Swap, Trial
from advisor.comparisons.saved.sides import Block, gist_blocks
from advisor.comparisons.saved.used import SeriesKey, Used, changed_rules, changed_series
from advisor.datasets.loading import NoEditionError, reference
from advisor.datasets.models import Edition
from advisor.engine.reference import Figure, Reference, Rung
from advisor.web.money import more_or_less

KEPT_IN_PROCESS = 32
MOST_SHOWN = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class MovedFigure:
    """A figure that is another now. `old` or `new` is None where there was, or is, none.

    `is_revised`: the newest value is the same, earlier periods of the series are not.
    """

    name: str
    old: FigureView | None
    new: FigureView | None
    effect: str
    is_revised: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """The saved answer beside today's, and the figures that moved it, largest effect first."""

    edition: str
    on: date
    blocks: tuple[Block, ...]
    moved: tuple[MovedFigure, ...]
    count: int
    engine_before: str
    engine_now: str

    @property
    def has_moved(self) -> bool:
        """Whether anything that the answer shows is another today."""
        return any(pair.differs for block in self.blocks for pair in block.pairs)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the comparison with today depends on; the version is part of it."""

    comparison_id: str  # opaque: a database made anew does not give it again
    number: int
    today: date
    edition: str
    language: str
    version: SavedVersion = field(compare=False)


def newest_edition() -> str:
    """The edition in force. Raises NoEditionError."""
    found = Edition.objects.order_by("-published_at").values_list("id", flat=True).first()
    if found is None:
        raise NoEditionError(_("No data is loaded yet."))
    return str(found)


def changes(version: SavedVersion, *, today: date) -> Changes:
    """The saved version against today. Raises FaultyDocumentError and NoEditionError."""
    language, edition = get_language() or "", newest_edition()
    return _changes(
        _Asked(version.comparison_id, version.number, today, edition, language, version)
    )


@lru_cache(maxsize=KEPT_IN_PROCESS)
def _changes(asked: _Asked) -> Changes:
    """Kept in the process: it takes a while, and its page is opened again to be read."""
    version = asked.version
    now = recorded_answer(
        asked_today(version, asked.today), today=asked.today, edition=asked.edition
    )
    swaps, old, new = _swaps(version, now)
    return Changes(
        edition=asked.edition,
        on=now.answer.household.on,
        blocks=tuple(gist_blocks(version.gist, gist_in_short(now.answer))),
        moved=tuple(_moved(swaps[:MOST_SHOWN], old, new, book_of(now.answer))),
        count=len(swaps),
        engine_before=version.engine,
        engine_now=now.answer.comparison.engine,
    )


def _swaps(version: SavedVersion, now: Recorded) -> tuple[tuple[Swap, ...], Reference, Reference]:
    """What changed with its effect, and the figures of then and of now."""
    then = question_of(pinned_of(version), today=version.on).household
    old = reference(on=then.on, edition=version.edition)
    new = reference(on=now.answer.household.on, edition=now.answer.comparison.edition)
    before = Used.of_text(unpacked(version.used))
    used = Used(
        series=before.series | now.used.series,
        rules=before.rules | now.used.rules,
        cities=before.cities | now.used.cities,
    )
    trial = Trial(household=then, old=old, new=new)
    series, rules = changed_series(old, new, used), changed_rules(old, new, used)
    return (trial.swaps(series, rules) if series or rules else ()), old, new


def _moved(
    swaps: tuple[Swap, ...], old: Reference, new: Reference, book: Book
) -> Iterator[MovedFigure]:
    for swap in swaps:
        place, name = swap.key
        if not place:
            yield MovedFigure(
                name=_("Rules: {file}").format(file=name),
                old=None,
                new=None,
                effect=_effect_words(swap.effect, book),
                is_revised=True,
            )
            continue
        before, after = (_newest(one, swap.key, book) for one in (old, new))
        yield MovedFigure(
            name=f"{book.indicator(name)}, {book.place(place)}",
            old=before,
            new=after,
            effect=_effect_words(swap.effect, book),
            is_revised=before == after,
        )


def _newest(reference: Reference, key: SeriesKey, book: Book) -> FigureView | None:
    observation = reference.newest(*key)
    if observation is None:
        return None
    return figure_view(Figure(observation=observation, rung=Rung.OWN), book)


def _effect_words(effect: Effect | None, book: Book) -> str:
    if effect is None:
        return _("not tried by itself")
    city = book.place(effect.city)
    if effect.left:
        return _("{city}: {difference} left a month, against home").format(
            city=city, difference=more_or_less(effect.left)
        )
    if effect.owned:
        return _("{city}: {difference} owned in the end, against staying").format(
            city=city, difference=more_or_less(effect.owned)
        )
    return _("moves nothing by itself")
