"""A section of a city's page."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.comparisons.presenters.facts import FactView
from advisor.comparisons.presenters.method.tables import Table
from advisor.web.charts.sparkline import Sparkline


@dataclass(frozen=True, kw_only=True, slots=True)
class Trend:
    """How a figure went over the years: drawn, said, and as a table."""

    chart: Sparkline
    table: Table


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """`tables` stand open, `more` opens on demand under its title; `missing` is a sentence."""

    key: str
    title: str
    tables: tuple[Table, ...] = ()
    trends: tuple[Trend, ...] = ()
    notes: tuple[str, ...] = ()
    missing: str = ""
    more_title: str = ""
    more: tuple[Table, ...] = ()
    facts: tuple[FactView, ...] = ()
    national_facts: tuple[FactView, ...] = ()
