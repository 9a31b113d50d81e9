"""Words for how fresh figures are."""

from django.utils.translation import gettext_lazy as _

from advisor.datasets.public.freshness import Freshness

FRESHNESS = {
    Freshness.ON_TIME: _("on time"),
    Freshness.DUE: _("due"),
    Freshness.LATE: _("late"),
    Freshness.VERY_LATE: _("very late"),
    Freshness.NO_RHYTHM: _("no fixed rhythm"),
}
