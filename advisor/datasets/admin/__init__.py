"""What staff see of the data in Django's admin, and the deeds they may do there."""

from advisor.datasets.admin import feeds, runs, site, tables, versions

__all__ = ["feeds", "runs", "site", "tables", "versions"]
