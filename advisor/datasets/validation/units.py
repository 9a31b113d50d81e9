"""Figures whose unit slipped: ten, a hundred … ten thousand times what they were (万元 for 元)."""

import math
from collections import Counter
from dataclasses import replace

from advisor.datasets.canonical import Key
from advisor.datasets.validation.contract import Checked
from advisor.datasets.validation.found import Found, error
from advisor.datasets.validation.history import History, Past
from advisor.datasets.validation.numbers import number
from advisor.datasets.validation.registry import Registry
from advisor.datasets.validation.row_fault import RowFaultError
from advisor.datasets.validation.tidy import RowAside, TidyRow

CLOSE = 0.1  # of a power of ten, in decimal logarithms: 8 to 12.6 times counts as 10 times
FEW = 3  # so many slipped rows are not yet a file whose unit is another


def set_slipped_aside(
    found: Checked, changed: dict[Key, TidyRow], history: History, registry: Registry
) -> list[Found]:
    """Set aside the `changed` figures whose unit slipped; an error where most of them did."""
    factors: Counter[str] = Counter()
    compared = 0
    for key, row in changed.items():
        past = history.predecessor(key) if registry.indicators[key[1]].is_positive else None
        if past is None:
            continue
        compared += 1
        slipped = factor(past.value, float(found.figures[key].value))
        if slipped:
            factors[slipped] += 1
            found.figures.pop(key)
            found.set_aside(row, _fault(slipped, past, row.value))
    compared += _explain_out_of_bounds(found, history, registry, factors)
    total = factors.total()
    if total >= FEW and total * 2 > compared:
        return [error("units_slipped", total, factor=factors.most_common(1)[0][0])]
    return []


def factor(before: float, now: float) -> str:
    """The power of ten between two positive figures, as `10000` or `1/10`; "" where there is none.

    A figure may have grown beside: whatever lies close to a power of ten counts.
    """
    if before <= 0 or now <= 0:
        return ""
    exact = math.log10(now / before)
    power = round(exact)
    if power == 0 or abs(exact - power) > CLOSE:
        return ""
    return f"{10**power}" if power > 0 else f"1/{10**-power}"


def _explain_out_of_bounds(
    found: Checked, history: History, registry: Registry, factors: Counter[str]
) -> int:
    """Say of figures beyond their bounds that their unit slipped, where it did; return how many."""
    count = 0
    for index, aside in enumerate(found.aside):
        if aside.code != "out_of_bounds" or aside.key is None:
            continue
        past = history.predecessor(aside.key)
        if past is None or not registry.indicators[aside.key[1]].is_positive:
            continue
        count += 1
        slipped = factor(past.value, float(number(str(aside.content["value"]), "value")))
        if slipped:
            factors[slipped] += 1
            found.aside[index] = _recoded(aside, _fault(slipped, past, aside.content["value"]))
    return count


def _fault(slipped: str, past: Past, cell: str) -> RowFaultError:
    return RowFaultError(
        "unit_slipped", factor=slipped, before=f"{past.value:g}", period=past.period, cell=cell
    )


def _recoded(aside: RowAside, fault: RowFaultError) -> RowAside:
    return replace(aside, code=fault.code, params=fault.params)
