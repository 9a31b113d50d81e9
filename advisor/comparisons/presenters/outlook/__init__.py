"""The years ahead in words and charts: the verdict, its chances, ranges and turning points."""

from advisor.comparisons.presenters.outlook.view import OutlookView, outlook_view

__all__ = ["OutlookView", "outlook_view"]
