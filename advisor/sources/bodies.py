"""Reading a body without ever holding more than is allowed, packed or unpacked."""

import time
import zlib
from collections.abc import Callable, Iterable, Iterator

from advisor.sources.errors import FetchError, PassingError

GZIP, ZLIB = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS
PACKINGS = {"": None, "identity": None, "gzip": GZIP, "x-gzip": GZIP, "deflate": ZLIB}
STEP = 1_000_000  # bytes unpacked at once
SUSPICIOUS = 100  # times larger than it came: nothing that we fetch shrinks so well


def body(
    chunks: Iterable[bytes],
    *,
    packing: str,
    most: int,
    deadline: float,
    progress: Callable[[int], None],
) -> bytes:
    """The whole body, unpacked. `deadline` is a moment of `time.monotonic`.

    Raises FetchError where it is too large or too slow, PassingError where it was cut short.
    """
    if packing not in PACKINGS:
        raise FetchError("unknown_packing", found=packing[:40])
    timely = _timely(chunks, most=most, deadline=deadline, progress=progress)
    window = PACKINGS[packing]
    if window is None:
        return b"".join(timely)
    return b"".join(_unpacked(timely, window=window, most=most))


def _timely(
    chunks: Iterable[bytes], *, most: int, deadline: float, progress: Callable[[int], None]
) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise FetchError("too_large", most=most)
        if time.monotonic() > deadline:
            raise FetchError("too_slow", size=size)
        progress(size)
        yield chunk


def _unpacked(chunks: Iterable[bytes], *, window: int, most: int) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(window)
    packed_size = size = 0
    for chunk in chunks:
        packed_size += len(chunk)
        rest = chunk
        while rest:
            if unpacker.eof:  # a packed body may have several members
                unpacker = zlib.decompressobj(window)
            piece = _step(unpacker, rest)
            rest = unpacker.unconsumed_tail or unpacker.unused_data
            size += len(piece)
            if size > most:
                bomb = size > SUSPICIOUS * packed_size
                raise FetchError("expands_too_much" if bomb else "too_large", most=most)
            yield piece
    if not unpacker.eof:
        raise PassingError("cut_short", size=packed_size)


def _step(unpacker: "zlib._Decompress", packed: bytes) -> bytes:
    try:
        return unpacker.decompress(packed, STEP)
    except zlib.error as error:
        raise FetchError("badly_packed", problem=str(error)) from error
