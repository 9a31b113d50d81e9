"""The freshness limits that staff set at feeds: they hold from the moment they are kept."""

from django.db.models import Min

from advisor.datasets.models import Indicator


def freshness_limits() -> tuple[tuple[str, int], ...]:
    """Each indicator with the strictest limit of its dataset's enabled feeds, in days."""
    limited = Indicator.objects.filter(
        dataset__feeds__enabled=True, dataset__feeds__freshness_days__isnull=False
    )
    return tuple(
        limited.annotate(limit=Min("dataset__feeds__freshness_days"))
        .order_by("code")
        .values_list("code", "limit")
    )
