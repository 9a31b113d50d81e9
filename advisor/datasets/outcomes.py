"""How runs end, and what that means for the next one."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from advisor.datasets.models import Feed
from advisor.datasets.schedules import pause_after

# The content was taken in: the same content again has nothing to say.
SETTLED = ("published", "waits", "blocked", "nothing_new", "unchanged", "unchanged_waits")


def failures_in_a_row(feed: Feed) -> int:
    """How many of the feed's last runs failed, back to the last that did not."""
    count = 0
    for outcome in feed.runs.exclude(outcome="").values_list("outcome", flat=True)[:20]:
        if outcome in SETTLED:
            break
        count += 1
    return count


def retry_later(feed: Feed, *, pause: float | None = None) -> None:
    """Have the feed refreshed again soon, sooner than its schedule says.

    `pause`: seconds that the publisher asked for; else longer with every failure.
    """
    wait = timedelta(seconds=pause) if pause else pause_after(failures_in_a_row(feed) or 1)
    soon = timezone.now() + wait
    due = Feed.objects.filter(pk=feed.pk, enabled=True)
    due.filter(due_at__isnull=True).update(due_at=soon)
    due.filter(due_at__gt=soon).update(due_at=soon)


def parameters(error: Any) -> dict[str, Any]:
    """What an error carries, as plain values that a row can keep."""
    return {
        name: value if isinstance(value, int | float | list | str) else str(value)
        for name, value in error.params.items()
    }
