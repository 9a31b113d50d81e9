"""Assumptions about who earns and who else belongs to the household."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from advisor.comparisons.document_paths import Path, value_at
from advisor.comparisons.forms.answers import POSTS, SECTORS
from advisor.comparisons.presenters.assumptions.asked import (
    Asked,
    Assumption,
    AssumptionGroup,
    amount_words,
    choice_words,
    group,
    months_words,
    share_words,
    yes_or_no,
)
from advisor.comparisons.presenters.assumptions.pay import pay_rows
from advisor.comparisons.wording import period_words
from advisor.engine.household import Child
from advisor.web.money import number


def who_earns(asked: Asked) -> Iterator[AssumptionGroup]:
    """The first earner's work, the second earner if any, and the family."""
    yield group("work", _("You and your work"), _work(asked, 0))
    yield group("year", _("The year of the move"), _year(asked, 0))
    yield group("partner", _("A second earner"), _partner(asked))
    if len(asked.household.earners) > 1:
        yield group("partner-work", _("The second earner's work"), _work(asked, 1))
        yield group("partner-year", _("The second earner's year of the move"), _year(asked, 1))
    yield group("family", _("Your family"), _family(asked))


def _work(asked: Asked, earner: int) -> Iterator[Assumption]:
    here: Path = ("earners", earner)
    yield asked.row(_("Industry"), (*here, "sector"), _sector_words, _("all industries"))
    posts = {value: str(words) for value, words in POSTS}
    yield asked.row(_("Kind of work"), (*here, "post"), choice_words(posts), _("all kinds"))
    yield asked.row(_("Age"), (*here, "age"), number, _("unknown"))
    yield asked.row(_("Only child"), (*here, "only_child"), yes_or_no, _("unknown"))
    yield asked.row(_("Studying for a degree"), (*here, "further_study"), yes_or_no, _("no"))


def _sector_words(letter: Any) -> str:
    return str(dict(SECTORS).get(str(letter).upper(), letter))


def _year(asked: Asked, earner: int) -> Iterator[Assumption]:
    paid: Path = ("earners", earner, "paid_this_year")
    yield asked.row(_("Months paid already"), (*paid, "months"), months_words, _("not counted"))
    if value_at(asked.document, paid):
        yield asked.row(_("Gross pay of these"), (*paid, "gross"), amount_words, "")
        none = amount_words(0)
        yield asked.row(_("Contributions of these"), (*paid, "contributions"), amount_words, none)
        yield asked.row(_("Tax of these"), (*paid, "tax"), amount_words, none)
    probation: Path = ("earners", earner, "probation")
    yield asked.row(_("Probation"), (*probation, "months"), months_words, _("none"))
    if value_at(asked.document, probation):
        yield asked.row(
            _("Pay during probation"), (*probation, "share"), share_words, share_words(1)
        )


def _partner(asked: Asked) -> Iterator[Assumption]:
    if len(asked.household.earners) == 1:
        yield Assumption(label=_("Second earner"), value=_("none"), is_yours=False)
        return
    first, second = asked.household.earners
    moves = _("only the second earner") if first.stays else _("both of you")
    yield Assumption(
        label=_("Who would move"),
        value=_("only you") if second.stays else moves,
        is_yours=first.stays or second.stays,
    )
    yield from pay_rows(asked, 1)


def _family(asked: Asked) -> Iterator[Assumption]:
    household = asked.household
    yield asked.row(_("Adults"), ("adults",), number, number(household.adults))
    parents = number(household.parents_supported)
    yield asked.row(_("Parents you support"), ("parents_supported",), number, parents)
    yield asked.row(_("Of them, 60 or more"), ("parents_60_plus",), number, "0")
    if not household.children:
        yield Assumption(label=_("Children"), value=_("none"), is_yours=False)
    for place, child in enumerate(household.children, start=1):
        label = _("Child {number}, born").format(number=place)
        yield Assumption(label=label, value=_child_words(child), is_yours=True)


def _child_words(child: Child) -> str:
    born = period_words(child.born.isoformat()[:7])
    moves = _("moves along") if child.moves else _("stays here")
    return _("{born}, {moves}").format(born=born, moves=moves)
