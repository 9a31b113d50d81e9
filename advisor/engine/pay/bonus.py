"""A year-end bonus (年终奖): taxed apart from wages, merged with them, or the cheaper way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from advisor.engine.money import Fen, FenArray
from advisor.engine.pay.income_tax import TaxScheme


class BonusTax(StrEnum):
    SEPARATE = "separate"
    MERGED = "merged"
    CHEAPER = "cheaper"


class NoSeparateBonusError(ValueError):
    """The separate tax of a bonus was asked for in a year that doesn't have it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BonusChoice:
    """How the bonus is taxed, and what the whole year's tax is either way (fen, settled).

    `year_tax_separate` is None in years that have no separate bonus tax; `tax_on_wages` is what
    the year's tax would be without the bonus.
    """

    is_separate: NDArray[np.bool_]
    separate_tax: FenArray  # of the bonus; 0 where it is merged
    year_tax_separate: FenArray | None
    year_tax_merged: FenArray
    tax_on_wages: FenArray

    @property
    def year_tax(self) -> FenArray:
        """Tax of the year the way that was chosen."""
        if self.year_tax_separate is None:
            return self.year_tax_merged
        return np.where(self.is_separate, self.year_tax_separate, self.year_tax_merged)


def bonus_choice(
    scheme: TaxScheme, *, wages: Fen, deductions: Fen, bonus: Fen, way: BonusTax
) -> BonusChoice:
    """How the bonus of a year with these wages and deductions is taxed.

    `cheaper` compares the tax of the settled year; between equals the bonus is taxed apart.
    Raises NoSeparateBonusError where `separate` is asked for and the year has no such rule.
    """
    on_wages = scheme.annual_tax(wages, deductions)
    has_bonus = not isinstance(bonus, int) or bonus != 0
    merged = scheme.annual_tax(wages + bonus, deductions) if has_bonus else on_wages
    if not scheme.allows_separate_bonus:
        if way is BonusTax.SEPARATE:
            raise NoSeparateBonusError
        nowhere = np.zeros(merged.shape, dtype=np.bool_)
        return BonusChoice(
            is_separate=nowhere,
            separate_tax=np.zeros_like(merged),
            year_tax_separate=None,
            year_tax_merged=merged,
            tax_on_wages=on_wages,
        )
    alone = scheme.separate_bonus_tax(bonus)
    separate = on_wages + alone
    is_separate = _is_separate(way, separate, merged)
    return BonusChoice(
        is_separate=is_separate,
        separate_tax=alone * is_separate,
        year_tax_separate=separate,
        year_tax_merged=merged,
        tax_on_wages=on_wages,
    )


def _is_separate(way: BonusTax, separate: FenArray, merged: FenArray) -> NDArray[np.bool_]:
    match way:
        case BonusTax.CHEAPER:
            return np.asarray(separate <= merged)
        case BonusTax.SEPARATE | BonusTax.MERGED:
            return np.full(merged.shape, way is BonusTax.SEPARATE)
