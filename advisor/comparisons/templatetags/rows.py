"""Rows of tables and charts that every first answer shows, written in one go.

A page has some sixty of them. As templates they took a third of what a fresh answer may take.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from advisor.comparisons.presenters.assumptions import Assumption
from advisor.comparisons.presenters.monthly import MonthlyRow
from advisor.comparisons.presenters.overview import OverviewRow
from advisor.comparisons.templatetags.glossary import term
from advisor.web.charts.ranges import RangeBars, Row
from advisor.web.templatetags.pages import unbroken

register = template.Library()


@register.simple_tag(takes_context=True)
def amount_rows(context: Context, rows: Iterable[MonthlyRow]) -> SafeString:
    """Part, home, there and difference: a monthly table without what is behind its amounts."""
    return SafeString("\n".join(_amounts(row, term(context, row.part, row.label)) for row in rows))


def _amounts(row: MonthlyRow, label: SafeString) -> str:
    kind = f"total left {row.tone}" if row.part == "money_left" else "total" * row.is_total
    cells = "".join(f"<td>{escape(one)}</td>" for one in (row.home, row.away, row.difference))
    return f'<tr class="{kind}"><th scope="row">{label}</th>{cells}</tr>'


@register.simple_tag
def overview_rows(rows: Iterable[OverviewRow], city_url: str = "") -> SafeString:
    """A destination a row: each cell says what it is, for screens on which a row is a card."""
    return SafeString("\n".join(_destination(row, escape(city_url)) for row in rows))


def _destination(row: OverviewRow, city_url: str) -> str:
    expects = _("Offered") if row.is_offer else _("We expect")
    cells = (
        _cell(
            _("Gross pay needed a month"), f"<strong>{_said(row.needed or _('no answer'))}</strong>"
        ),
        _cell(
            expects, f"<span>{_said(row.expected or _('unknown'))}{_typical(row.typical)}</span>"
        ),
        _cell(_("Left a month, against home"), _said(row.difference or _("unknown")), row.tone),
        _cell(_("Cash needed to move"), _said(row.cash_needed)),
    )
    name = f'<a href="{city_url}#city-{row.city}">{escape(row.name)}</a>'
    head = (
        f'<th role="rowheader" scope="row">{name} <small>{escape(row.outlook_words)}</small></th>'
    )
    return f'<tr role="row">{head}{"".join(cells)}</tr>'


def _cell(label: str, content: str, tone: str = "") -> str:
    kind = f' class="{tone}"' if tone else ""
    return f'<td role="cell" data-label="{escape(label)}"{kind}>{content}</td>'


def _said(text: str) -> str:
    return escape(unbroken(text))


def _typical(pay: str) -> str:
    if not pay:
        return ""
    return f" <small>{_said(_('typical: %(pay)s') % {'pay': pay})}</small>"


@register.simple_tag
def assumption_rows(rows: Iterable[Assumption]) -> SafeString:
    """What one part of the list of assumptions says: labels, values, whose they are."""
    return SafeString("\n".join(_assumption(row) for row in rows))


def _assumption(row: Assumption) -> str:
    basis = _("yours") if row.is_yours else _("assumed")
    value = f'{escape(row.value)} <span class="basis">{escape(basis)}</span>'
    return f"<div><dt>{escape(row.label)}</dt><dd>{value}</dd></div>"


@register.simple_tag
def range_rows(chart: RangeBars) -> SafeString:
    """The rows of a chart of range bars."""
    return SafeString("\n".join(_range(row, chart.bar_height) for row in chart.rows))


def _range(row: Row, bar_height: int) -> str:
    drawn = (
        f'<text class="label" x="0" y="{row.text_y}">{escape(row.label)}</text>'
        f'<text class="amount" x="100%" y="{row.text_y}">{escape(row.text)}</text>'
    )
    if row.bar:
        drawn += (
            f'<rect class="bar bar-expected" x="{row.bar.x}%" y="{row.bar.y}"'
            f' width="{row.bar.width}%" height="{bar_height}"/>'
        )
    if row.mark_x is not None:
        drawn += (
            f'<line class="needed" x1="{row.mark_x}%" x2="{row.mark_x}%"'
            f' y1="{row.mark_top}" y2="{row.mark_bottom}"/>'
        )
    return drawn
