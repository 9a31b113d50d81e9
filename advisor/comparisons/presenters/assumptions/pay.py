"""Assumptions about the pay of an earner at home."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from advisor.comparisons.document_paths import Path, value_at
from advisor.comparisons.presenters.assumptions.asked import (
    Asked,
    Assumption,
    amount_words,
    choice_words,
    monthly_words,
    share_words,
)
from advisor.web.money import number, percent


def pay_rows(asked: Asked, earner: int) -> Iterator[Assumption]:
    """Pay, what is paid on it, and the kind of employer."""
    pay: Path = ("earners", earner, "pay")
    yield asked.row(_("Gross pay"), (*pay, "gross_monthly"), monthly_words, "")
    yield asked.row(_("Months paid a year"), (*pay, "months"), number, "12")
    yield asked.row(_("Year-end bonus"), (*pay, "bonus"), amount_words, _("none"))
    lowest = percent(asked.convention("fund_rate_unknown"))
    yield asked.row(_("Housing fund rate"), (*pay, "fund_rate"), share_words, lowest)
    yield from base_rows(asked, pay, _("actual pay"))
    units = {
        "private": _("private company"),
        "non_private": _("state, foreign, listed or public"),
        "unknown": _("unknown"),
    }
    yield asked.row(
        _("Kind of employer"), ("earners", earner, "unit"), choice_words(units),
        _("unknown: the mean of both kinds"),
    )  # fmt: skip


def base_rows(asked: Asked, pay: Path, otherwise: str) -> Iterator[Assumption]:
    """What contributions are paid on, or what is paid instead."""
    own = value_at(asked.document, (*pay, "contributions_monthly"))
    if own is not None:
        yield asked.row(_("Own contributions"), (*pay, "contributions_monthly"), monthly_words, "")
        return
    bases: dict[Any, str] = {
        "actual": _("actual pay"),
        "minimum": _("the lowest base allowed"),
        "none": _("no contributions"),
    }
    yield asked.row(_("Contributions on"), (*pay, "insured_base"), choice_words(bases), otherwise)
