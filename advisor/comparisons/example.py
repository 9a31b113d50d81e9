"""The worked example: somebody in Liaoyuan, and the four tier-one cities."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from advisor.comparisons.asking import answered, shown
from advisor.comparisons.households import TIER_ONE
from advisor.comparisons.presenters.result import ResultView
from advisor.datasets.loading import reference
from advisor.web.money import yuan

HOME = "220400"
GROSS = 4500
AREA = 75


def example_document() -> dict[str, Any]:
    """An owner of a flat of 75 m² on 4,500 a month, who would take a one-bedroom flat there."""
    return {
        "home": {"city": HOME, "housing": {"kind": "owner", "area_m2": AREA}},
        "earners": [{"pay": {"gross_monthly": GROSS}}],
        "destinations": [{"city": city, "housing": {"kind": "one_bed"}} for city in TIER_ONE],
    }


def example_words() -> str:
    """Who it is about, in a sentence."""
    return _(
        "Somebody in Liaoyuan owns a flat of {area} m², is paid {pay} gross a month and would rent"
        " a one-bedroom flat, without an offer yet."
    ).format(area=AREA, pay=yuan(GROSS * 100))


def example_view(today: date) -> ResultView:
    """The example's answer in the active language. Raises NoEditionError without data."""
    return shown(answered(example_document(), today=today))


def example_part(today: date) -> SafeString:
    """The example as the first page shows it. Raises NoEditionError without data."""
    return _example_part(today, reference(on=today).edition, get_language() or "")


@lru_cache(maxsize=8)
def _example_part(today: date, edition: str, language: str) -> SafeString:
    """Worked out once a day, edition and language in each process."""
    context = {
        "result": example_view(today),
        "example_words": example_words(),
        "example_url": reverse("example"),
    }
    return render_to_string("comparisons/parts/example.html", context)
