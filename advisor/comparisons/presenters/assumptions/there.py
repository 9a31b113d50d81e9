"""Assumptions about each destination."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from advisor.comparisons.document_paths import Path, value_at
from advisor.comparisons.presenters.assumptions.asked import (
    Asked,
    Assumption,
    AssumptionGroup,
    amount_words,
    area_words,
    choice_words,
    monthly_words,
    months_words,
    share_words,
    yes_or_no,
)
from advisor.comparisons.presenters.assumptions.pay import base_rows
from advisor.engine.trail import Line
from advisor.web.money import number, yuan

FLATS = ("one_bed", "room", "dormitory", "two_bed", "three_bed", "area")


def groups_there(asked: Asked, index: int, lines: Iterable[Line]) -> tuple[AssumptionGroup, ...]:
    """Pay there, the home there and the move, for the destination of that index and its lines."""
    city = asked.household.destinations[index].city
    path: Path = ("destinations", index)
    parts = [*_offers(asked, path), ("flat", _("Your home there"), _flat(asked, path))]
    parts.append(("life", _("Life there"), _life(asked, path)))
    if city != asked.household.home:
        parts.append(("move", _("The move"), _move(asked, path, lines)))
    return tuple(
        AssumptionGroup(section=section, city=city, title=title, rows=tuple(rows))
        for section, title, rows in parts
    )


def _offers(asked: Asked, path: Path) -> Iterator[tuple[str, str, Iterator[Assumption]]]:
    """The offer of each earner who moves."""
    sections = (
        ("offer", _("Pay there")),
        ("partner-offer", _("Pay there of the second earner")),
    )
    pairs = zip(asked.household.earners, sections, strict=False)
    for place, (earner, (section, title)) in enumerate(pairs):
        if not earner.stays:
            yield section, title, _offer(asked, (*path, "offers", place))


def _offer(asked: Asked, offer: Path) -> Iterator[Assumption]:
    yield asked.row(
        _("Offer"), (*offer, "gross_monthly"), monthly_words, _("none: typical pay there")
    )
    if value_at(asked.document, (*offer, "gross_monthly")) is not None:
        as_at_home = _("as at home")
        yield asked.row(_("Months paid a year"), (*offer, "months"), number, as_at_home)
        yield asked.row(_("Year-end bonus"), (*offer, "bonus"), amount_words, as_at_home)
        yield asked.row(_("Housing fund rate"), (*offer, "fund_rate"), share_words, as_at_home)
        yield from base_rows(asked, offer, as_at_home)


def _flat(asked: Asked, path: Path) -> Iterator[Assumption]:
    kinds = dict(zip(FLATS, _flat_words(), strict=True))
    default = kinds["two_bed" if asked.household.children else "one_bed"]
    yield asked.row(
        pgettext("dwelling", "Home"), (*path, "housing", "kind"), choice_words(kinds), default
    )
    levels = {"low": _("low"), "typical": _("typical"), "high": _("high")}
    rent = value_at(asked.document, (*path, "housing", "rent"))
    if rent is not None:
        yield asked.row(_("Rent"), (*path, "housing", "rent"), monthly_words, "")
    else:
        yield asked.row(
            _("Rent level"), (*path, "housing", "level"), choice_words(levels), levels["typical"]
        )
    yield from _flat_details(asked, (*path, "housing"))
    yield asked.row(_("Housing fund drawn for rent"), (*path, "fund_for_rent"), yes_or_no, _("no"))


def _flat_details(asked: Asked, housing: Path) -> Iterator[Assumption]:
    """An area and a purchase, where they are said."""
    said = value_at(asked.document, housing) or {}
    if "area_m2" in said:
        yield asked.row(_("Floor area"), (*housing, "area_m2"), area_words, "")
    yield asked.row(_("Buying, after years"), (*housing, "buy_in_year"), number, _("never"))
    if "buy_in_year" in said:
        yield asked.row(
            _("Floor area bought"), (*housing, "buy_area_m2"), area_words, _("our estimate")
        )
        yield asked.row(
            _("Down payment"), (*housing, "down_payment"), amount_words, _("the lowest allowed")
        )


def _life(asked: Asked, path: Path) -> Iterator[Assumption]:
    baskets = {
        "get_by": _("getting by"),
        "typical": _("as most people do"),
        "comfortable": _("comfortably"),
    }
    yield asked.row(_("How you live"), (*path, "basket"), choice_words(baskets), _("as at home"))
    if any(child.moves for child in asked.household.children):
        places = {
            "public": _("public, certain"),
            "unsure": _("uncertain"),
            "private": _("private"),
        }
        yield asked.row(
            _("School place"), (*path, "school_place"), choice_words(places), places["unsure"]
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
    advance = months_words(asked.convention("advance_months"))
    yield asked.row(_("Rent in advance"), (*moving, "advance_months"), months_words, advance)
    for label, key in (
        (_("Travel"), "travel"),
        (_("Moving goods"), "freight"),
        (_("Agent fee"), "agent_fee"),
        (_("Setting up the home"), "set_up"),
        (_("First nights"), "first_nights"),
    ):
        yield asked.row(label, (*moving, key), amount_words, amounts.get(key, _("none")))
