"""What a change does to the answer: before and after, city by city."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.comparisons.asking import Answered, book_of
from advisor.comparisons.presenters.outlook.words import chance, verdict_words
from advisor.comparisons.presenters.overview import overview
from advisor.engine.result import Prospect
from advisor.web.money import number, yuan


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """A part of the answer with its words before and after."""

    label: str
    before: str
    after: str


def effects(before: Answered, after: Answered) -> Iterator[str]:
    """One sentence a destination whose answer moved; one for all where none did."""
    pairs = zip(_answers(before), _answers(after), strict=True)
    sentences = [
        _sentence(name, moved)
        for (name, old), (_name, new) in pairs
        if (moved := [one for one in _compared(old, new) if one.before != one.after])
    ]
    yield from sentences
    if not sentences:
        yield _("Kept. It moves nothing that the answer shows.")


def _answers(answer: Answered) -> list[tuple[str, dict[str, str]]]:
    """For each destination its name and what is said of it, by label."""
    book = book_of(answer)
    home = book.place(answer.comparison.home.city)
    rows = overview(answer.comparison, book).rows
    found = []
    for row, prospect in zip(rows, answer.comparison.destinations, strict=True):
        said = {
            _("left a month against home"): row.difference,
            _("gross pay needed"): row.needed,
            _("cash needed"): row.cash_needed,
        }
        found.append((row.name, said | _years_ahead(prospect, home, row.name)))
    return found


def _years_ahead(prospect: Prospect, home: str, name: str) -> dict[str, str]:
    """What the projection says; nothing where there is none."""
    projected = prospect.projected
    if projected is None:
        return {}
    last, back = projected.years[-1], projected.pay_back.months.p50
    worth = projected.equal_net_worth
    return {
        _("verdict"): verdict_words(projected.verdict, home, name),
        _("owning more by moving"): chance(last.net_worth.better_off),
        _("months to pay back"): "" if back is None else number(back, 0),
        _("owned in the end, against staying"): yuan(round(last.central_move - last.central_stay)),
        _("pay for owning as much"): "" if worth is None else yuan(worth),
    }


def _compared(old: dict[str, str], new: dict[str, str]) -> Iterator[Moved]:
    for label in {**old, **new}:
        unknown = _("unknown")
        yield Moved(label=label, before=old.get(label) or unknown, after=new.get(label) or unknown)


def _sentence(name: str, moved: Sequence[Moved]) -> str:
    parts = (
        _("{label} {before} → {after}").format(
            label=one.label, before=one.before.rstrip(".。"), after=one.after.rstrip(".。")
        )
        for one in moved
    )
    return _("{city}: {changes}.").format(city=name, changes=_("; ").join(parts))
