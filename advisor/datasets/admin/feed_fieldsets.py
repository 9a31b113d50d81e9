"""How the form of a feed is laid out."""

from typing import Any

from django.utils.translation import gettext_lazy as _

FIELDSETS: Any = (
    (None, {"fields": ("name", ("dataset", "source"), "whole")}),
    (
        _("Where it is"),
        {
            "fields": (("format", "publisher_module"), "address", "file"),
            "description": _(
                "CSV, XLSX, JSON or a table in a web page, over HTTP or HTTPS. Text may be UTF-8, "
                "UTF-16, GBK or GB 18030; that is found out."
            ),
        },
    ),
    (
        _("How it is read"),
        {
            "fields": (
                "shape",
                ("table", "records", "heading_row"),
                ("place_column", "place_text", "place_level"),
                ("indicator_column", "indicator_text"),
                ("period_column", "period_text"),
                "value_column",
                "wide_columns",
                ("unit", "units"),
                "indicators",
            ),
            "description": _(
                "Name the heading of a column, or a text that holds for all rows. Every figure "
                "needs place, indicator, period and value; of a wide table the columns give two of "
                "them."
            ),
        },
    ),
    (
        _("More of how it is read"),
        {
            "fields": (
                ("low_column", "high_column"),
                ("range_kind_column", "range_kind_text"),
                ("status_column", "status_text"),
                ("note_column", "note_text"),
                "source_column",
                ("decimal", "thousands"),
                "empty",
                "level_source",
            ),
            "classes": ("collapse",),
        },
    ),
    (
        _("When it is refreshed"),
        {
            "fields": (("schedule", "freshness_days"), "enabled"),
            "description": _(
                "The schedule is a line as in crontab, in China's time; empty: by hand only."
            ),
        },
    ),
    (_("Why it is changed"), {"fields": ("why",)}),
)

TO_READ: Any = (
    (
        None,
        {
            "fields": (
                *("name", "dataset", "source", "format", "publisher_module", "address", "whole"),
                *("mapping", "schedule", "freshness_days", "enabled"),
            )
        },
    ),
)
