"""What a person asks and keeps."""

from advisor.comparisons.models.drafts import Draft, DraftQuerySet, opaque_id
from advisor.comparisons.models.recomputing import DigestWish, RecomputePass, TodayAnswer
from advisor.comparisons.models.saved import (
    FigureUse,
    SavedComparison,
    SavedComparisonQuerySet,
    SavedVersion,
    ShownResult,
)
from advisor.comparisons.models.sharing import ShareLink

__all__ = [
    "DigestWish",
    "Draft",
    "DraftQuerySet",
    "FigureUse",
    "RecomputePass",
    "SavedComparison",
    "SavedComparisonQuerySet",
    "SavedVersion",
    "ShareLink",
    "ShownResult",
    "TodayAnswer",
    "opaque_id",
]
