"""What is drawn at random in the projection: how, between whom it is shared, from which values."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.method.conventions import default_words
from advisor.comparisons.presenters.method.tables import Table, text
from advisor.engine.draws import Quantity

ONCE_EACH = gettext_noop("once for the life at home and once for the new life")
YEARLY_EACH = gettext_noop("each year, apart for the life at home and the new life")
YEARLY_SHARED = gettext_noop("each year, one draw for all lives")


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawn:
    """`how` names in braces the conventions it takes its values from."""

    label: str
    how: str
    when: str
    conventions: tuple[str, ...] = ()


DRAWN: dict[Quantity, Drawn] = {
    Quantity.TYPICAL_PAY: Drawn(
        label=gettext_noop("Pay there without an offer"),
        how=gettext_noop(
            "Log-normal around typical pay; the low and the high pay are passed in 1 of 10 cases"
            " each. None with an offer."
        ),
        when=ONCE_EACH,
    ),
    Quantity.PAY_GROWTH_NATIONAL: Drawn(
        label=gettext_noop("Growth of all pay"),
        how=gettext_noop(
            "Normal around {pay_growth}, standard deviation {pay_growth_national_sd}."
        ),
        when=YEARLY_SHARED,
        conventions=("pay_growth", "pay_growth_national_sd"),
    ),
    Quantity.PAY_DRIFT: Drawn(
        label=gettext_noop("Your own pay beside that of all"),
        how=gettext_noop("Normal around 0, standard deviation {pay_drift_sd}."),
        when=YEARLY_EACH,
        conventions=("pay_drift_sd",),
    ),
    Quantity.SEARCH: Drawn(
        label=gettext_noop("Months until the first pay"),
        how=gettext_noop(
            "Exponential, {search_months_no_offer} months on average without an offer; with one"
            " certain, {search_months_offer} months. A second earner who moves without an offer:"
            " {partner_search_months} months."
        ),
        when=gettext_noop("once, in the new life"),
        conventions=("search_months_no_offer", "search_months_offer", "partner_search_months"),
    ),
    Quantity.JOB_LOSS: Drawn(
        label=gettext_noop("Losing the job"),
        how=gettext_noop("A chance of {job_loss_month}; at most one loss begins in a year."),
        when=YEARLY_EACH,
        conventions=("job_loss_month",),
    ),
    Quantity.JOB_LOSS_SPELL: Drawn(
        label=gettext_noop("Time without a job after losing it"),
        how=gettext_noop(
            "Exponential, {job_loss_spell} months on average; nothing is paid meanwhile."
        ),
        when=YEARLY_EACH,
        conventions=("job_loss_spell",),
    ),
    Quantity.RENT_LEVEL: Drawn(
        label=gettext_noop("How far our rents are off"),
        how=gettext_noop(
            "Log-normal around our figure, standard deviation {rent_level_sd_large} in large cities"
            " (tier two and above), {rent_level_sd_small} in others. None with your own rent."
        ),
        when=ONCE_EACH,
        conventions=("rent_level_sd_large", "rent_level_sd_small"),
    ),
    Quantity.RENT_GROWTH: Drawn(
        label=gettext_noop("Growth of rents"),
        how=gettext_noop("Normal around {rent_growth}, standard deviation {rent_growth_sd}."),
        when=YEARLY_SHARED,
        conventions=("rent_growth", "rent_growth_sd"),
    ),
    Quantity.HOME_PRICE: Drawn(
        label=gettext_noop("Growth of home prices"),
        how=gettext_noop(
            "Normal around the last change, which fades to nothing. Change and standard deviation"
            " are those of the city's own index, else {home_price_growth_other} and"
            " {home_price_sd_other}."
        ),
        when=YEARLY_SHARED,
        conventions=("home_price_growth_other", "home_price_sd_other"),
    ),
    Quantity.LIVING: Drawn(
        label=gettext_noop("How far you spend otherwise than we estimate"),
        how=gettext_noop(
            "Log-normal, standard deviation {living_sd}; {living_correlation} of it goes along to"
            " the new city. None where you said what you spend."
        ),
        when=ONCE_EACH,
        conventions=("living_sd", "living_correlation"),
    ),
    Quantity.PRICE_RATIO: Drawn(
        label=gettext_noop("How far prices are from what rents suggest"),
        how=gettext_noop("Log-normal, standard deviation {price_ratio_sd}."),
        when=gettext_noop("once, in the new life"),
        conventions=("price_ratio_sd",),
    ),
}


def uncertainty_table(book: Book) -> Table:
    """Every quantity that is drawn, with the values it is drawn by."""
    return Table(
        key="drawn",
        caption=_("What is drawn at random"),
        head=(_("Quantity"), _("How"), _("When")),
        rows=tuple(
            (text(_(one.label)), text(_how(one, book)), text(_(one.when))) for one in DRAWN.values()
        ),
    )


def _how(one: Drawn, book: Book) -> str:
    return _(one.how).format(**{name: default_words(name, book) for name in one.conventions})
