"""Searches that ask in rounds, so that what several of them ask is worked out at once."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Any


def in_step[Asked, Answer](
    searches: Sequence[Generator[Asked, Answer, Any]],
    answers: Callable[[Sequence[Asked]], Sequence[Answer]],
) -> list[Any]:
    """What each search returns, in their order.

    A search yields what it asks and is sent the answer; `answers` takes the questions of one round
    of all searches and gives an answer to each.
    """
    found: list[Any] = [None] * len(searches)
    replies: dict[int, Any] = dict.fromkeys(range(len(searches)))
    while replies:
        asked = {}
        for index, reply in replies.items():
            try:
                asked[index] = searches[index].send(reply)
            except StopIteration as end:
                found[index] = end.value
        replies = dict(zip(asked, answers(list(asked.values())), strict=True)) if asked else {}
    return found
