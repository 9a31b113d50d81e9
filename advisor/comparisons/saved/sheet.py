"""A saved answer as plain tables: what files and the printed page are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from advisor.comparisons.saved.names import city_names, short_verdict
from advisor.comparisons.wording import (
    UnknownCodeError,
    basis_word,
    head_label,
    line_label,
    rung_word,
    status_words,
)
from advisor.engine.trail import Head

type Cell = str | float | None
EARNER = re.compile(r"_(\d)$")  # how the lines of a second earner end
TOTALS = (
    *("gross", "contributions", "tax", "take_home", "housing", "living", "commitments"),
    *("money_left", "locked_savings"),
)
ONCE = frozenset({Head.ONE_OFF.value, Head.RECOVERABLE.value})


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """Columns by name, and rows of as many cells; amounts are CNY."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def places_of(answer: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """Home, then the destinations."""
    return [answer["home"], *answer["destinations"]]


def totals_table(answer: Mapping[str, Any]) -> Table:
    """The month in every place, what the move takes, and the pay at which the answer turns."""
    places, names = places_of(answer), city_names()
    rows = [(head_label(head), *(one["monthly"][head] for one in places)) for head in TOTALS]
    return Table(
        title=_("The answer"),
        columns=(_("CNY a month"), *(names[one["city"]] for one in places)),
        rows=(*rows, *_turning_points(answer)),
    )


def _turning_points(answer: Mapping[str, Any]) -> Iterator[tuple[Cell, ...]]:
    away = answer["destinations"]
    yield (_("Difference in money left"), None, *(one["difference"]["money_left"] for one in away))
    yield (_("One-off moving cost"), None, *(one["one_off"]["total"] for one in away))
    yield (_("Cash needed to move"), None, *(one["one_off"]["cash_needed"] for one in away))
    for key, label in (
        ("equal_money_left", _("Pay for as much left, CNY gross a month")),
        ("equal_standard", _("Equal-standard pay, CNY gross a month")),
        ("break_even_pay", _("Break-even pay, CNY gross a month")),
        ("equal_net_worth", _("Pay for owning as much, CNY gross a month")),
    ):
        yield (label, None, *(one["thresholds"][key] for one in away))
    yield (_("Verdict"), None, *(short_verdict(one["verdict"]) for one in away))


def lines_table(answer: Mapping[str, Any]) -> Table:
    """Every line with where it comes from."""
    names = city_names()
    return Table(
        title=_("Lines"),
        columns=(
            *(_("City"), _("Part"), _("Line"), _("CNY"), _("Per"), _("Basis"), _("Formula")),
            *(_("Source"), _("Period"), _("Status"), _("Figure of"), _("Edition")),
        ),
        rows=tuple(
            (names[place["city"]], *_line_cells(line), answer["edition"])
            for place in places_of(answer)
            for line in place["lines"]
        ),
    )


def place_tables(answer: Mapping[str, Any]) -> tuple[Table, ...]:
    """The lines place by place, in as few columns as fit on paper."""
    names = city_names()
    columns = (_("Part"), _("Line"), _("CNY"), _("Per"), _("Formula"), _("Source"))
    return tuple(
        Table(
            title=names[place["city"]],
            columns=columns,
            rows=tuple(_paper_cells(line) for line in place["lines"]),
        )
        for place in places_of(answer)
    )


def _paper_cells(line: Mapping[str, Any]) -> tuple[Cell, ...]:
    head, name, amount, per, _basis, formula, source, period, status, _rung = _line_cells(line)
    return (
        head,
        name,
        amount,
        per,
        formula,
        " · ".join(str(one) for one in (source, period, status) if one),
    )


def _line_cells(line: Mapping[str, Any]) -> tuple[Cell, ...]:
    return (
        head_label(line["head"]),
        line_name(line["line"]),
        line["amount"],
        _("once") if line["head"] in ONCE else _("month"),
        basis_word(line["basis"]),
        line["formula"],
        line["source"],
        line["period"],
        "; ".join(status_words(line["status"])),
        rung_word(line["rung"]),
    )


def line_name(code: str) -> str:
    """The name of a line; the second earner's says so. A line of a later engine is its code."""
    earner = EARNER.search(code)
    try:
        if earner is None:
            return line_label(code)
        return _("{line} (earner {number})").format(
            line=line_label(code[: earner.start()]), number=earner.group(1)
        )
    except UnknownCodeError:
        return code


def gaps_of(answer: Mapping[str, Any]) -> tuple[str, ...]:
    """What is missing or approximated, and the notes, in sentences, each once."""
    names = city_names()
    said = [
        f"{names[place['city']]}: {gap['reason']}"
        for place in places_of(answer)
        for gap in (*place["missing"], *place["approximated"])
    ]
    said += [note for place in places_of(answer) for note in place["notes"]]
    return tuple(dict.fromkeys(said))


def sources_of(answer: Mapping[str, Any]) -> tuple[str, ...]:
    """The sources of all lines, each once, in order of their names."""
    found = {
        source
        for place in places_of(answer)
        for line in place["lines"]
        if line["source"]
        for source in line["source"].split("; ")
    }
    return tuple(sorted(found))
