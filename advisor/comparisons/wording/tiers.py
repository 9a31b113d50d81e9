"""Tiers of cities, as the list names them that the places are stored with."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

TIERS: dict[str, str] = {
    "first": gettext_noop("tier one"),
    "new-first": gettext_noop("new tier one"),
    "second": gettext_noop("tier two"),
    "third": gettext_noop("tier three"),
    "fourth-and-below": gettext_noop("tier four or below"),
}


def tier_word(tier: str | None) -> str:
    """The tier in words; cities that the list leaves out have none."""
    return _("no tier") if tier is None else _(TIERS[tier])
