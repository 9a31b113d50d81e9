"""Asking again, with growing pauses, while what is wrong may pass by itself."""

from collections.abc import Callable

from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt
from tenacity.stop import stop_any, stop_base

from advisor.sources.errors import PassingError
from advisor.sources.http import Answer, Request, fetched_once
from advisor.sources.limits import Limits

GROWTH = 3.0


def fetched(request: Request) -> Answer:
    """The answer of the first attempt that succeeds.

    Raises FetchError at once, or the PassingError of the last attempt; so too where the publisher
    asks for a longer pause than a run may take.
    """
    attempts = Retrying(
        retry=retry_if_exception_type(PassingError),
        stop=stop_any(stop_after_attempt(request.limits.attempts), _AskedForMore(request.limits)),
        wait=_pause(request.limits),
        before_sleep=lambda state: request.again(state.attempt_number),
        reraise=True,
    )
    return attempts(fetched_once, request)


class _AskedForMore(stop_base):
    """Stop where the publisher asks for a pause beyond our patience."""

    def __init__(self, limits: Limits) -> None:
        self._longest = limits.longest_wait

    def __call__(self, retry_state: RetryCallState) -> bool:
        return (_asked_pause(retry_state) or 0) > self._longest


def _pause(limits: Limits) -> Callable[[RetryCallState], float]:
    """What the publisher asks for, else three times as long after every failure."""
    return lambda state: min(
        limits.longest_wait,
        _asked_pause(state) or limits.first_wait * GROWTH ** (state.attempt_number - 1),
    )


def _asked_pause(state: RetryCallState) -> float | None:
    error = state.outcome.exception() if state.outcome else None
    return error.retry_after if isinstance(error, PassingError) else None
