"""How much one request may have worked out."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from advisor.comparisons.compare_document import CompareDocument
from advisor.comparisons.faults import Fault, FaultyDocumentError
from advisor.comparisons.households import TIER_ONE

MOST_YEARS = 1_000_000  # simulated: cities × draws × years. Some ten seconds of one processor.


def check_work(document: Any) -> None:
    """Raise FaultyDocumentError for a `compare` document that asks for too much at once.

    A document with faults passes: whoever answers it tells them all.
    """
    try:
        parsed = CompareDocument.model_validate(document)
    except ValidationError:
        return
    cities = len(TIER_ONE if parsed.destinations is None else parsed.destinations)
    if cities * parsed.draws * parsed.horizon_years <= MOST_YEARS:
        return
    params = {
        "cities": cities,
        "draws": f"{parsed.draws:,}",
        "years": parsed.horizon_years,
        "most": f"{MOST_YEARS:,}",
    }
    raise FaultyDocumentError([Fault("draws", "too_much_at_once", params)])
