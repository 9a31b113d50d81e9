"""Sections about the life at home: housing, spending, commitments, savings, the time looked at."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.forms.answers import NOT_SAID, MonthField
from advisor.comparisons.forms.fields import HIGHEST_SUM, AmountField, NumberField
from advisor.comparisons.forms.places import CityField
from advisor.comparisons.forms.section import SectionForm


class HomeForm(SectionForm):
    """Where one lives now, and how."""

    key = "home"
    title = _("Your home now")
    paths: ClassVar = {
        "city": ("home", "city"),
        "kind": ("home", "housing", "kind"),
        "area": ("home", "housing", "area_m2"),
        "rent": ("home", "housing", "rent"),
        "mortgage": ("home", "housing", "mortgage_monthly"),
        "mortgage_left": ("home", "housing", "mortgage_left"),
        "value": ("home", "housing", "value"),
        "if_leaving": ("home", "housing", "if_leaving"),
    }

    city = CityField(label=_("City you live in"))
    kind = forms.ChoiceField(
        label=_("How you live"),
        widget=forms.RadioSelect,
        required=False,
        choices=[
            ("owner", _("I own my home")),
            ("renter", _("I rent")),
            ("with_family", _("With family, without rent")),
        ],
        help_text=_("We take a rented one-bedroom flat if you say nothing."),
    )
    area = NumberField(
        label=_("Floor area (m²)"), low=5, high=1000, example="75", required=False,
        help_text=_("Gross floor area, as in the deed."),
    )  # fmt: skip
    rent = AmountField(label=_("Rent a month"), required=False, help_text=_("Only if you rent."))
    mortgage = AmountField(
        label=_("Mortgage payment a month"), required=False, help_text=_("Only if you own.")
    )
    mortgage_left = AmountField(
        label=_("Mortgage left to pay"), high=HIGHEST_SUM, required=False,
        help_text=_("Only if you own. Empty: none."),
    )  # fmt: skip
    value = AmountField(
        label=_("What your home would sell for"), high=HIGHEST_SUM, required=False,
        help_text=_("Only if you own. Empty: our estimate from its area."),
    )  # fmt: skip
    if_leaving = forms.ChoiceField(
        label=_("If you leave, your own home"),
        required=False,
        choices=[
            NOT_SAID,
            ("keep", _("stays empty")),
            ("let", _("is let")),
            ("sell", _("is sold")),
            ("family", _("family goes on living in it")),
        ],
        help_text=_("Only if you own. We take it as standing empty if you don't know."),
    )


class LivingForm(SectionForm):
    """What daily life costs."""

    key = "living"
    title = _("Daily spending")
    paths: ClassVar = {
        "total": ("living_total_home",),
        "basket": ("basket",),
    }

    total = AmountField(
        label=_("What you spend a month now, without rent"),
        required=False,
        help_text=_("All of daily life with water, power and gas. Empty: our estimate."),
    )
    basket = forms.ChoiceField(
        label=_("How you live"),
        required=False,
        choices=[
            ("typical", _("As most people do")),
            ("get_by", _("Getting by")),
            ("comfortable", _("Comfortably")),
        ],
        help_text=_("Counts only where you gave no amount."),
    )

    def write(self, document: dict[str, Any]) -> None:
        """A new total takes the place of amounts by category."""
        super().write(document)
        if self.cleaned_data["total"] is not None:
            document.pop("living", None)


class CommitmentsForm(SectionForm):
    """What has to be paid wherever one lives."""

    key = "commitments"
    title = _("Fixed commitments")
    paths: ClassVar = {"commitments": ("commitments_monthly",)}

    commitments = AmountField(
        label=_("Fixed commitments a month"),
        required=False,
        help_text=_("Loans, insurance, money to parents: what no city changes."),
    )


class SavingsForm(SectionForm):
    """Money at hand."""

    key = "savings"
    title = _("Savings")
    paths: ClassVar = {"savings": ("savings",), "fund_balance": ("fund_balance",)}

    savings = AmountField(
        label=_("Savings you can draw on"), high=HIGHEST_SUM, required=False,
        help_text=_("Empty: we don't test whether you can pay for the move."),
    )  # fmt: skip
    fund_balance = AmountField(
        label=_("Balance of your housing fund"), high=HIGHEST_SUM, required=False
    )


class PlanForm(SectionForm):
    """When to move, and how far to look ahead."""

    key = "plan"
    title = _("The time looked at")
    paths: ClassVar = {"move_date": ("move_date",), "horizon": ("horizon_years",)}

    move_date = MonthField(
        label=_("Month of the move"), required=False,
        help_text=_("Such as 2027-01. Empty: next month."),
    )  # fmt: skip
    horizon = NumberField(
        label=_("Years to look ahead"), low=1, high=30, example="5", required=False,
        help_text=_("Empty: 5."),
    )  # fmt: skip
