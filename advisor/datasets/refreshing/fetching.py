"""A feed's content, fetched by the one HTTP client on the terms of the product's settings."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

from advisor.datasets import locks
from advisor.datasets.held import Held
from advisor.datasets.models import Feed
from advisor.sources.addresses import networks
from advisor.sources.attempts import fetched
from advisor.sources.errors import PassingError
from advisor.sources.http import Answer, Request
from advisor.sources.limits import Limits

LIMITS = Limits()


def answer_of(feed: Feed, running: Held, *, is_conditional: bool) -> Answer:
    """What the feed's address gives. Raises SourceError."""
    request = Request(
        address=feed.address,
        form=feed.format,
        user_agent=f"Quliu/0.1 (refresh of public figures; contact {settings.DEFAULT_FROM_EMAIL})",
        etag=feed.etag if is_conditional else "",
        last_modified=feed.last_modified if is_conditional else "",
        allowed=networks(tuple(settings.SOURCES_OWN_NETWORKS)),
        limits=LIMITS,
        turn=lambda host: _turn(host, running),
        progress=lambda size: running.beat(bytes=size),
        again=running.failed_attempt,
    )
    return fetched(request)


@contextmanager
def _turn(host: str, running: Held) -> Iterator[None]:
    try:
        with locks.turn(host, running.token, waiting=running.beat):
            running.asks(host)
            yield
    except locks.HostBusyError as error:
        raise PassingError("host_busy", host=host) from error
    finally:
        running.asks("")
