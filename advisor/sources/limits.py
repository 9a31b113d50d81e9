"""How far a source is trusted with our time and memory."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Bounds of one fetch, in seconds and bytes; `size` counts what was unpacked too."""

    total_seconds: float = 120.0
    connect_seconds: float = 10.0
    silence_seconds: float = 20.0
    size: int = 64_000_000
    redirects: int = 5
    attempts: int = 4
    first_wait: float = 1.0
    longest_wait: float = 30.0
