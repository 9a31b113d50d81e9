"""/sitemap.xml: the pages that everybody may find, each in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from advisor.datasets.models import Dataset, Edition
from advisor.datasets.places import gazetteer
from advisor.engine.reference import Level

PAGES = (
    *("home", "example", "ranking", "compare_cities", "method", "glossary", "help", "about"),
    *("privacy", "data", "data_sources", "data_editions", "api_docs"),
)


if TYPE_CHECKING:  # at run time it can't be told what it lists
    Listing = Sitemap[Any]
else:
    Listing = Sitemap


class InBothLanguages(Listing):
    """Addresses by route and arguments, with their twins."""

    i18n = alternates = x_default = True

    def location(self, item: Any) -> str:
        """The address in the active language, without the host."""
        name, *arguments = item
        return reverse(name, args=arguments)


class Pages(InBothLanguages):
    """Pages of which there is one, and the datasets."""

    def items(self) -> Sequence[tuple[str, ...]]:
        """Name of the route with its arguments."""
        codes = Dataset.objects.exclude(head=None).values_list("pk", flat=True)
        return [*((name,) for name in PAGES), *(("data_dataset", code) for code in codes)]


class Cities(InBothLanguages):
    """A page of every city; what it shows changes with the edition."""

    def items(self) -> Sequence[tuple[str, ...]]:
        """Route and name in addresses."""
        places = gazetteer().places
        return [("city", place.slug) for place in places if place.level is Level.CITY]

    def get_latest_lastmod(self) -> Any:
        """When the data in force was published."""
        return Edition.objects.values_list("published_at", flat=True).first()


SITEMAPS = {"pages": Pages, "cities": Cities}
