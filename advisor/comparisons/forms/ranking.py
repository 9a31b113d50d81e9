"""What the list of cities is narrowed to and ordered by: a form that is sent by its address."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from advisor.comparisons.presenters.ranking.choosing import NO_TIER, Order, Wanted
from advisor.comparisons.wording import place_name
from advisor.comparisons.wording.tiers import TIERS, tier_word
from advisor.datasets.places import gazetteer
from advisor.engine.reference import Level, stands_at
from advisor.web.money import number

DISTANCES_KM = (300, 600, 1000, 2000)
# Steps to choose from: an amount of one's own never stands in an address.
RENTS_YUAN = (500, 750, 1000, 1500, 2000, 3000)
LONGEST_NAME = 60


class RankingForm(forms.Form):
    """Filters and order. What can't be read is said at its field, and nothing is filtered by it."""

    q = forms.CharField(required=False, max_length=LONGEST_NAME)
    tier = forms.ChoiceField(required=False)
    province = forms.ChoiceField(required=False)
    within = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    rent = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    sort = forms.ChoiceField(required=False)

    def __init__(self, data: Any = None, *, has_offer: bool) -> None:
        super().__init__(data)
        labels = {
            "q": _("Name"),
            "tier": _("Tier"),
            "province": _("Province"),
            "within": _("Distance from home"),
            "rent": _("Rent"),
            "sort": _("Order"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
        choices = {
            "tier": _tiers(),
            "province": _provinces(),
            "within": _distances(),
            "rent": _rents(),
            "sort": _orders(has_offer=has_offer),
        }
        for name, offered in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101  as declared above
            field.choices = list(offered)

    def wanted(self) -> Wanted:
        """What is asked, as far as it can be read."""
        self.is_valid()
        answers = self.cleaned_data if self.is_bound else {}
        named = answers.get("q")
        return Wanted(
            named=_named(named) if named else None,
            tier=answers.get("tier") or None,
            province=answers.get("province") or None,
            within_km=answers.get("within"),
            most_rent_fen=_fen(answers.get("rent")),
            order=Order(answers.get("sort") or Order.PAY),
        )


def _named(text: str) -> frozenset[str]:
    """The codes of all cities whose name or province the text fits."""
    index = gazetteer()
    return frozenset(place.adcode for place in index.search(text, len(index.cities)))


def _tiers() -> Iterable[tuple[str, str]]:
    yield "", _("Any tier")
    yield from ((tier, tier_word(tier)) for tier in TIERS)
    yield NO_TIER, tier_word(None)


def _provinces() -> Iterable[tuple[str, str]]:
    yield "", _("Any province")
    for place in gazetteer().places:
        if stands_at(place, Level.PROVINCE):
            yield place.adcode, place_name(place)


def _distances() -> Iterable[tuple[str, str]]:
    yield "", _("Any distance")
    for km in DISTANCES_KM:
        yield str(km), _("up to {km} km").format(km=number(km))


def _rents() -> Iterable[tuple[str, str]]:
    yield "", _("Any rent")
    for yuan in RENTS_YUAN:
        yield str(yuan), _("up to CNY {amount} a month").format(amount=number(yuan))


def _fen(yuan: int | None) -> int | None:
    return None if yuan is None else yuan * 100


def _orders(*, has_offer: bool) -> Iterable[tuple[str, str]]:
    yield Order.PAY, _("Pay needed, lowest first")
    if has_offer:
        yield Order.LEFT, _("Left with the offer, most first")
    yield Order.STANDARD, _("Pay for the same standard, lowest first")
    yield Order.ENDS_MEET, _("Pay that makes ends meet, lowest first")
    yield Order.RENT, _("Rent, lowest first")
    yield Order.DISTANCE, _("Distance, nearest first")
    yield Order.NAME, _("Name")
