"""Sections about a destination: pay there, the home there, the move."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.document_paths import Path, put, value_at
from advisor.comparisons.forms.answers import NOT_SAID, YesNoField
from advisor.comparisons.forms.fields import HIGHEST_SUM, AmountField, NumberField, PercentField
from advisor.comparisons.forms.pay import PAY_ORDER, DeclaredBaseForm, pay_paths
from advisor.comparisons.forms.section import SectionForm

FLATS: list[tuple[str, Any]] = [
    ("one_bed", _("A one-bedroom flat")),
    ("room", _("A room in a shared flat")),
    ("dormitory", _("A staff dormitory")),
    ("two_bed", _("A two-bedroom flat")),
    ("three_bed", _("A three-bedroom flat")),
    ("area", _("A flat of an area that I choose")),
]
BASKETS: list[tuple[str, Any]] = [
    ("typical", _("As most people do")),
    ("get_by", _("Getting by")),
    ("comfortable", _("Comfortably")),
]
SCHOOL_PLACES: list[tuple[str, Any]] = [
    NOT_SAID,
    ("public", _("A public school place is certain")),
    ("unsure", _("It is uncertain")),
    ("private", _("A private school")),
]


class OfferForm(DeclaredBaseForm):
    """A real offer there."""

    key = "offer"
    title = _("Pay there")
    intro = _("With an offer the answer is yours; without one we go by average wages.")
    of_destination = True
    field_order = PAY_ORDER
    earner: ClassVar[int] = 0

    gross = AmountField(
        label=_("Gross pay a month that you are offered"), required=False,
        help_text=_("Empty: no offer, typical pay."),
    )  # fmt: skip
    months = NumberField(
        label=_("Months paid a year"), low=12, high=18, example="13", required=False,
        help_text=_("Empty: as at home."),
    )  # fmt: skip
    bonus = AmountField(
        label=_("Year-end bonus"), required=False,
        help_text=_("Yuan a year. Empty: the same share of pay as at home."),
    )  # fmt: skip
    fund_rate = PercentField(
        label=_("Housing fund rate, own part (%)"), high=0.12, required=False,
        help_text=_("Empty: as at home, within the city's limits."),
    )  # fmt: skip

    @classmethod
    def applies(cls, document: Mapping[str, Any]) -> bool:
        earners = document["earners"]
        return cls.earner < len(earners) and not earners[cls.earner].get("stays")

    def all_paths(self) -> Mapping[str, Path]:
        return pay_paths(("offers", self.earner))

    def write(self, document: dict[str, Any]) -> None:
        """Without an offered pay there is no offer."""
        is_offer = self.cleaned_data["gross"] is not None and self.applies(document)
        make_room_for_offer(document, self.destination or 0, self.earner, is_offer=is_offer)
        if is_offer:
            super().write(document)


class PartnerOfferForm(OfferForm):
    """A real offer for the second earner."""

    key = "partner-offer"
    title = _("Pay there of the second earner")
    earner = 1


def make_room_for_offer(
    document: dict[str, Any], destination: int, earner: int, *, is_offer: bool
) -> None:
    """Leave an entry for that earner's offer, or none."""
    path: Path = ("destinations", destination, "offers")
    offers = list(value_at(document, path) or ())
    offers += [None] * (earner + 1 - len(offers))
    offers[earner] = (offers[earner] or {}) if is_offer else None
    while offers and offers[-1] is None:
        offers.pop()
    put(document, path, offers or None)


class FlatForm(SectionForm):
    """The home there."""

    key = "flat"
    title = _("Your home there")
    of_destination = True
    paths: ClassVar = {
        "kind": ("housing", "kind"),
        "level": ("housing", "level"),
        "rent": ("housing", "rent"),
        "area": ("housing", "area_m2"),
        "fund_for_rent": ("fund_for_rent",),
        "buy_in_year": ("housing", "buy_in_year"),
        "buy_area": ("housing", "buy_area_m2"),
        "down_payment": ("housing", "down_payment"),
    }

    kind = forms.ChoiceField(
        label=_("Where you would live"),
        required=False,
        choices=[NOT_SAID, *FLATS],
        help_text=_("Empty: a one-bedroom flat, with children who move along a two-bedroom one."),
    )
    area = NumberField(
        label=_("Its floor area (m²)"), low=5, high=1000, example="60", required=False,
        help_text=_("Only for a flat of an area that you choose."),
    )  # fmt: skip
    level = forms.ChoiceField(
        label=_("Rent level"),
        required=False,
        choices=[("", _("Typical")), ("low", _("Low")), ("high", _("High"))],
        help_text=_("Low and high: cheaper and dearer flats of that size."),
    )
    rent = AmountField(
        label=_("Or the rent you would pay a month"), required=False,
        help_text=_("Empty: our figure for the city."),
    )  # fmt: skip
    fund_for_rent = YesNoField(label=_("Would you draw your housing fund for the rent?"))
    buy_in_year = NumberField(
        label=_("Buy a home there, after so many years"), low=1, high=30, example="3",
        required=False, help_text=_("Empty: no purchase."),
    )  # fmt: skip
    buy_area = NumberField(
        label=_("Floor area of the home to buy (m²)"), low=5, high=1000, example="75",
        required=False,
    )  # fmt: skip
    down_payment = AmountField(
        label=_("Down payment"), high=HIGHEST_SUM, required=False,
        help_text=_("Empty: the lowest share that is allowed."),
    )  # fmt: skip


class LifeThereForm(SectionForm):
    """How one would live there, and where the children would go to school."""

    key = "life"
    title = _("Life there")
    of_destination = True
    paths: ClassVar = {"basket": ("basket",), "school_place": ("school_place",)}

    basket = forms.ChoiceField(
        label=_("How you would live there"), required=False, choices=[NOT_SAID, *BASKETS],
        help_text=_("Empty: as now."),
    )  # fmt: skip
    school_place = forms.ChoiceField(
        label=_("School for the children"), required=False, choices=SCHOOL_PLACES,
        help_text=_("Only with children who move along."),
    )  # fmt: skip


class MoveForm(SectionForm):
    """What the move costs."""

    key = "move"
    title = _("The move")
    intro = _("Leave empty what you don't know: our estimate stays.")
    of_destination = True
    paths: ClassVar = {
        "travel": ("moving", "travel"),
        "freight": ("moving", "freight"),
        "agent_fee": ("moving", "agent_fee"),
        "set_up": ("moving", "set_up"),
        "first_nights": ("moving", "first_nights"),
        "deposit_months": ("moving", "deposit_months"),
        "advance_months": ("moving", "advance_months"),
        "search_months": ("moving", "search_months"),
        "trips_home": ("moving", "trips_home_a_year"),
    }

    travel = AmountField(label=_("Travel"), required=False)
    freight = AmountField(label=_("Moving goods"), required=False)
    agent_fee = AmountField(label=_("Agent fee"), required=False)
    set_up = AmountField(label=_("Setting up the home"), required=False)
    first_nights = AmountField(label=_("First nights"), required=False)
    deposit_months = NumberField(
        label=_("Deposit, in months of rent"), high=60, example="1", required=False
    )
    advance_months = NumberField(
        label=_("Rent paid in advance, in months"), high=60, example="3", required=False
    )
    search_months = NumberField(label=_("Months without pay"), high=60, example="2", required=False)
    trips_home = NumberField(label=_("Trips home a year"), high=366, example="2", required=False)
