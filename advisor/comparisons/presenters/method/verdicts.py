"""The classes of verdicts with the chances that bound them."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from advisor.comparisons.presenters.method.tables import Table, figure, text
from advisor.engine.projection.outcome import Verdict
from advisor.engine.projection.verdict import BOUNDS
from advisor.web.money import percent

NAMES: dict[Verdict, str] = {
    Verdict.STAY: gettext_noop("Stay"),
    Verdict.LEAN_STAY: gettext_noop("Leaning to stay"),
    Verdict.TOO_CLOSE: gettext_noop("Too close to call"),
    Verdict.LEAN_GO: gettext_noop("Leaning to go"),
    Verdict.GO: gettext_noop("Go"),
}


def verdict_table() -> Table:
    """From staying to going: the chance of being better off that each verdict stands for."""
    lows = [0.0, *(bound for bound, _verdict in BOUNDS)]
    verdicts = [*(found for _bound, found in BOUNDS), Verdict.GO]
    highs = [*(bound for bound, _verdict in BOUNDS), None]
    return Table(
        key="verdict-classes",
        caption=_("Verdicts by the chance of being better off at the horizon"),
        head=(_("Verdict"), _("Chance of being better off")),
        rows=tuple(
            (text(_(NAMES[verdict])), figure(_from_to(low, high)))
            for verdict, low, high in zip(verdicts, lows, highs, strict=True)
        ),
    )


def _from_to(low: float, high: float | None) -> str:
    if high is None:
        return _("{low} or more").format(low=percent(low, 0))
    if not low:
        return _("below {high}").format(high=percent(high, 0))
    return _("{low} to below {high}").format(low=percent(low, 0), high=percent(high, 0))
