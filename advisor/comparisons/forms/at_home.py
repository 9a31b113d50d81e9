"""Sections about the life at home: pay, housing, spending, commitments, savings."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.forms.fields import HIGHEST_SUM, AmountField, NumberField, PercentField
from advisor.comparisons.forms.places import CityField
from advisor.comparisons.forms.section import NOT_SAID, SectionForm


class PayForm(SectionForm):
    """Pay at home."""

    key = "pay"
    title = _("Your pay now")
    paths: ClassVar = {
        "gross": ("earners", 0, "pay", "gross_monthly"),
        "months": ("earners", 0, "pay", "months"),
        "bonus": ("earners", 0, "pay", "bonus"),
        "fund_rate": ("earners", 0, "pay", "fund_rate"),
        "insured_base": ("earners", 0, "pay", "insured_base"),
        "unit": ("earners", 0, "unit"),
    }

    gross = AmountField(
        label=_("Gross pay a month"),
        help_text=_("Before tax and contributions, in yuan. 0 if you have no job."),
    )
    months = NumberField(
        label=_("Months paid a year"),
        low=12, high=18, example="13", required=False,
        help_text=_("12 if we hear nothing; 13 with a 13th month's pay."),
    )  # fmt: skip
    bonus = AmountField(label=_("Year-end bonus"), required=False, help_text=_("Yuan a year."))
    fund_rate = PercentField(
        label=_("Housing fund rate, own part (%)"),
        high=0.12, required=False,
        help_text=_("5 to 12. Empty: 5, the lowest."),
    )  # fmt: skip
    insured_base = forms.ChoiceField(
        label=_("What your employer pays contributions on"),
        required=False,
        choices=[
            NOT_SAID,
            ("actual", _("My actual pay")),
            ("minimum", _("The lowest base allowed")),
            ("none", _("No contributions are paid")),
        ],
        help_text=_("We take your actual pay if you don't know."),
    )
    unit = forms.ChoiceField(
        label=_("Kind of employer"),
        required=False,
        choices=[
            NOT_SAID,
            ("private", _("Private company")),
            ("non_private", _("State, foreign, listed or public employer")),
        ],
        help_text=_("It decides which average wages we compare."),
    )


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
        "if_leaving": ("home", "housing", "if_leaving"),
    }

    city = CityField(label=_("City you live in"))
    kind = forms.ChoiceField(
        label=_("How you live"),
        widget=forms.RadioSelect,
        choices=[
            ("owner", _("I own my home")),
            ("renter", _("I rent")),
            ("with_family", _("With family, without rent")),
        ],
    )
    area = NumberField(
        label=_("Floor area (m²)"), low=5, high=1000, example="75", required=False,
        help_text=_("Gross floor area, as in the deed."),
    )  # fmt: skip
    rent = AmountField(label=_("Rent a month"), required=False, help_text=_("Only if you rent."))
    mortgage = AmountField(
        label=_("Mortgage payment a month"), required=False, help_text=_("Only if you own.")
    )
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
