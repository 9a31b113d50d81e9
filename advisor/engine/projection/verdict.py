"""The answer in a word, by thresholds that are printed beside it (model §8)."""

from __future__ import annotations

from advisor.engine.projection.outcome import Verdict

# Classes by the chance of being better off at the horizon: below each bound, that verdict.
BOUNDS = (
    (0.25, Verdict.STAY),
    (0.40, Verdict.LEAN_STAY),
    (0.60, Verdict.TOO_CLOSE),
    (0.75, Verdict.LEAN_GO),
)
MIDDLE = 0.5
EDGE = 0.02  # within two points of a bound: on the edge of
UNFUNDED = 0.20  # the chance of running out of cash within a year beyond which a move is not funded
WEAKER = {Verdict.GO: Verdict.LEAN_GO, Verdict.STAY: Verdict.LEAN_STAY}


def verdict(on_net_worth: float, on_cash: float, *, has_offer: bool) -> Verdict:
    """The verdict of two chances of being better off, on net worth and on cash alone.

    On opposite sides of the middle: too close to call. On one side: the one nearer the middle.
    Without an offer no verdict is stronger than leaning.
    """
    if (on_net_worth - MIDDLE) * (on_cash - MIDDLE) < 0:
        return Verdict.TOO_CLOSE
    nearer = min(on_net_worth, on_cash, key=lambda chance: abs(chance - MIDDLE))
    found = verdict_class(nearer)
    return found if has_offer else WEAKER.get(found, found)


def verdict_class(chance: float) -> Verdict:
    """The class of one chance of being better off."""
    return next((found for bound, found in BOUNDS if chance < bound), Verdict.GO)


def is_on_edge(chance: float) -> bool:
    """Whether the chance lies within two points of a bound between classes."""
    return any(abs(chance - bound) <= EDGE for bound, _ in BOUNDS)
