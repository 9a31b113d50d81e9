"""Which figures and rules an answer is made of, and whether they are still the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from advisor.engine.reference import Observation, Reference, Series

CITY_RULES = "contributions/"
# Read by every answer, though a reference may have them from before it was recorded.
FOR_ALL = ("contributions/_national", "contributions/_provinces", "income_tax", "minimum_wage")

type SeriesKey = tuple[str, str]  # place, indicator


@dataclass(frozen=True, kw_only=True, slots=True)
class Used:
    """The series that were looked up, found or not, and the rule files that count for the cities.

    While all of them are the same, so is the answer: whatever is read next depends on them alone.
    """

    series: frozenset[SeriesKey]
    rules: frozenset[str]
    cities: frozenset[str]

    def text(self) -> str:
        """The names as text, to keep."""
        parts = (sorted(self.series), sorted(self.rules), sorted(self.cities))
        return json.dumps(parts, separators=(",", ":"))

    @staticmethod
    def of_text(text: str) -> Used:
        """What `text` gave."""
        series, rules, cities = json.loads(text)
        return Used(
            series=frozenset((place, indicator) for place, indicator in series),
            rules=frozenset(rules),
            cities=frozenset(cities),
        )


class _Witness[K, V](Mapping[K, V]):
    """A mapping that remembers what it was asked for."""

    def __init__(self, inner: Mapping[K, V]) -> None:
        self._inner = inner
        self.asked: set[K] = set()

    def __getitem__(self, key: K) -> V:
        self.asked.add(key)
        return self._inner[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._inner)

    def __len__(self) -> int:
        return len(self._inner)


class Recording:
    """A reference that remembers what is read of it."""

    def __init__(self, reference: Reference) -> None:
        self._plain = reference
        self._series: _Witness[SeriesKey, tuple[Observation, ...]] = _Witness(reference.series)
        self._rules: _Witness[str, Any] = _Witness(reference.rule_files)
        # What others read of figures before is read again.
        self.reference = replace(reference.with_series(self._series), rule_files=self._rules)

    def used(self, cities: Iterable[str]) -> Used:
        """What was read so far for these cities; the rules of other cities don't count."""
        known = frozenset(cities)
        return Used(
            series=frozenset(self._series.asked),
            rules=frozenset(
                {name for name in self._rules.asked if not name.startswith(CITY_RULES)}
            ).union(FOR_ALL),
            cities=known,
        )


def fingerprint(reference: Reference, used: Used) -> str:
    """The hash of the contents of all that was used, as that reference has it."""
    digest = hashlib.sha256()
    for key in sorted(used.series):
        digest.update(series_hash(reference, key))
    for name, file in sorted(used_rules(reference, used).items()):
        digest.update(_rule_hash(reference, name, file))
    return digest.hexdigest()


def changed_series(old: Reference, new: Reference, used: Used) -> tuple[SeriesKey, ...]:
    """The series that were used and are another now."""
    return tuple(
        key for key in sorted(used.series) if series_hash(old, key) != series_hash(new, key)
    )


def changed_rules(old: Reference, new: Reference, used: Used) -> tuple[str, ...]:
    """The names of rule files that were used and are others now."""
    before, after = used_rules(old, used), used_rules(new, used)
    return tuple(name for name in sorted({*before, *after}) if before.get(name) != after.get(name))


def used_rules(reference: Reference, used: Used) -> dict[str, Any]:
    """The rule files that count: those for all, and those about the cities."""
    return {
        name: file
        for name, file in reference.rule_files.items()
        if name in used.rules or (name.startswith(CITY_RULES) and _is_about(file, used.cities))
    }


def _is_about(file: Any, cities: frozenset[str]) -> bool:
    return isinstance(file, Mapping) and file.get("adcode") in cities


def series_hash(reference: Reference, key: SeriesKey) -> bytes:
    """The hash of a series, kept with its reference; an absent series has one too."""
    name = ("series_hash", key)
    if name not in reference.cache:
        rows = _rows(reference.series, key)
        reference.cache[name] = hashlib.sha256(repr((key, rows)).encode()).digest()
    found: bytes = reference.cache[name]
    return found


def _rows(series: Series, key: SeriesKey) -> tuple[tuple[Any, ...], ...]:
    return tuple(
        (one.period, one.value, one.low, one.high, one.range_kind, one.status, one.source, one.note)
        for one in series.get(key, ())
    )


def _rule_hash(reference: Reference, name: str, file: Any) -> bytes:
    key = ("rule_hash", name)
    if key not in reference.cache:
        text = json.dumps([name, file], sort_keys=True, ensure_ascii=False)
        reference.cache[key] = hashlib.sha256(text.encode()).digest()
    found: bytes = reference.cache[key]
    return found
