"""What a feed keeps of an answer, so that the next request can ask for what changed since."""

from advisor.datasets.models import Feed
from advisor.sources.http import Answer


def marks(feed: Feed, answer: Answer) -> dict[str, str]:
    """The feed's marks after this answer; one of no change may leave out what it said before."""
    is_same = answer.content is None
    return {
        "etag": answer.etag or (feed.etag if is_same else ""),
        "last_modified": answer.last_modified or (feed.last_modified if is_same else ""),
    }
