"""What staff see of the data in Django's admin, and the deeds they may do there."""

from advisor.datasets.admin import (
    feeds,
    figures,
    previews,
    reports,
    runs,
    site,
    sources,
    tables,
    uploads,
    versions,
)

__all__ = [
    "feeds",
    "figures",
    "previews",
    "reports",
    "runs",
    "site",
    "sources",
    "tables",
    "uploads",
    "versions",
]
