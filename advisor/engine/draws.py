"""Random draws that never change: keyed by what they are for, not by when asked (model §7).

A counter-based generator (Philox, raw bits only) gives uniforms, an inverse normal of our own gives
normals: numpy promises its raw bits across versions, not its normals. A key is (quantity, earner,
life, year); the draws follow as counters, so the first 500 of 2,000 draws are the 500 draws, and
another input never reshuffles them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

SEED = 20261101  # constant for this version of the engine; a new version may choose another
NOBODY = 0  # the earner of quantities that belong to no earner
ALL_YEARS = 0  # the year of quantities drawn once
WORDS = 4  # draws that one step of Philox's counter gives

# Coefficients of Wichura's algorithm AS 241 (PPND16), Applied Statistics 37 (1988), 477-484.
_CENTRE = (
    (3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
     1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
     3.3430575583588128105e4, 2.5090809287301226727e3),
    (1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
     2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
     5.2264952788528545610e3),
)  # fmt: skip
_MIDDLE = (
    (1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
     3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
     2.27238449892691845833e-2, 7.74545014278341407640e-4),
    (1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
     1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
     1.05075007164441684324e-9),
)  # fmt: skip
_TAIL = (
    (6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
     2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
     2.71155556874348757815e-5, 2.01033439929228813265e-7),
    (1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
     7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
     2.04426310338993978564e-15),
)  # fmt: skip
_CENTRE_HALF_WIDTH = 0.425
_TAIL_STARTS = 5.0


class Quantity(IntEnum):
    """What a draw is for. Numbers are part of the key: never give one a second time."""

    TYPICAL_PAY = 1
    PAY_GROWTH_NATIONAL = 2
    PAY_DRIFT = 3
    SEARCH = 4
    JOB_LOSS = 5
    JOB_LOSS_SPELL = 6
    RENT_LEVEL = 7
    RENT_GROWTH = 8
    HOME_PRICE = 9
    LIVING = 10
    PRICE_RATIO = 11


class Stream(IntEnum):
    """Whose draw it is: everybody's, the life at home's, or the new life's."""

    NATIONAL = 0
    HOME = 1
    NEW = 2


@dataclass(frozen=True, slots=True)
class Block:
    """The draws from `start` up to `stop`; `start` is a multiple of what a counter gives."""

    start: int
    stop: int


def blocks(draws: int, largest: int) -> Iterator[Block]:
    """The draws in blocks of at most about `largest`."""
    size = max(largest // WORDS * WORDS, WORDS)
    for start in range(0, draws, size):
        yield Block(start, min(start + size, draws))


def uniforms(
    quantity: Quantity, stream: Stream, draws: Block, earner: int = NOBODY, year: int = ALL_YEARS
) -> Floats:
    """Uniforms strictly between 0 and 1, one a draw."""
    key = (SEED << 64) | (quantity << 48) | (stream << 40) | (earner << 32) | year
    generator = np.random.Philox(key=key)
    generator.advance(draws.start // WORDS)
    raw = generator.random_raw(draws.stop - draws.start)
    found: Floats = ((raw >> np.uint64(11)).astype(np.float64) + 0.5) / 2**53
    return found


@lru_cache(maxsize=4096)
def normals(
    quantity: Quantity, stream: Stream, draws: Block, earner: int = NOBODY, year: int = ALL_YEARS
) -> Floats:
    """Standard normals, one a draw; kept and read-only, since all lives share them."""
    found = inverse_normal(uniforms(quantity, stream, draws, earner, year))
    found.flags.writeable = False
    return found


def inverse_normal(probability: Floats) -> Floats:
    """The standard normal quantile of probabilities strictly between 0 and 1 (AS 241)."""
    centred = probability - 0.5
    squared = _CENTRE_HALF_WIDTH**2 - centred * centred
    quantile = centred * _ratio(_CENTRE, squared)
    outside = np.abs(centred) > _CENTRE_HALF_WIDTH
    if outside.any():
        quantile[outside] = _outer(probability[outside])
    return quantile


def _outer(probability: Floats) -> Floats:
    nearer = np.minimum(probability, 1 - probability)
    root = np.sqrt(-np.log(nearer))
    size = np.where(
        root <= _TAIL_STARTS, _ratio(_MIDDLE, root - 1.6), _ratio(_TAIL, root - _TAIL_STARTS)
    )
    return np.where(probability < 0.5, -size, size)


def _ratio(coefficients: tuple[tuple[float, ...], tuple[float, ...]], at: Floats) -> Floats:
    above, below = (_polynomial(one, at) for one in coefficients)
    return above / below


def _polynomial(coefficients: tuple[float, ...], at: Floats) -> Floats:
    value = np.full_like(at, coefficients[-1])
    for coefficient in reversed(coefficients[:-1]):
        value = value * at + coefficient
    return value
