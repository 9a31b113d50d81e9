"""A place in a rule file: reads it strictly, and names its path when something is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from advisor.engine.money import InexactNumberError, fen_of, ppm_of
from advisor.engine.pay.dated import Dated, History

PERIOD_KEYS = frozenset({"effective_from", "effective_to"})
ORIGIN_KEYS = PERIOD_KEYS | {"source_id", "confidence", "status", "note", "also"}


class RuleFileError(ValueError):
    """A rule file breaks its own form; `path` names the place, `problem` says what is wrong."""

    def __init__(self, path: str, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(f"{path}: {problem}")


@dataclass(frozen=True, slots=True)
class RuleNode:
    """A value of a rule file with its path. Every scalar is text or None, as it was written."""

    path: str
    value: Any

    def __contains__(self, key: str) -> bool:
        return key in self.mapping()

    def __getitem__(self, key: str) -> RuleNode:
        if key not in self.mapping():
            raise RuleFileError(self.path, f"{key} is missing")
        return RuleNode(f"{self.path}.{key}", self.value[key])

    def mapping(self) -> Mapping[str, Any]:
        """Keys and values as they stand in the file. Raises RuleFileError for anything else."""
        if not isinstance(self.value, Mapping):
            raise RuleFileError(self.path, "must hold keys and values")
        return self.value

    def items(self) -> Iterator[tuple[str, RuleNode]]:
        """Every key with its node. Raises RuleFileError where there are no keys and values."""
        return ((key, self[key]) for key in self.mapping())

    def rows(self) -> list[RuleNode]:
        """The entries of a list; those that are nodes already keep their own path."""
        if not isinstance(self.value, list):
            raise RuleFileError(self.path, "must be a list")
        return [
            row if isinstance(row, RuleNode) else RuleNode(f"{self.path}[{index}]", row)
            for index, row in enumerate(self.value)
        ]

    def only(self, keys: Iterable[str]) -> RuleNode:
        """The node itself; raises RuleFileError where it holds any other key."""
        if unknown := set(self.mapping()) - set(keys):
            raise RuleFileError(self.path, f"unknown key {', '.join(sorted(unknown))}")
        return self

    def optional(self, key: str) -> RuleNode | None:
        """The value under the key; None where it is missing, null or empty."""
        return self[key] if self.mapping().get(key) not in (None, "") else None

    def text(self) -> str:
        """The text, not empty. Raises RuleFileError for anything else."""
        if not isinstance(self.value, str) or not self.value:
            raise RuleFileError(self.path, "must be text")
        return self.value

    def day(self) -> date:
        """The day that is written as 2026-07-01. Raises RuleFileError for anything else."""
        try:
            return date.fromisoformat(self.text())
        except ValueError as error:
            raise RuleFileError(self.path, "must be a day such as 2026-07-01") from error

    def fen(self) -> int:
        """Fen of an amount in yuan that is not negative."""
        return self._exact(fen_of)

    def ppm(self, *, highest: int = 1_000_000) -> int:
        """Parts per million of a rate from 0 to `highest`."""
        ppm = self._exact(ppm_of)
        if ppm > highest:
            raise RuleFileError(self.path, f"{self.value} is more than a rate can be")
        return ppm

    def fen_or_none(self, key: str) -> int | None:
        """Fen of the amount under the key; None where there is none."""
        found = self.optional(key)
        return None if found is None else found.fen()

    def dated[T](self, value: T) -> Dated[T]:
        """That value with the days and the origin that this row gives."""
        source, confidence = self.optional("source_id"), self["confidence"].text()
        if source is None and confidence != "derived":
            raise RuleFileError(self.path, "has no source")
        end = self.optional("effective_to")
        return Dated(
            value=value,
            effective_from=self["effective_from"].day(),
            effective_to=None if end is None else end.day(),
            source="" if source is None else source.text(),
            confidence=confidence,
            status=self._text_or_empty("status"),
            note=self._text_or_empty("note"),
        )

    def history[T](self, keys: Iterable[str], read: Callable[[RuleNode], T]) -> History[T]:
        """The dated values of a list of rows; raises RuleFileError where their days overlap."""
        allowed = ORIGIN_KEYS | set(keys)
        history = tuple(row.only(allowed).dated(read(row)) for row in self.rows())
        _require_order(self.path, history)
        return history

    def _text_or_empty(self, key: str) -> str:
        found = self.optional(key)
        return "" if found is None else found.text()

    def _exact(self, read: Callable[[str], int]) -> int:
        try:
            number = read(self.text())
        except InexactNumberError as error:
            raise RuleFileError(self.path, str(error)) from error
        if number < 0:
            raise RuleFileError(self.path, "must not be negative")
        return number


def _require_order(path: str, history: History[Any]) -> None:
    if not history:
        raise RuleFileError(path, "holds no value")
    for dated in history:
        if dated.is_outdated(dated.effective_from):
            raise RuleFileError(path, f"{dated.effective_from} ends before it begins")
    for before, after in pairwise(history):
        end = before.effective_to or after.effective_from
        if end >= after.effective_from or before.effective_from >= after.effective_from:
            raise RuleFileError(path, f"the days before {after.effective_from} overlap or go back")
