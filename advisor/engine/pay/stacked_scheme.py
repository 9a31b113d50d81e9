"""The contribution schemes of many places side by side: one column of each value, a row a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from advisor.engine.money import FenArray
from advisor.engine.pay.contribution_scheme import (
    NO_CAP_FEN,
    ContributionScheme,
    FundScheme,
    InsuranceScheme,
)
from advisor.engine.pay.rules import EMPLOYEE_INSURANCES

INSURANCE_VALUES = (
    "floor_fen", "cap_fen", "employee_ppm", "employer_ppm", "employee_flat_fen", "unit",
)  # fmt: skip
FUND_VALUES = ("floor_fen", "cap_fen", "lowest_ppm", "highest_ppm", "unit")


def stacked_scheme(schemes: Sequence[ContributionScheme]) -> ContributionScheme:
    """A scheme whose values are int64 columns (places, 1): the pay engine takes it like any other.

    It holds the employee's insurances only; one that a place does not have takes nothing there.
    """
    insurances = tuple(
        _stacked(_insurance(name), [_found(scheme, name) for scheme in schemes], INSURANCE_VALUES)
        for name in EMPLOYEE_INSURANCES
    )
    fund = _stacked(schemes[0].fund, [scheme.fund for scheme in schemes], FUND_VALUES)
    return replace(schemes[0], insurances=insurances, fund=fund, rules={})


def schemes_at(stack: ContributionScheme, rows: FenArray) -> ContributionScheme:
    """Some rows of a stack."""
    return replace(
        stack,
        insurances=tuple(_at(one, rows, INSURANCE_VALUES) for one in stack.insurances),
        fund=_at(stack.fund, rows, FUND_VALUES),
    )


def _at[T: (InsuranceScheme, FundScheme)](stack: T, rows: FenArray, names: Sequence[str]) -> T:
    columns: dict[str, Any] = {name: getattr(stack, name)[rows] for name in names}
    return replace(stack, **columns)


def _found(scheme: ContributionScheme, name: str) -> InsuranceScheme:
    return next((one for one in scheme.insurances if one.name == name), _insurance(name))


def _insurance(name: str) -> InsuranceScheme:
    """An insurance that takes nothing."""
    return InsuranceScheme(
        name=name, floor_fen=0, cap_fen=NO_CAP_FEN, employee_ppm=0, employer_ppm=0,
        employee_flat_fen=0, unit=1,
    )  # fmt: skip


def _stacked[T: (InsuranceScheme, FundScheme)](
    like: T, rows: Sequence[T], names: Sequence[str]
) -> T:
    columns: dict[str, Any] = {
        name: np.array([getattr(row, name) for row in rows], dtype=np.int64)[:, None]
        for name in names
    }
    return replace(like, **columns)
