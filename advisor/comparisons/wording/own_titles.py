"""Titles of what was computed for this product, in the active language: stored in English."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

TITLES = {
    gettext_noop("Mean and quantiles of second-hand asking prices from the platform's price bands"),
    gettext_noop("Rent per m2 derived from the platform's capital-value series divided by 400"),
    gettext_noop("NBS 70-city index continued as one level series, 2015 average = 100"),
    gettext_noop("Drawdown, change and volatility of the 70-city index"),
    gettext_noop("Shares of the eight categories in urban per-capita consumption"),
    gettext_noop("Fallback shares of the eight consumption categories"),
    gettext_noop("Price level by basket group relative to Beijing, December 2022"),
    gettext_noop("Temperature of Liaoyuan taken from Lishu County"),
    gettext_noop("Temperature of Shenzhen taken from Guangzhou"),
    gettext_noop("Commute of a small city taken from the all-cities mean"),
    gettext_noop("Child cost of Jilin by the ratio of urban consumption"),
    gettext_noop("Ratio of a sector's average wage to the average of all sectors"),
    gettext_noop("Ratio of a post type's average wage to the average of all posts"),
    gettext_noop("Private average wage of Jilin's cities"),
    gettext_noop("Non-private average wage of Jilin's cities 2023"),
    gettext_noop("Non-private average wage of Jilin and its cities 2024"),
    gettext_noop("Wages of the year before from a published growth rate"),
    gettext_noop("Annual wages of the four regions 2023"),
    gettext_noop("City class of the rent deduction"),
    gettext_noop("Last known value kept in force"),
    gettext_noop("National contribution rules as seen in the cities of this pack"),
    gettext_noop("Value of Changchun or Jilin province used for a city of Jilin"),
    gettext_noop("Housing fund base of a Jilin city from the rule"),
    gettext_noop("Typical housing fund rate taken as the legal minimum"),
    gettext_noop("Provincial minimum wage used for Liaoyuan"),
    gettext_noop("Beijing 2024 year total x January-September 2024 category share"),
    gettext_noop("Total minus the seven other categories"),
    gettext_noop("12 x 12,116"),
    gettext_noop("Contribution base of Jilin province 2025"),
}


def source_title(title: str) -> str:
    """The title; another publisher's stays as it is."""
    return _(title) if title in TITLES else title
