"""What a person asks and keeps."""

from advisor.comparisons.models.drafts import Draft, DraftQuerySet, opaque_id
from advisor.comparisons.models.saved import (
    FigureUse,
    SavedComparison,
    SavedComparisonQuerySet,
    SavedVersion,
    ShownResult,
)
from advisor.comparisons.models.sharing import ShareLink

__all__ = [
    "Draft",
    "DraftQuerySet",
    "FigureUse",
    "SavedComparison",
    "SavedComparisonQuerySet",
    "SavedVersion",
    "ShareLink",
    "ShownResult",
    "opaque_id",
]
