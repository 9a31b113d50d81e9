"""The quick check: few answers, a whole document."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.forms.fields import AmountField
from advisor.comparisons.forms.places import AsksCities, CityField
from advisor.comparisons.households import TIER_ONE

OWN_RENT = "own_rent"


class QuickCheckForm(AsksCities, forms.Form):
    """Home city, pay, housing here and there, and perhaps an offer."""

    home = CityField(
        label=_("City you live in"), help_text=_("Chinese name, pinyin or English name.")
    )
    gross = AmountField(
        label=_("Gross pay a month"),
        help_text=_("Before tax and contributions, such as 8,000 or 0.8万. 0 if you have no job."),
    )
    kind = forms.ChoiceField(
        label=_("How you live now"),
        widget=forms.RadioSelect,
        choices=[
            ("owner", _("I own my home")),
            ("renter", _("I rent")),
            ("with_family", _("With family, without rent")),
        ],
    )
    flat = forms.ChoiceField(
        label=_("Where you would live there"),
        widget=forms.RadioSelect,
        initial="one_bed",
        choices=[
            ("one_bed", _("A one-bedroom flat")),
            ("room", _("A room in a shared flat")),
            (OWN_RENT, _("I know my rent")),
        ],
    )
    rent = AmountField(
        label=_("That rent a month"),
        required=False,
        help_text=_(
            "Only if you know it. It is used for every city; change it city by city later."
        ),
    )
    offer_city = CityField(label=_("City of the offer"), required=False)
    offer_gross = AmountField(label=_("Gross pay a month that is offered"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if answers.get("flat") == OWN_RENT and answers.get("rent") is None:
            self._ask(
                "rent", _now("That rent a month is missing. Type it, or choose a home above.")
            )
        if answers.get("offer_city") and answers.get("offer_gross") is None:
            self._ask("offer_gross", _now("The pay of the offer is missing. Type it."))
        if answers.get("offer_gross") is not None and not answers.get("offer_city"):
            self._ask("offer_city", _now("The city of the offer is missing. Type its name."))
        return answers

    def document(self) -> dict[str, Any]:
        """The question of this valid form, with the four tier-one cities as destinations."""
        answers = self.cleaned_data
        return {
            "home": {"city": answers["home"], "housing": {"kind": answers["kind"]}},
            "earners": [{"pay": {"gross_monthly": answers["gross"]}}],
            "destinations": [self._destination(city) for city in self._cities()],
        }

    def _ask(self, name: str, message: str) -> None:
        """A fault of its own, unless the field has one already."""
        if not self.has_error(name):
            self.add_error(name, message)

    def _cities(self) -> list[str]:
        """The city of the offer first; then the four, without home."""
        offered = self.cleaned_data["offer_city"]
        others = [city for city in TIER_ONE if city not in (self.cleaned_data["home"], offered)]
        return [offered, *others] if offered else others

    def _destination(self, city: str) -> dict[str, Any]:
        answers = self.cleaned_data
        destination: dict[str, Any] = {"city": city}
        if answers["flat"] == OWN_RENT:
            destination["housing"] = {"rent": answers["rent"]}
        elif city != answers["home"]:
            destination["housing"] = {"kind": answers["flat"]}
        if city == answers["offer_city"]:
            destination["offers"] = [{"gross_monthly": answers["offer_gross"]}]
        return destination
