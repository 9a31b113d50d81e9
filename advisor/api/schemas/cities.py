"""The list of cities: what can be asked and what is answered."""

from __future__ import annotations

from typing import Annotated, Literal

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel, ConfigDict, Field

MOST_AT_ONCE = 500
Tier = Literal["first", "new-first", "second", "third", "fourth-and-below"]
Text = Annotated[str, Field(max_length=60)]


class CityQuery(BaseModel):
    """Filters and page; all that are given hold together."""

    model_config = ConfigDict(extra="forbid")

    q: Text | None = Field(None, description=_("The beginning of a name: 辽源, Liaoyuan, ly."))
    tier: Tier | None = Field(None, description=_("Only cities of this tier."))
    province: Text | None = Field(
        None, description=_("Only cities of this province, named by code or name.")
    )
    limit: int = Field(100, ge=1, le=MOST_AT_ONCE, description=_("Most cities in the answer."))
    offset: int = Field(0, ge=0, le=10_000, description=_("Cities to leave out before the first."))


class ProvinceInList(BaseModel):
    """A province; a municipality is its own."""

    adcode: str = Field(description=_("Code by GB/T 2260."))
    name_en: str = Field(description=_("English name."))
    name_zh: str = Field(description=_("Chinese name in full."))


class CityInList(ProvinceInList):
    """A city as documents can name it: by code, English or Chinese name."""

    slug: str = Field(description=_("Name in addresses."))
    short_zh: str = Field(description=_("Chinese name as it is said."))
    province: ProvinceInList
    tier: Tier | None = Field(description=_("Tier; null where the list does not have the city."))
    tier_source: str | None = Field(description=_("Whose list the tier is taken from."))
    tier_year: str | None = Field(description=_("Year of that list."))
    lat: float | None = Field(description=_("Latitude in degrees, within some 500 m."))
    lon: float | None = Field(description=_("Longitude in degrees, within some 500 m."))


class CityList(BaseModel):
    """A page of the cities found."""

    edition: str = Field(description=_("Edition of the data."))
    total: int = Field(description=_("Cities found, on all pages."))
    limit: int = Field(description=_("Most cities on a page."))
    offset: int = Field(description=_("Cities left out before the first."))
    next: str | None = Field(description=_("Address of the next page; null on the last."))
    cities: list[CityInList] = Field(
        description=_("Best match first where a name is asked for, else by code.")
    )
