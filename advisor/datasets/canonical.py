"""The canonical text of figures: what is compared, hashed and kept as a snapshot.

A figure is a key (place, indicator, period) and an entry whose parts are all text, numbers without
needless zeros: two entries are the same figure exactly if they are equal.
"""

import zlib
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple


class Entry(NamedTuple):
    """What is known of one figure, as canonical text; empty = not given."""

    value: str
    low: str
    high: str
    range_kind: str
    status: str
    source: str
    note: str


Key = tuple[str, str, str]  # place, indicator, period
Content = dict[Key, Entry]


def decimal_text(number: Decimal | None) -> str:
    """The number in plain notation without needless zeros; "" where there is none."""
    if number is None:
        return ""
    return format(number.normalize() + 0, "f")  # + 0 turns -0 into 0


def one_line(text: str) -> str:
    """The text on one line without tabs, which would end a column of the snapshot."""
    return " ".join(text.replace("\t", " ").splitlines())


def snapshot_text(content: Mapping[Key, Entry]) -> str:
    """One line a figure, columns parted by tabs, in the order of the keys."""
    return "\n".join("\t".join((*key, *entry)) for key, entry in sorted(content.items()))


def content_of(text: str) -> Content:
    """The figures of a snapshot."""
    parts = (line.split("\t") for line in text.split("\n") if line)
    return {(part[0], part[1], part[2]): Entry(*part[3:]) for part in parts}


def packed(text: str) -> bytes:
    """The text compressed."""
    return zlib.compress(text.encode())


def unpacked(content: bytes | memoryview) -> str:
    """The text of compressed bytes."""
    return zlib.decompress(content).decode()
