"""Notes of the bundled rule files in the active language: theirs are English."""

from __future__ import annotations

from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

NOTES = {
    gettext_noop("a later rise was not found"),
    gettext_noop("excludes employee insurance and fund; also in force on 2026-01-01"),
    gettext_noop(
        "excludes employee insurance and fund; start date usual, not read; also in force on"
        " 2026-01-01"
    ),
    gettext_noop("in force on 2025-07-01; the start date was not read"),
    gettext_noop("in force on 2025-07-01; the start date was not read; level not stated"),
    gettext_noop(
        "in force on 2025-07-01; the start date was not read; the source names Jilin without a"
        " level and calls it the lowest; read as the top level because it equals the fund floor of"
        " Changchun"
    ),
    gettext_noop("in force on 2026-01-01, top level presumed"),
    gettext_noop("in force on 2026-01-01, top level presumed; start date not read"),
    gettext_noop("class II 2,120"),
    gettext_noop("provincial value used; upper bound for Liaoyuan"),
    gettext_noop("raised later: top level 2,660 on 2026-01-01"),
    gettext_noop("still 3.50 percent on 2026-02-24 (lpr_2026_02); later months not found"),
    gettext_noop("after 2024-09-29 not found"),
    gettext_noop("cities may set more"),
    gettext_noop("+20% for multi-child or upgraders: 1,200,000"),
    gettext_noop(
        "100,000 per year of contribution, max 1.2m; top-ups exist later; per borrower household"
    ),
    gettext_noop("March 2025, day not given"),
    gettext_noop("first home; with multi-child (+20%) and green building (+15%) up to 3,240,000"),
    gettext_noop("likely outdated; +10% green buildings; date of the guide"),
    gettext_noop("likely outdated; date of the guide"),
    gettext_noop("outdated; date of the guide"),
}


def rule_note(note: str) -> str:
    """The note in words of the active language; one that is only English stays out of Chinese."""
    if note in NOTES:
        return _(note)
    return "" if (get_language() or "").startswith("zh") else note
