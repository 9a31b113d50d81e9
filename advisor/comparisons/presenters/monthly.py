"""Home, away, difference: the rows of the monthly picture, each with the lines behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.trails import LineView, line_view
from advisor.engine.result import Monthly, Picture, Prospect
from advisor.engine.trail import Head
from advisor.web.money import difference_in_words, whole_yuan

PARTS = ("gross", "contributions", "tax", "take_home", "housing", "living", "commitments")
LOCKED = ("housing_fund", "pension_account", "locked_savings")
TOTALS = {"take_home", "money_left", "locked_savings"}
HEADS_WITH_LINES = {head.value for head in Head}


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthlyRow:
    """A row of the table; amounts are whole yuan without unit. `tone` is more, less or same."""

    part: str
    label: str
    home: str
    away: str
    difference: str
    tone: str
    is_total: bool
    home_lines: tuple[LineAmount, ...] = ()
    away_lines: tuple[LineView, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LineAmount:
    """A line without what stands behind it."""

    label: str
    amount: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HeadLines:
    """A head in one place: its total and its lines."""

    label: str
    total: str
    lines: tuple[LineView, ...]


def head_lines(picture: Picture, book: Book) -> tuple[HeadLines, ...]:
    """Every head of the monthly picture that has lines, in its order."""
    heads = (part for part in (*PARTS, "locked_savings") if part in HEADS_WITH_LINES)
    found = (
        HeadLines(
            label=wording.head_label(part),
            total=amount_or_unknown(_part(picture.monthly, part)),
            lines=_lines(picture, part, book),
        )
        for part in heads
    )
    return tuple(one for one in found if one.lines)


def monthly_amounts(home: Picture, prospect: Prospect) -> tuple[MonthlyRow, ...]:
    """From gross pay down to money left, without the lines behind."""
    return tuple(_amount_row(part, home, prospect) for part in (*PARTS, "money_left"))


def locked_amounts(home: Picture, prospect: Prospect) -> tuple[MonthlyRow, ...]:
    """What is saved but can't be spent, without the lines behind."""
    return tuple(_amount_row(part, home, prospect) for part in LOCKED)


def monthly_rows(home: Picture, prospect: Prospect, book: Book) -> tuple[MonthlyRow, ...]:
    """From gross pay down to money left."""
    return tuple(_row(part, home, prospect, book) for part in (*PARTS, "money_left"))


def locked_rows(home: Picture, prospect: Prospect, book: Book) -> tuple[MonthlyRow, ...]:
    """What is saved but can't be spent, beside the money left."""
    return tuple(_row(part, home, prospect, book) for part in LOCKED)


def amount_or_unknown(fen: int | None) -> str:
    """Whole yuan without unit, or the word for unknown."""
    return _("unknown") if fen is None else whole_yuan(fen)


def _row(part: str, home: Picture, prospect: Prospect, book: Book) -> MonthlyRow:
    return replace(
        _amount_row(part, home, prospect),
        home_lines=_amounts(home, part),
        away_lines=_lines(prospect.picture, part, book),
    )


def _amount_row(part: str, home: Picture, prospect: Prospect) -> MonthlyRow:
    difference = _part(prospect.difference, part)
    return MonthlyRow(
        part=part,
        label=wording.head_label(part),
        home=amount_or_unknown(_part(home.monthly, part)),
        away=amount_or_unknown(_part(prospect.picture.monthly, part)),
        difference=_("unknown") if difference is None else difference_in_words(difference),
        tone=_tone(difference),
        is_total=part in TOTALS,
    )


def _part(monthly: Monthly, part: str) -> int | None:
    amount: int | None = getattr(monthly, part)
    return amount


def _amounts(picture: Picture, part: str) -> tuple[LineAmount, ...]:
    return tuple(
        LineAmount(label=wording.line_label(line.line), amount=whole_yuan(line.amount))
        for line in picture.lines
        if line.head.value == part
    )


def _lines(picture: Picture, part: str, book: Book) -> tuple[LineView, ...]:
    if part not in HEADS_WITH_LINES:
        return ()
    return tuple(line_view(line, book) for line in picture.lines if line.head.value == part)


def _tone(difference: int | None) -> str:
    if not difference:
        return "same"
    return "more" if difference > 0 else "less"
