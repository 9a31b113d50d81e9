"""Sections about a destination: pay there, the home there, the move."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.document_paths import put
from advisor.comparisons.forms.fields import AmountField, NumberField, PercentField
from advisor.comparisons.forms.section import SectionForm


class OfferForm(SectionForm):
    """A real offer there."""

    key = "offer"
    title = _("Pay there")
    intro = _("With an offer the answer is yours; without one we go by average wages.")
    of_destination = True
    paths: ClassVar = {
        "gross": ("offers", 0, "gross_monthly"),
        "months": ("offers", 0, "months"),
        "bonus": ("offers", 0, "bonus"),
        "fund_rate": ("offers", 0, "fund_rate"),
    }

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

    def write(self, document: dict[str, Any]) -> None:
        """Without an offered pay there is no offer."""
        if self.cleaned_data["gross"] is None:
            put(document, ("destinations", self.destination or 0, "offers"), None)
            return
        super().write(document)


class FlatForm(SectionForm):
    """The home there."""

    key = "flat"
    title = _("Your home there")
    of_destination = True
    paths: ClassVar = {
        "kind": ("housing", "kind"),
        "level": ("housing", "level"),
        "rent": ("housing", "rent"),
    }

    kind = forms.ChoiceField(
        label=_("Where you would live"),
        required=False,
        choices=[
            ("one_bed", _("A one-bedroom flat")),
            ("room", _("A room in a shared flat")),
            ("dormitory", _("A staff dormitory")),
            ("two_bed", _("A two-bedroom flat")),
            ("three_bed", _("A three-bedroom flat")),
        ],
    )
    level = forms.ChoiceField(
        label=_("Rent level"),
        required=False,
        choices=[("typical", _("Typical")), ("low", _("Low")), ("high", _("High"))],
        help_text=_("Low and high: cheaper and dearer flats of that size."),
    )
    rent = AmountField(
        label=_("Or the rent you would pay a month"), required=False,
        help_text=_("Empty: our figure for the city."),
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
