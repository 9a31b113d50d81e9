"""Fen as documents show them: CNY, a JSON number exact to the fen."""

from __future__ import annotations


def yuan(amount_fen: float | None) -> float | None:
    """CNY of fen, rounded once to the fen; None stays None."""
    return None if amount_fen is None else round(amount_fen) / 100
