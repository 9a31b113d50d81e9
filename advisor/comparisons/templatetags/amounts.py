"""Rows of amounts, written in one go: a page has some fifty, and an include costs as much as ten."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.template import Context
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from advisor.comparisons.presenters.monthly import MonthlyRow
from advisor.comparisons.templatetags.glossary import term

register = template.Library()
ROW = '<tr class="{}"><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>'


@register.simple_tag(takes_context=True)
def amount_rows(context: Context, rows: Iterable[MonthlyRow]) -> SafeString:
    """Part, home, there and difference: the rows of a monthly table without what is behind them."""
    cells = (
        (_kind(row), term(context, row.part, row.label), row.home, row.away, row.difference)
        for row in rows
    )
    return format_html_join("\n", ROW, cells)


def _kind(row: MonthlyRow) -> str:
    if row.part == "money_left":
        return f"total left {row.tone}"
    return "total" if row.is_total else ""
