"""What a new version would lose: rows and places that are gone, time that runs backwards."""

from collections.abc import Mapping

from advisor.datasets.canonical import Content, Entry, Key
from advisor.datasets.differences import Difference
from advisor.datasets.validation.found import Found, error, warning
from advisor.datasets.validation.history import History

TOO_MANY = 0.2  # of all rows, or of all places: nothing shrinks like that by itself
EXAMPLES = 10


def rows_lost(before: Mapping[Key, Entry], change: Difference) -> list[Found]:
    """A finding where rows are gone: an error beyond a fifth of all."""
    if not change.gone:
        return []
    share = len(change.gone) / len(before)
    finding = error if share > TOO_MANY else warning
    return [finding("rows_lost", len(change.gone), before=len(before), share=round(share, 3))]


def places_lost(before: Mapping[Key, Entry], after: Content) -> list[Found]:
    """A finding where a place has no figure of an indicator any more."""
    kept = {key[:2] for key in after}
    series = {key[:2] for key in before}
    lost = sorted({place for place, indicator in series - kept})
    if not lost:
        return []
    places = {place for place, _ in series}
    finding = error if len(lost) > TOO_MANY * len(places) else warning
    rows = sum(1 for key in before if key[:2] not in kept)
    return [finding("places_lost", rows, places=len(lost), examples=lost[:EXAMPLES])]


def backwards(change: Difference, history: History) -> list[Found]:
    """A warning where new figures are about a time before the newest of their series."""
    late = sorted(key for key in change.added if key[2] < history.newest(key[0], key[1]))
    if not late:
        return []
    place, indicator, period = late[0]
    return [
        warning(
            "period_backwards",
            len(late),
            adcode=place,
            indicator=indicator,
            period=period,
            newest=history.newest(place, indicator),
        )
    ]
