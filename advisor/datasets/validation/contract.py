"""The contract: what every single row must keep, whatever was published before.

Rows that break it are set aside with the reason; the others become figures.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from advisor.datasets.canonical import Content, Entry, Key, decimal_text, one_line
from advisor.datasets.validation.numbers import number
from advisor.datasets.validation.periods import Today, check_period
from advisor.datasets.validation.ranges import RangeKinds
from advisor.datasets.validation.registry import IndicatorRule, Registry
from advisor.datasets.validation.row_fault import RowFaultError
from advisor.datasets.validation.tidy import RowAside, TidyRow

STATUS_LETTERS = frozenset("bdeipu")
LONGEST_NOTE = 2_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Contract:
    """What rows of a dataset are held against."""

    dataset: str
    registry: Registry
    ranges: RangeKinds
    today: Today

    def figure(self, row: TidyRow) -> tuple[Key, Entry]:
        """The figure of the row. Raises RowFaultError naming the first thing that is wrong."""
        rule = self._rule(row)
        check_period(row.period, rule.period_type, self.today)
        if row.source not in self.registry.sources:
            raise RowFaultError("source_unknown" if row.source else "source_missing", **_cell(row))
        low, value, high = self._numbers(row, rule)
        entry = Entry(
            value=value,
            low=low,
            high=high,
            range_kind=self._range_kind(row) if low or high else "",
            status=_status(row.status),
            source=row.source,
            note=_note(row.note),
        )
        return (row.place, row.indicator, row.period), entry

    def _rule(self, row: TidyRow) -> IndicatorRule:
        if row.place not in self.registry.levels:
            raise RowFaultError("place_unknown" if row.place else "place_missing", cell=row.place)
        rule = self.registry.indicators.get(row.indicator)
        if rule is None:
            code = "indicator_unknown" if row.indicator else "indicator_missing"
            raise RowFaultError(code, cell=row.indicator[:80])
        if rule.dataset != self.dataset:
            raise RowFaultError("other_dataset", indicator=row.indicator, dataset=rule.dataset)
        return rule

    def _numbers(self, row: TidyRow, rule: IndicatorRule) -> tuple[str, str, str]:
        if not row.value:
            raise RowFaultError("value_missing")
        if not row.low and not row.high:
            value = number(row.value, "value")
            _check_bounds("value", value, Decimal(value), rule)
            return "", value, ""
        cells = {"low": row.low, "value": row.value, "high": row.high}
        texts = {name: number(cell, name) if cell else "" for name, cell in cells.items()}
        found = {name: Decimal(text) for name, text in texts.items() if text}
        for name in ("value", "low", "high"):
            if name in found:
                _check_bounds(name, texts[name], found[name], rule)
        if found.get("low", found["value"]) > found["value"]:
            raise RowFaultError("low_above_value", low=texts["low"], value=texts["value"])
        if found.get("high", found["value"]) < found["value"]:
            raise RowFaultError("high_below_value", high=texts["high"], value=texts["value"])
        return texts["low"], texts["value"], texts["high"]

    def _range_kind(self, row: TidyRow) -> str:
        return self.ranges.kind(
            row.range_kind, note=row.note, place=row.place, indicator=row.indicator
        )


@dataclass(slots=True)
class Checked:
    """The figures of a file with the row each stands in, and the rows set aside."""

    figures: Content = field(default_factory=dict)
    rows: dict[Key, TidyRow] = field(default_factory=dict)
    aside: list[RowAside] = field(default_factory=list)

    def set_aside(self, row: TidyRow, fault: RowFaultError) -> None:
        """Leave the row out."""
        self.aside.append(
            RowAside(
                row=row.row,
                content=row.content(),
                code=fault.code,
                params=fault.params,
                key=(row.place, row.indicator, row.period),
            )
        )


def checked(rows: Iterable[TidyRow], contract: Contract) -> Checked:
    """Every row that keeps the contract as a figure; of keys that stand twice see `_unique`."""
    found = Checked()
    twice: dict[Key, list[TidyRow]] = {}
    for row in rows:
        try:
            key, entry = contract.figure(row)
        except RowFaultError as fault:
            found.set_aside(row, fault)
            continue
        if key in found.rows:
            twice.setdefault(key, [found.rows[key]]).append(row)
            continue
        found.figures[key], found.rows[key] = entry, row
    for key, same in twice.items():
        _settle(found, key, same, contract)
    return found


def _settle(found: Checked, key: Key, same: list[TidyRow], contract: Contract) -> None:
    """Keep the first of rows that say the same of one figure; where they differ, keep none."""
    numbers = {contract.figure(row)[1][:4] for row in same}
    if len(numbers) == 1:
        for row in same[1:]:
            found.set_aside(row, RowFaultError("stands_twice", first=same[0].row))
        return
    del found.figures[key], found.rows[key]
    listed = [row.row for row in same]
    for row in same:
        found.set_aside(row, RowFaultError("contradicted", rows=listed))


def _cell(row: TidyRow) -> dict[str, str]:
    return {"cell": row.source[:60]} if row.source else {}


def _check_bounds(column: str, cell: str, found: Decimal, rule: IndicatorRule) -> None:
    if not rule.lowest <= found <= rule.highest:
        raise RowFaultError("out_of_bounds", column=column, cell=cell, **_bounds(rule))


def _bounds(rule: IndicatorRule) -> dict[str, str]:
    bounds = {"lowest": decimal_text(rule.lowest), "highest": decimal_text(rule.highest)}
    return bounds | {"unit": rule.unit}


@lru_cache(maxsize=256)
def _status(text: str) -> str:
    if set(text) <= STATUS_LETTERS and len(set(text)) == len(text):
        return text
    raise RowFaultError("status_unknown", cell=text[:20], known=sorted(STATUS_LETTERS))


def _note(text: str) -> str:
    if not text:
        return text
    if len(text) > LONGEST_NOTE:
        raise RowFaultError("note_too_long", length=len(text), most=LONGEST_NOTE)
    return one_line(text)
