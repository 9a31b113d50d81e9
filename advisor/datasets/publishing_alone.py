"""Whether a refresh may publish without a person: nothing found, a small change, a known feed."""

from advisor.datasets.models import RefreshRun, Status
from advisor.datasets.validation.examination import Examination

MOST_CHANGED = 0.1  # of the figures in force
MOST_ADDED = 0.25
ALWAYS_SMALL = 20  # figures


def may_publish_alone(found: Examination, run: RefreshRun) -> bool:
    """Whether nobody needs to look: else the draft waits."""
    return (
        found.is_publishable
        and not found.findings
        and not found.set_aside
        and is_small(found)
        and was_published_before(run)
    )


def is_small(found: Examination) -> bool:
    """Whether nothing is lost, and only a part of the dataset changes or is new."""
    size, counts = len(found.before), found.change.counts
    return (
        not counts["gone"]
        and counts["changed"] <= max(ALWAYS_SMALL, MOST_CHANGED * size)
        and counts["added"] <= max(ALWAYS_SMALL, MOST_ADDED * size)
    )


def was_published_before(run: RefreshRun) -> bool:
    """Whether a person has published what the feed brought, and so seen that its mapping fits.

    What was read from elsewhere or otherwise does not count: who may change a feed may not publish.
    """
    same = run.feed.runs.filter(response__reading=run.response.get("reading"))
    return same.filter(version__status=Status.PUBLISHED).exists()
