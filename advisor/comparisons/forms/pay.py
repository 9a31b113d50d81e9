"""Sections about earning at home: pay, contributions, work, the year of the move."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.document_paths import Path, value_at
from advisor.comparisons.forms.answers import BASES, POSTS, SECTORS, UNITS, YesNoField
from advisor.comparisons.forms.fields import HIGHEST_SUM, AmountField, NumberField, PercentField
from advisor.comparisons.forms.section import SectionForm

PAY_ORDER = (
    "city", "who", "gross", "months", "bonus", "fund_rate", "insured_base", "insured_amount",
    "contributions", "unit",
)  # fmt: skip


class DeclaredBaseForm(SectionForm):
    """What contributions are paid on: a word, or an amount typed beside it."""

    insured_base = forms.ChoiceField(
        label=_("What the employer pays contributions on"),
        required=False,
        choices=BASES,
        help_text=_("We take the actual pay if you don't know."),
    )
    insured_amount = AmountField(
        label=_("That amount a month"), required=False,
        help_text=_("Only if you know the base: it stands on the contribution record."),
    )  # fmt: skip
    contributions = AmountField(
        label=_("Own contributions a month, if you work flexibly"), required=False,
        help_text=_("What you pay yourself, without an employer. It replaces the rules."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        amount, base = answers.get("insured_amount"), answers.get("insured_base")
        if base == "amount" and amount is None and not self.has_error("insured_amount"):
            self.add_error("insured_amount", _now("The amount is missing. Type it."))
        if amount is not None and base in ("", "amount"):
            answers["insured_base"] = amount
        return answers

    def _initial(self) -> dict[str, Any]:
        initial = super()._initial()
        base = initial.get("insured_base")
        if isinstance(base, int | float):
            initial |= {"insured_base": "amount", "insured_amount": base}
        return initial


def pay_paths(path: Path) -> dict[str, Path]:
    """Where the fields of a pay stand, below that path."""
    return {
        "gross": (*path, "gross_monthly"),
        "months": (*path, "months"),
        "bonus": (*path, "bonus"),
        "fund_rate": (*path, "fund_rate"),
        "insured_base": (*path, "insured_base"),
        "contributions": (*path, "contributions_monthly"),
    }


class PayForm(DeclaredBaseForm):
    """Pay at home."""

    key = "pay"
    title = _("Your pay now")
    field_order = PAY_ORDER
    paths: ClassVar = pay_paths(("earners", 0, "pay")) | {"unit": ("earners", 0, "unit")}

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
    unit = forms.ChoiceField(
        label=_("Kind of employer"), required=False, choices=UNITS,
        help_text=_("It decides which average wages we compare."),
    )  # fmt: skip


class WorkForm(SectionForm):
    """What an earner does, and what the tax office takes into account."""

    key = "work"
    title = _("You and your work")
    earner: ClassVar[int] = 0

    sector = forms.ChoiceField(
        label=_("Industry"), required=False, choices=SECTORS,
        help_text=_("Empty: the wages of all industries."),
    )  # fmt: skip
    post = forms.ChoiceField(
        label=_("Kind of work"), required=False, choices=POSTS,
        help_text=_("Empty: the wages of all kinds of work."),
    )  # fmt: skip
    age = NumberField(label=_("Age"), low=14, high=100, example="29", required=False)
    only_child = YesNoField(
        label=_("Only child?"), help_text=_("It decides the deduction for parents over 60.")
    )
    further_study = YesNoField(
        label=_("Studying for a degree?"), help_text=_("It brings a deduction from taxed pay.")
    )

    def all_paths(self) -> Mapping[str, Path]:
        names = ("sector", "post", "age", "only_child", "further_study")
        return {name: ("earners", self.earner, name) for name in names}


class YearForm(SectionForm):
    """The year of the move and the first months there."""

    key = "year"
    title = _("The year of the move")
    intro = _("Only if you know it: it makes the tax of the first year exact.")
    earner: ClassVar[int] = 0

    paid_months = NumberField(
        label=_("Months paid already in the year of the move"), high=12, example="6",
        required=False,
    )  # fmt: skip
    paid_gross = AmountField(label=_("Gross pay of these months"), high=HIGHEST_SUM, required=False)
    paid_contributions = AmountField(
        label=_("Contributions of these months"), high=HIGHEST_SUM, required=False
    )
    paid_tax = AmountField(label=_("Tax of these months"), high=HIGHEST_SUM, required=False)
    probation_months = NumberField(
        label=_("Probation there, in months"), high=60, example="3", required=False
    )
    probation_share = PercentField(
        label=_("Pay during probation (% of full pay)"), low=0.8, high=1, required=False,
        help_text=_("80 to 100."),
    )  # fmt: skip

    def all_paths(self) -> Mapping[str, Path]:
        here: Path = ("earners", self.earner)
        paid = ("months", "gross", "contributions", "tax")
        return {f"paid_{name}": (*here, "paid_this_year", name) for name in paid} | {
            f"probation_{name}": (*here, "probation", name) for name in ("months", "share")
        }

    def write(self, document: dict[str, Any]) -> None:
        """A part without any answer is not there at all."""
        super().write(document)
        earner = value_at(document, ("earners", self.earner)) or {}
        for part in ("paid_this_year", "probation"):
            if not earner.get(part):
                earner.pop(part, None)
