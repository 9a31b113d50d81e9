"""What visitors ask for, request by request, in shares that are stated in README.md."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count, cycle

from benchmarks.serving import Visitor, address_asked

OPENED_AGAIN = 8  # answers that visitors have
# A round of visits, mixed so that those that cost much do not come one after the other.
ROUND = (
    *("home", "check", "again", "cities", "asked", "again", "city", "home"),
    *("again", "data", "check", "asked", "again", "method", "again", "home"),
)
CITIES = ("beijing", "hangzhou", "chengdu", "liaoyuan")
FIXED = {"home": "/", "check": "/check/", "cities": "/cities/", "method": "/method/"}

type Step = Callable[[], object]


def steps(visitor: Visitor) -> Iterator[Step]:
    """Requests without end. An answer is asked for, opened, and its years ahead fetched."""
    visitor.get("/check/")
    again = cycle([address_asked(visitor, 4000 + 7 * number) for number in range(OPENED_AGAIN)])
    cities, pays = cycle(CITIES), count(5001, 7)
    for visit in cycle(ROUND):
        match visit:
            case "asked":
                yield from _asked(visitor, next(pays))
            case "again":
                yield _page(visitor, next(again))
            case "city":
                yield _page(visitor, f"/cities/{next(cities)}/")
            case "data":
                yield _page(visitor, "/data/")
            case _:
                yield _page(visitor, FIXED[visit])


def _asked(visitor: Visitor, gross: int) -> Iterator[Step]:
    """Somebody's own answer, which nobody asked for before."""
    made: list[str] = []
    yield lambda: made.append(address_asked(visitor, gross))
    yield lambda: visitor.get(made[0])
    yield lambda: visitor.get(f"{made[0]}ahead/")


def _page(visitor: Visitor, address: str) -> Step:
    return lambda: visitor.get(address)
