"""How cells of plain tables are written on pages."""

from __future__ import annotations

from django import template

from advisor.comparisons.saved.sheet import Cell
from advisor.web.money import number

register = template.Library()


@register.filter
def is_number(cell: Cell) -> bool:
    """Whether the cell is an amount."""
    return isinstance(cell, int | float)


@register.filter
def cell_text(cell: Cell) -> str:
    """An amount with thousands set apart, text as it is, `–` for nothing."""
    if isinstance(cell, int | float):
        return number(cell)
    return cell or "–"
