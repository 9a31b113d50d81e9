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
    group,
    monthly_words,
)
from advisor.comparisons.presenters.assumptions.earning import who_earns
from advisor.comparisons.presenters.assumptions.pay import pay_rows
from advisor.comparisons.wording import line_label, period_words
from advisor.engine.household import CategoryMode, CategorySpending, HomeKind
from advisor.web.money import large_yuan, number

HOUSING = ("home", "housing")


def groups_at_home(asked: Asked) -> tuple[AssumptionGroup, ...]:
    """Pay and work, second earner, family, home, spending, commitments, savings, time."""
    return (
        group("pay", _("Your pay now"), pay_rows(asked, 0)),
        *who_earns(asked),
        group("home", _("Your home now"), _home(asked)),
        group("living", _("Daily spending"), _living(asked)),
        group("categories", _("Spending by category"), _categories(asked)),
        group("commitments", _("Fixed commitments"), _commitments(asked)),
        group("savings", _("Savings"), _savings(asked)),
        group("plan", _("The time looked at"), _plan(asked)),
    )


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
    yield asked.row(_("Mortgage left"), (*HOUSING, "mortgage_left"), amount_words, _("none"))
    yield asked.row(_("Value"), (*HOUSING, "value"), amount_words, _("estimated from its area"))
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


def _categories(asked: Asked) -> Iterator[Assumption]:
    """One line a category that the person spoke about; one for all without any."""
    if not asked.household.living:
        yield Assumption(
            label=_("By category"), value=_("not divided: one amount for all"), is_yours=False
        )
    for name, spending in asked.household.living.items():
        yield Assumption(
            label=line_label(f"living_{name}"), value=_spending_words(spending), is_yours=True
        )


def _spending_words(spending: CategorySpending) -> str:
    if spending.mode is CategoryMode.NONE:
        return _("none")
    if spending.mode is CategoryMode.ESTIMATE or spending.home_fen is None:
        return _("our estimate")
    home = _("{amount} a month").format(amount=large_yuan(spending.home_fen))
    if spending.away_fen is None:
        return home
    return _("{home}, there {away}").format(home=home, away=large_yuan(spending.away_fen))


def _commitments(asked: Asked) -> Iterator[Assumption]:
    yield asked.row(_("A month"), ("commitments_monthly",), amount_words, _("none"))


def _savings(asked: Asked) -> Iterator[Assumption]:
    yield asked.row(_("Savings"), ("savings",), amount_words, _("unknown: not tested"))
    yield asked.row(_("Housing fund"), ("fund_balance",), amount_words, _("unknown: taken as 0"))


def _plan(asked: Asked) -> Iterator[Assumption]:
    move = period_words(asked.household.move.isoformat()[:7])
    yield asked.row(_("Month of the move"), ("move_date",), period_words, move)
    yield asked.row(
        _("Years to look ahead"), ("horizon_years",), number, number(asked.household.horizon_years)
    )
