"""Examining a file before anybody relies on it: the one door of validation.

A file is held against the contract row by row, then as a whole against the version in force. What
comes out is what a draft of it would be, with everything that staff should know.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from advisor.datasets.canonical import Content, Entry, Key
from advisor.datasets.differences import Difference, difference
from advisor.datasets.validation import losses, moves, newcomers, rents_and_prices, swapped, units
from advisor.datasets.validation.contract import Checked, Contract, checked
from advisor.datasets.validation.found import Found, error, warning
from advisor.datasets.validation.history import History
from advisor.datasets.validation.periods import Today
from advisor.datasets.validation.ranges import RangeKinds
from advisor.datasets.validation.registry import Registry
from advisor.datasets.validation.tidy import FileRows, RowAside

MOST = 0.5  # of the rows set aside: then something is wrong with the file, not with rows,
FEW = 10  # unless they are only a few


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """What is in force: the figures of the dataset, and those its own are held against."""

    dataset: str
    figures: Mapping[Key, Entry]
    counterparts: Mapping[Key, Entry]


@dataclass(frozen=True, kw_only=True, slots=True)
class Examination:
    """What a draft of the file would hold and change, and what was found."""

    rows: int
    before: Mapping[Key, Entry]
    set_aside: tuple[RowAside, ...]
    findings: tuple[Found, ...]
    change: Difference
    biggest_moves: tuple[dict[str, Any], ...]
    accepted: int

    @property
    def is_publishable(self) -> bool:
        """Whether a row is left and no error was found; warnings still ask for a person."""
        return bool(self.accepted) and not any(found.is_error for found in self.findings)

    @property
    def counts(self) -> dict[str, int]:
        """How many figures would come, change and go, and how much was found wanting."""
        return {
            **self.change.counts,
            "set_aside": len(self.set_aside),
            "findings": len(self.findings),
        }

    @property
    def has_warnings(self) -> bool:
        return any(not found.is_error for found in self.findings)


def examination(
    file: FileRows, *, standing: Standing, registry: Registry, whole: bool, today: date
) -> Examination:
    """Examine the rows of a file. `whole`: what the file does not name is gone."""
    history = History(standing.figures)
    contract = Contract(
        dataset=standing.dataset,
        registry=registry,
        ranges=RangeKinds(standing.figures),
        today=Today(today),
    )
    found = checked(() if file.columns_missing else file.rows, contract)
    found.aside.extend(file.unread)
    slipped = _slipped(found, standing, history, registry)
    whole = whole and bool(found.figures)
    after = _after(found, standing.figures, whole=whole)
    change = difference(standing.figures, after)
    found_moves = moves.moves(change, history, registry)
    return Examination(
        rows=file.count,
        before=standing.figures,
        set_aside=tuple(sorted(found.aside, key=lambda aside: aside.row)),
        findings=(
            *_of_the_file(file, found, contract.today),
            *swapped.swapped_columns(file, found, contract),
            *slipped,
            *losses.rows_lost(standing.figures, change),
            *(losses.places_lost(standing.figures, after) if change.gone else ()),
            *losses.backwards(change, history),
            *moves.unusual_moves(found_moves, history, registry),
            *newcomers.unlike_others(change, history, registry),
            *rents_and_prices.rent_against_price(change, after, standing.counterparts),
        ),
        change=change,
        biggest_moves=tuple(moves.biggest(found_moves)),
        accepted=len(found.figures),
    )


def _slipped(
    found: Checked, standing: Standing, history: History, registry: Registry
) -> list[Found]:
    before = standing.figures
    changed = {
        key: found.rows[key]
        for key, entry in found.figures.items()
        if key not in before or before[key].value != entry.value
    }
    return units.set_slipped_aside(found, changed, history, registry)


def _after(found: Checked, before: Mapping[Key, Entry], *, whole: bool) -> Content:
    """What would be in force. A figure whose row was set aside stays as it was published."""
    if not whole:
        return {**before, **found.figures}
    named = (aside.key for aside in found.aside if aside.key)
    kept = {key: before[key] for key in named if key in before}
    return {**kept, **found.figures}


def _of_the_file(file: FileRows, found: Checked, today: Today) -> list[Found]:
    """What is to be said of the file apart from what was published before."""
    findings = []
    if file.columns_missing:
        given = ", ".join(file.columns_missing)
        findings.append(error("columns_missing", file.count, columns=given))
    elif not found.figures:
        findings.append(error("no_row_left", file.count))
    elif len(found.aside) > max(FEW, MOST * file.count):
        findings.append(warning("most_rows_set_aside", len(found.aside), rows_in_file=file.count))
    if file.columns_twice:
        findings.append(error("columns_twice", 0, columns=", ".join(file.columns_twice)))
    if file.columns_unknown:
        findings.append(warning("columns_unknown", 0, columns=", ".join(file.columns_unknown)))
    counts = Counter(key[2] for key in found.figures)
    running = [period for period in counts if today.ends_later(period)]
    if running:
        rows = sum(counts[period] for period in running)
        findings.append(warning("period_still_running", rows, period=max(running)))
    return findings
