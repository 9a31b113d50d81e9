"""What `low` and `high` of a figure are, where the file does not say it in a column."""

import re
from collections.abc import Mapping

from advisor.datasets.canonical import Entry, Key
from advisor.datasets.models import RangeKind
from advisor.datasets.validation.row_fault import RowFaultError

IN_NOTES = (
    (RangeKind.QUARTILES, re.compile(r"\bp25\b|\bp75\b|quartile|四分位", re.IGNORECASE)),
    (RangeKind.DECILES, re.compile(r"\bp10\b|\bp90\b|decile|十分位", re.IGNORECASE)),
    (RangeKind.MONTHS, re.compile(r"lowest and highest month|最低和最高月", re.IGNORECASE)),
    (RangeKind.PLACES, re.compile(r"places?; low, high = least and most", re.IGNORECASE)),
)
KINDS = frozenset(RangeKind.values)


class RangeKinds:
    """Kinds of ranges by what the row's note says, else by what the series' last figure had."""

    def __init__(self, before: Mapping[Key, Entry]) -> None:
        self._of_series: dict[tuple[str, str], tuple[str, str]] = {}
        for (place, indicator, period), entry in before.items():
            series = (place, indicator)
            newest, _ = self._of_series.get(series, ("", ""))
            if entry.range_kind and period > newest:
                self._of_series[series] = (period, entry.range_kind)

    def kind(self, given: str | None, *, note: str, place: str, indicator: str) -> str:
        """The kind of a range that the row has. Raises RowFaultError where nothing says it."""
        if given:
            if given not in KINDS:
                raise RowFaultError("range_kind_unknown", cell=given[:40], known=sorted(KINDS))
            return given
        if given is None:
            for kind, pattern in IN_NOTES:
                if pattern.search(note):
                    return kind.value
            _, kind_before = self._of_series.get((place, indicator), ("", ""))
            if kind_before:
                return kind_before
        raise RowFaultError("range_kind_missing", known=sorted(KINDS))
