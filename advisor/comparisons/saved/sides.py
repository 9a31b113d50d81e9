"""Two saved versions side by side: what was asked differently, and what came out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from advisor.comparisons.models import SavedVersion
from advisor.comparisons.presenters.outlook.words import chance
from advisor.comparisons.saved.names import city_names, short_verdict
from advisor.comparisons.saved.shown import kept_answer
from advisor.web.money import more_or_less, yuan

type City = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """One line: what it is, and what each of the two says; empty where one does not have it."""

    label: str
    one: str
    other: str

    @property
    def differs(self) -> bool:
        return self.one != self.other


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """Lines under a title: home, or a destination."""

    title: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sides:
    one: SavedVersion
    other: SavedVersion
    blocks: tuple[Block, ...]
    inputs: tuple[Pair, ...]  # those that differ


def sides(one: SavedVersion, other: SavedVersion) -> Sides:
    """The two versions, line by line."""
    return Sides(
        one=one,
        other=other,
        blocks=tuple(gist_blocks(one.gist, other.gist)),
        inputs=tuple(pair for pair in _inputs(one, other) if pair.differs),
    )


def gist_blocks(one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[Block]:
    """What came out: at home, then in each city that either of the two looks at."""
    names = city_names()
    yield Block(
        title=_("At home"),
        pairs=(
            Pair(label=_("City"), one=names[one["home"]], other=names[other["home"]]),
            _pair(_("Gross pay a month"), one, other, "pay", amount),
            _pair(_("Left a month"), one, other, "left", amount),
        ),
    )
    first, second = ({city["city"]: city for city in gist["cities"]} for gist in (one, other))
    for code in dict.fromkeys([*first, *second]):
        yield Block(
            title=names[code], pairs=tuple(_city(first.get(code, {}), second.get(code, {})))
        )


def _city(one: City, other: City) -> Iterator[Pair]:
    yield _pair(_("Verdict"), one, other, "verdict", short_verdict)
    yield _pair(_("Gross pay needed a month"), one, other, "needed", amount)
    yield _pair(_("Equal-standard pay"), one, other, "standard", amount)
    yield _pair(_("Break-even pay"), one, other, "break_even", amount)
    yield _pair(_("Pay for owning as much"), one, other, "worth", amount)
    yield _pair(_("Left a month, against home"), one, other, "difference", difference)
    yield _pair(_("Cash needed to move"), one, other, "cash", amount)
    yield _pair(_("Owning more by moving"), one, other, "better_off", chance)


def _pair(label: str, one: City, other: City, key: str, words: Callable[[Any], str]) -> Pair:
    return Pair(label=label, one=_said(one, key, words), other=_said(other, key, words))


def _said(city: City, key: str, words: Callable[[Any], str]) -> str:
    if key not in city:
        return ""
    return _("no answer") if city[key] is None else words(city[key])


def amount(cny: float) -> str:
    """CNY as pages show it."""
    return yuan(round(cny * 100))


def difference(cny: float) -> str:
    """A difference of CNY in words."""
    return more_or_less(round(cny * 100))


def _inputs(one: SavedVersion, other: SavedVersion) -> Iterator[Pair]:
    first, second = _typed(one), _typed(other)
    for label in dict.fromkeys([*first, *second]):
        yield Pair(label=label, one=first.get(label, ""), other=second.get(label, ""))


def _typed(version: SavedVersion) -> dict[str, str]:
    """The inputs in words by their full name."""
    return {
        " · ".join(filter(None, (one.city, one.group, one.label))): one.value
        for one in kept_answer(version).inputs
    }
