"""Assumptions about the life at home."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.assumptions.asked import (
    Asked,
    Assumption,
    AssumptionGroup,
    amount_words,
    area_words,
    choice_words,
    monthly_words,
    share_words,
)
from advisor.engine.household import HomeKind
from advisor.web.money import number, percent

PAY = ("earners", 0, "pay")
HOUSING = ("home", "housing")


def groups_at_home(asked: Asked) -> tuple[AssumptionGroup, ...]:
    """Pay, home, spending, commitments and savings."""
    return (
        _group("pay", _("Your pay now"), _pay(asked)),
        _group("home", _("Your home now"), _home(asked)),
        _group("living", _("Daily spending"), _living(asked)),
        _group("commitments", _("Fixed commitments"), _commitments(asked)),
        _group("savings", _("Savings"), _savings(asked)),
    )


def _group(section: str, title: str, rows: Iterator[Assumption]) -> AssumptionGroup:
    return AssumptionGroup(section=section, city="", title=title, rows=tuple(rows))


def _pay(asked: Asked) -> Iterator[Assumption]:
    yield asked.row(_("Gross pay"), (*PAY, "gross_monthly"), monthly_words, "")
    yield asked.row(_("Months paid a year"), (*PAY, "months"), number, "12")
    yield asked.row(_("Year-end bonus"), (*PAY, "bonus"), amount_words, _("none"))
    lowest = percent(asked.convention("fund_rate_unknown"))
    yield asked.row(_("Housing fund rate"), (*PAY, "fund_rate"), share_words, lowest)
    bases = {
        "actual": _("actual pay"),
        "minimum": _("the lowest base allowed"),
        "none": _("no contributions"),
    }
    yield asked.row(
        _("Contributions on"), (*PAY, "insured_base"), choice_words(bases), bases["actual"]
    )
    units = {
        "private": _("private company"),
        "non_private": _("state, foreign, listed or public"),
        "unknown": _("unknown"),
    }
    yield asked.row(
        _("Kind of employer"), ("earners", 0, "unit"), choice_words(units),
        _("unknown: the mean of both kinds"),
    )  # fmt: skip


def _home(asked: Asked) -> Iterator[Assumption]:
    kinds = {
        "owner": _("own home"),
        "renter": _("rented home"),
        "with_family": _("with family, without rent"),
    }
    yield asked.row(_("How you live"), (*HOUSING, "kind"), choice_words(kinds), kinds["renter"])
    kind = asked.household.housing.kind
    if kind is HomeKind.OWNER:
        yield from _owned(asked)
    if kind is HomeKind.RENTER:
        yield asked.row(
            _("Rent"), (*HOUSING, "rent"), monthly_words,
            _("typical rent of a one-bedroom flat"),
        )  # fmt: skip


def _owned(asked: Asked) -> Iterator[Assumption]:
    area = area_words(asked.convention("area_two_bed"))
    yield asked.row(_("Floor area"), (*HOUSING, "area_m2"), area_words, area)
    yield asked.row(_("Mortgage"), (*HOUSING, "mortgage_monthly"), monthly_words, _("none"))
    plans = {
        "keep": _("stays empty"),
        "let": _("is let"),
        "sell": _("is sold"),
        "family": _("family lives in it"),
    }
    yield asked.row(_("If you leave"), (*HOUSING, "if_leaving"), choice_words(plans), plans["keep"])


def _living(asked: Asked) -> Iterator[Assumption]:
    yield asked.row(
        _("Spending without rent"), ("living_total_home",), monthly_words,
        _("estimated from what people spend there"),
    )  # fmt: skip
    if asked.household.living_total_fen is None:
        baskets = {
            "get_by": _("getting by"),
            "typical": _("as most people do"),
            "comfortable": _("comfortably"),
        }
        yield asked.row(_("How you live"), ("basket",), choice_words(baskets), baskets["typical"])


def _commitments(asked: Asked) -> Iterator[Assumption]:
    yield asked.row(_("A month"), ("commitments_monthly",), amount_words, _("none"))


def _savings(asked: Asked) -> Iterator[Assumption]:
    yield asked.row(_("Savings"), ("savings",), amount_words, _("unknown: not tested"))
    yield asked.row(_("Housing fund"), ("fund_balance",), amount_words, _("unknown: taken as 0"))
