"""What a change does to the answer: before and after, city by city."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from advisor.comparisons.asking import Answered, book_of
from advisor.comparisons.presenters.overview import OverviewRow, overview


def effects(before: Answered, after: Answered) -> Iterator[str]:
    """One sentence a destination whose answer moved; one for all where none did."""
    pairs = zip(_rows(before), _rows(after), strict=True)
    moved = [_moved(old, new) for old, new in pairs if _figures(old) != _figures(new)]
    yield from moved
    if not moved:
        yield _("Kept. It does not move what is left a month, nor the pay needed.")


def _rows(answer: Answered) -> tuple[OverviewRow, ...]:
    return overview(answer.comparison, book_of(answer)).rows


def _figures(row: OverviewRow) -> tuple[str, str, str]:
    return row.difference, row.needed, row.cash_needed


def _moved(old: OverviewRow, new: OverviewRow) -> str:
    unknown = _("unknown")
    return _(
        "{city}: left a month against home {old_left} → {new_left}; gross pay needed"
        " {old_pay} → {new_pay}; cash needed {old_cash} → {new_cash}."
    ).format(
        city=new.name,
        old_left=old.difference or unknown,
        new_left=new.difference or unknown,
        old_pay=old.needed or unknown,
        new_pay=new.needed or unknown,
        old_cash=old.cash_needed or unknown,
        new_cash=new.cash_needed or unknown,
    )
