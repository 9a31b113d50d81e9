"""A field that takes a city's name as people write it, and never takes another in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from advisor.comparisons.wording import place_name, place_name_with_parent
from advisor.datasets.naming import Ambiguous, Found, NotACity, Unknown
from advisor.datasets.places import gazetteer
from advisor.engine.reference import Place

LONGEST_NAME = 60
MOST_SUGGESTIONS = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class SuggestedPlace:
    """A city to choose; `value` is what choosing it submits, `name` what it puts into a field."""

    value: str
    name: str
    label: str


class PlaceInput(forms.TextInput):
    """A text field that searches among places where scripts run."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        places = f"places-{context['widget']['attrs'].get('id', name)}"
        context["widget"]["attrs"] |= {
            "data-places": places,
            "hx-get": f"{reverse('places')}?of={name}",
            "hx-trigger": "input changed delay:150ms",
            "hx-target": f"#{places}",
            "hx-sync": "this:replace",
            "spellcheck": "false",
            "autocomplete": "off",
        }
        return context


class CityField(forms.CharField):
    """The cleaned value is the city's code. `note` says where its name is shared."""

    searches_places = True
    widget = PlaceInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.note = ""

    def clean(self, value: Any) -> str:
        text = str(value or "").strip()
        self.note = ""
        if not text:
            return self._nothing()
        if len(text) > LONGEST_NAME:
            raise self._unknown(text, ())
        match = gazetteer().named(text)
        if isinstance(match, Found):
            self.note = self._shared(text, match)
            return match.place.adcode
        raise self._not_found(text, match)

    def prepare_value(self, value: Any) -> Any:
        """The name of a code, and whatever else was typed as it is."""
        place = _places().get(value) if isinstance(value, str) else None
        return value if place is None else place_name(place)

    def _nothing(self) -> str:
        if self.required:
            message = _("{label} is missing. Type the name of a city, such as Liaoyuan.")
            raise ValidationError(message.format(label=self.label), code="required")
        return ""

    def _not_found(self, text: str, match: Ambiguous | NotACity | Unknown) -> CityError:
        if isinstance(match, Unknown):
            return self._unknown(text, match.nearest)
        if isinstance(match, NotACity):
            message = _("{label}: “{text}” is not a city. Choose the city that you mean.")
        else:
            message = _("{label}: several cities are called “{text}”. Choose the one you mean.")
        return CityError(message.format(label=self.label, text=text), match.candidates)

    def _unknown(self, text: str, nearest: tuple[Place, ...]) -> CityError:
        if nearest:
            message = _("{label}: we know no city called “{text}”. Choose one, or type it anew.")
        else:
            message = _(
                "{label}: we know no city called “{text}”. Try the Chinese name, pinyin or the"
                " name of the prefecture-level city it belongs to."
            )
        return CityError(message.format(label=self.label, text=text[:LONGEST_NAME]), nearest)

    def _shared(self, text: str, match: Found) -> str:
        if not match.others:
            return ""
        places = _places()
        return _("We took “{text}” as the city {city}. The name also stands for: {others}.").format(
            text=text,
            city=place_name_with_parent(match.place, places),
            others=_("; ").join(place_name_with_parent(one, places) for one in match.others),
        )


def suggestion(place: Place) -> SuggestedPlace:
    """The place as something to choose."""
    return SuggestedPlace(
        value=place.adcode, name=place_name(place), label=place_name_with_parent(place, _places())
    )


class CityError(ValidationError):
    """A name that is no city we can take; `places` are offered instead."""

    def __init__(self, message: str, candidates: tuple[Place, ...]) -> None:
        super().__init__(message, code="city")
        self.places = tuple(suggestion(place) for place in candidates[:MOST_SUGGESTIONS])


class AsksCities(forms.BaseForm):
    """What a form with city fields has to show beside them."""

    @property
    def suggested(self) -> dict[str, tuple[SuggestedPlace, ...]]:
        """By the name of the input: the cities to choose from where its text names none."""
        return {
            self.add_prefix(name): fault.places
            for name, faults in self.errors.as_data().items()
            for fault in faults
            if isinstance(fault, CityError) and fault.places
        }

    @property
    def notes(self) -> tuple[str, ...]:
        """What has to be said about how names were read."""
        fields = (field for field in self.fields.values() if isinstance(field, CityField))
        return tuple(field.note for field in fields if field.note)


def _places() -> Mapping[str, Place]:
    return {place.adcode: place for place in gazetteer().places}
