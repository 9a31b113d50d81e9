"""How often one client may ask: counted by address, told in the standard header fields.

django-ninja's own throttle reads a list of times from the cache and writes it back: requests that
meet there aren't counted, and it can't tell what is left. So its door and its reading of rates
are used, and the counting is the cache's own, which is exact under any number of processes.
Where the cache is gone nothing is counted and everybody is let in.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from ninja.throttling import SimpleRateThrottle

from advisor.web.clients import client_mark, count

COUNTED = "advisor.api.counted"  # where a request keeps what was counted, in META


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """Requests of a client so far: at most `limit` in a window of so many seconds.

    `used` counts this request too; None where the cache is gone.
    """

    name: str
    limit: int
    seconds: int
    used: int | None
    resets_in: int

    @property
    def is_within(self) -> bool:
        return self.used is None or self.used <= self.limit

    def headers(self) -> dict[str, str]:
        """The fields of draft-ietf-httpapi-ratelimit-headers-10."""
        policy = {"RateLimit-Policy": f'"{self.name}";q={self.limit};w={self.seconds}'}
        if self.used is None:
            return policy
        left = max(self.limit - self.used, 0)
        return policy | {"RateLimit": f'"{self.name}";r={left};t={self.resets_in}'}


class AddressThrottle(SimpleRateThrottle):
    """Counts by client address in windows of the clock; the rate is `API_RATES[name]`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._rate()  # a rate that can't be read stops the start

    def allow_request(self, request: HttpRequest) -> bool:
        """Whether the request is within the rate; what was counted is kept with it."""
        limit, seconds = self._rate()
        if limit is None or seconds is None:
            return True
        window, passed = divmod(int(time.time()), seconds)
        resets_in = seconds - passed
        client = client_mark(self.get_ident(request) or "")
        counted = Counted(
            name=self.name,
            limit=limit,
            seconds=seconds,
            used=count(f"api:{self.name}:{client}:{window}", resets_in),
            resets_in=resets_in,
        )
        request.META[COUNTED] = counted
        return counted.is_within

    def wait(self) -> float | None:
        """Seconds until the window ends."""
        _, seconds = self._rate()
        return None if seconds is None else seconds - int(time.time()) % seconds

    def _rate(self) -> tuple[int | None, int | None]:
        return self.parse_rate(settings.API_RATES[self.name] or None)
