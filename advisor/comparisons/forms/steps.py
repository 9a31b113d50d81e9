"""Parts of the six short steps that are asked once for what sections ask place by place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.document_paths import Path, put, value_at
from advisor.comparisons.forms.at_home import HomeForm
from advisor.comparisons.forms.fields import AmountField, NumberField
from advisor.comparisons.forms.pay import PayForm
from advisor.comparisons.forms.places import CityField
from advisor.comparisons.forms.section import SectionForm
from advisor.comparisons.forms.there import BASKETS, FLATS, SCHOOL_PLACES, make_room_for_offer
from advisor.comparisons.households import TIER_ONE
from advisor.comparisons.wording import place_name
from advisor.datasets.places import gazetteer

AS_IT_IS: tuple[str, Any] = ("", _("I don't know, or it differs by city"))


class YouForm(SectionForm):
    """Where one lives and what one earns: enough for a first answer."""

    key = "you"
    title = _("You")
    intro = _("With these two answers we can work out a first result. All others are optional.")
    paths: ClassVar = {
        "city": ("home", "city"),
        "gross": ("earners", 0, "pay", "gross_monthly"),
        "age": ("earners", 0, "age"),
    }

    city = CityField(
        label=_("City you live in"), help_text=_("Chinese name, pinyin or English name.")
    )
    gross = AmountField(
        label=_("Gross pay a month"),
        help_text=_("Before tax and contributions, in yuan. 0 if you have no job."),
    )
    age = NumberField(label=_("Age"), low=14, high=100, example="29", required=False)

    def write(self, document: dict[str, Any]) -> None:
        """A new question asks about the four tier-one cities."""
        super().write(document)
        city = self.cleaned_data["city"]
        document.setdefault("destinations", [{"city": one} for one in TIER_ONE if one != city])


class PayDetailsForm(PayForm):
    """Pay without the amount, which was asked before."""

    key = "pay-details"
    title = _("Your pay, in detail")
    paths: ClassVar = {name: path for name, path in PayForm.paths.items() if name != "gross"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["gross"]


class HomeDetailsForm(HomeForm):
    """The home without its city, which was asked before."""

    key = "home-details"
    paths: ClassVar = {name: path for name, path in HomeForm.paths.items() if name != "city"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["city"]


class EverywhereForm(SectionForm):
    """Home, life and offers at all destinations; what is left empty stays as it is."""

    key = "everywhere"
    title = _("There")
    intro = _("The same for every city that you compare. Each can be changed by itself later.")
    shared: ClassVar[Mapping[str, Path]] = {
        "kind": ("housing", "kind"),
        "basket": ("basket",),
        "school_place": ("school_place",),
    }

    kind = forms.ChoiceField(
        label=_("Where you would live"), required=False,
        choices=[AS_IT_IS, *(flat for flat in FLATS if flat[0] != "area")],
    )  # fmt: skip
    basket = forms.ChoiceField(
        label=_("How you would live there"), required=False, choices=[AS_IT_IS, *BASKETS]
    )
    school_place = forms.ChoiceField(
        label=_("School for the children"), required=False, choices=[AS_IT_IS, *SCHOOL_PLACES[1:]],
        help_text=_("Only with children who move along."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = {place.adcode: place_name(place) for place in gazetteer().places}
        for name, (_step, index, *_rest) in self.all_paths().items():
            city = names[self.answered["destinations"][index]["city"]]
            self.fields[name] = AmountField(
                label=_now("Gross pay a month that you are offered in {city}").format(city=city),
                required=False,
                help_text=_now("Empty: no offer, typical pay."),
            )

    def all_paths(self) -> Mapping[str, Path]:
        if self.answered["earners"][0].get("stays"):
            return {}
        return {
            f"offer_{one['city']}": ("destinations", index, "offers", 0, "gross_monthly")
            for index, one in enumerate(self.answered["destinations"])
        }

    def write(self, document: dict[str, Any]) -> None:
        """Put the same into each destination; an empty offer takes the offer out."""
        for index in range(len(document["destinations"])):
            for name, path in self.shared.items():
                if value := self.cleaned_data[name]:
                    put(document, ("destinations", index, *path), value)
        for name, path in self.all_paths().items():
            gross = self.cleaned_data[name]
            make_room_for_offer(document, int(path[1]), 0, is_offer=gross is not None)
            if gross is not None:
                put(document, path, gross)

    def _initial(self) -> dict[str, Any]:
        return super()._initial() | {
            name: _common(self.answered["destinations"], path) for name, path in self.shared.items()
        }


def _common(destinations: list[dict[str, Any]], path: Path) -> Any:
    """What all destinations say there; None where they differ."""
    said = [value_at(one, path) for one in destinations]
    return said[0] if all(one == said[0] for one in said) else None
