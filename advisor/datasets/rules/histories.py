"""Checking that dated rules follow one another: no overlap, no gap, no floor or cap that falls."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

from advisor.datasets.rules import shapes
from advisor.datasets.rules.faults import Row, RuleFault, lists


def history_faults(files: Mapping[str, Any]) -> Iterator[RuleFault]:
    """Days that overlap (an error); days without a rule and amounts that fall (to be looked at)."""
    for path, listed in lists(dict(files)):
        if path in shapes.SIDE_BY_SIDE:
            continue
        for history in _histories(listed):
            for before, after in pairwise(history):
                yield from _order_faults(path, before, after)
                yield from _fall_faults(path, before, after)


def _histories(listed: list[Row]) -> Iterator[list[Row]]:
    """The dated rows of a list, apart by what they are about, each in the order of its days."""
    found: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in listed:
        if row.get("effective_from"):
            found[tuple(row.get(key) for key in shapes.IDENTITY)].append(row)
    for history in found.values():
        yield sorted(history, key=lambda row: str(row["effective_from"]))


def _order_faults(path: str, before: Row, after: Row) -> Iterator[RuleFault]:
    start, end = after["effective_from"], before.get("effective_to")
    params = {"ends": end or "", "begins": start}
    try:
        expected = date.fromisoformat(end) + timedelta(days=1) if end else None
        begins = date.fromisoformat(start)
    except (TypeError, ValueError):
        return  # said by the check of days
    if expected is None or begins < expected:
        yield RuleFault(path=path, code="days_overlap", params=params)
    elif begins > expected:
        yield RuleFault(path=path, code="days_missing", is_error=False, params=params)


def _fall_faults(path: str, before: Row, after: Row) -> Iterator[RuleFault]:
    for key in shapes.NEVER_FALL:
        old, new = _number(before.get(key)), _number(after.get(key))
        if old is not None and new is not None and new < old:
            params = {"key": key, "from": str(old), "to": str(new), "on": after["effective_from"]}
            yield RuleFault(path=path, code="falls", is_error=False, params=params)


def _number(text: Any) -> Decimal | None:
    try:
        return Decimal(text) if isinstance(text, str) else None
    except InvalidOperation:
        return None
