"""Assumptions about each destination."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from advisor.comparisons.document_paths import Path, value_at
from advisor.comparisons.presenters.assumptions.asked import (
    Asked,
    Assumption,
    AssumptionGroup,
    amount_words,
    choice_words,
    monthly_words,
    months_words,
    share_words,
)
from advisor.engine.trail import Line
from advisor.web.money import number, yuan

FLATS = ("one_bed", "room", "dormitory", "two_bed", "three_bed", "area")


def groups_there(asked: Asked, index: int, lines: Iterable[Line]) -> tuple[AssumptionGroup, ...]:
    """Pay there, the home there and the move, for the destination of that index and its lines."""
    city = asked.household.destinations[index].city
    path: Path = ("destinations", index)
    groups = [
        AssumptionGroup(
            section="offer", city=city, title=_("Pay there"), rows=tuple(_offer(asked, path))
        ),
        AssumptionGroup(
            section="flat", city=city, title=_("Your home there"), rows=tuple(_flat(asked, path))
        ),
    ]
    if city != asked.household.home:
        groups.append(
            AssumptionGroup(
                section="move",
                city=city,
                title=_("The move"),
                rows=tuple(_move(asked, path, lines)),
            )
        )
    return tuple(groups)


def _offer(asked: Asked, path: Path) -> Iterator[Assumption]:
    offer: Path = (*path, "offers", 0)
    yield asked.row(
        _("Offer"), (*offer, "gross_monthly"), monthly_words, _("none: typical pay there")
    )
    if value_at(asked.document, (*offer, "gross_monthly")) is not None:
        as_at_home = _("as at home")
        yield asked.row(_("Months paid a year"), (*offer, "months"), number, as_at_home)
        yield asked.row(_("Year-end bonus"), (*offer, "bonus"), amount_words, as_at_home)
        yield asked.row(_("Housing fund rate"), (*offer, "fund_rate"), share_words, as_at_home)


def _flat(asked: Asked, path: Path) -> Iterator[Assumption]:
    kinds = dict(zip(FLATS, _flat_words(), strict=True))
    default = kinds["two_bed" if asked.household.children else "one_bed"]
    yield asked.row(_("Home"), (*path, "housing", "kind"), choice_words(kinds), default)
    levels = {"low": _("low"), "typical": _("typical"), "high": _("high")}
    rent = value_at(asked.document, (*path, "housing", "rent"))
    if rent is not None:
        yield asked.row(_("Rent"), (*path, "housing", "rent"), monthly_words, "")
    else:
        yield asked.row(
            _("Rent level"), (*path, "housing", "level"), choice_words(levels), levels["typical"]
        )


def _flat_words() -> tuple[str, ...]:
    return (
        _("one-bedroom flat"),
        _("room in a shared flat"),
        _("staff dormitory"),
        _("two-bedroom flat"),
        _("three-bedroom flat"),
        _("flat of a given area"),
    )


def _move(asked: Asked, path: Path, lines: Iterable[Line]) -> Iterator[Assumption]:
    amounts = {line.line: yuan(line.amount) for line in lines}
    moving: Path = (*path, "moving")
    has_offer = value_at(asked.document, (*path, "offers", 0)) is not None
    search = "search_months_offer" if has_offer else "search_months_no_offer"
    yield asked.row(
        _("Without pay at first"), (*moving, "search_months"), months_words,
        months_words(asked.convention(search)),
    )  # fmt: skip
    yield asked.row(
        _("Trips home a year"), (*moving, "trips_home_a_year"), number,
        number(asked.convention("trips_home_a_year")),
    )  # fmt: skip
    yield asked.row(
        _("Deposit"), (*moving, "deposit_months"), months_words,
        months_words(asked.convention("deposit_months")),
    )  # fmt: skip
    for label, key in (
        (_("Travel"), "travel"),
        (_("Moving goods"), "freight"),
        (_("Agent fee"), "agent_fee"),
        (_("Setting up the home"), "set_up"),
        (_("First nights"), "first_nights"),
    ):
        yield asked.row(label, (*moving, key), amount_words, amounts.get(key, _("none")))
