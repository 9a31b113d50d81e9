"""From the engine's comparison to the contract's JSON: yuan to the fen, sentences in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from advisor.comparisons import wording
from advisor.comparisons.projection_document import (
    net_worth_document,
    pay_back_document,
    sensitivity_document,
)
from advisor.comparisons.yuan import yuan
from advisor.engine.reference import Place, Reference, Rung, Source
from advisor.engine.result import Comparison, Fact, Monthly, OneOff, Picture, Prospect
from advisor.engine.trail import Basis, Gap, Line, Sentence

# From the place's own figure to one that is no figure of any parent: the worst rung is shown.
RUNGS = tuple(rung.value for rung in Rung)


def comparison_document(
    comparison: Comparison,
    reference: Reference,
    units: Mapping[str, str],
    notes: Iterable[Sentence] = (),
) -> dict[str, Any]:
    """The answer in the contract's shape, in the active language.

    `units` are those of indicators, for facts that are figures; `notes` are put at home.
    """
    return _Document(reference.places, reference.sources, units).whole(comparison, tuple(notes))


@dataclass(frozen=True, slots=True)
class _Document:
    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    units: Mapping[str, str]

    def whole(self, comparison: Comparison, notes: tuple[Sentence, ...]) -> dict[str, Any]:
        home = self.picture(comparison.home)
        home["notes"] = [self.words(note) for note in notes] + home["notes"]
        home["facts"] = [self.fact(fact) for fact in comparison.home_facts]
        return {
            "edition": comparison.edition,
            "engine": comparison.engine,
            "home": home,
            "destinations": [self.prospect(one) for one in comparison.destinations],
        }

    def picture(self, picture: Picture) -> dict[str, Any]:
        return {
            "city": picture.city,
            "status": picture.status.value,
            "monthly": monthly_document(picture.monthly),
            "lines": [self.line(line) for line in picture.lines],
            "missing": [self.gap(gap) for gap in picture.missing],
            "approximated": [self.gap(gap) for gap in picture.approximated],
            "notes": [self.words(note) for note in picture.notes],
        }

    def prospect(self, prospect: Prospect) -> dict[str, Any]:
        return self.picture(prospect.picture) | {
            "difference": monthly_document(prospect.difference),
            "one_off": _one_off(prospect.one_off),
            "payback_month": pay_back_document(prospect.projected),
            "net_worth": net_worth_document(prospect.projected),
            "thresholds": _thresholds(prospect),
            "sensitivity": sensitivity_document(prospect.projected),
            "verdict": prospect.verdict.value,
            "facts": [self.fact(fact) for fact in prospect.facts],
        }

    def line(self, line: Line) -> dict[str, Any]:
        return {
            "line": line.line if not line.earner else f"{line.line}_{line.earner + 1}",
            "head": line.head.value,
            "amount": yuan(line.amount),
            "basis": line.basis.value,
            "formula": self.words(line.formula),
            "source": self.source(line),
            "period": _joined(_periods(line)) or None,
            "status": _status(line),
            "rung": _rung(line),
        }

    def source(self, line: Line) -> str | None:
        """The figures' and rules' sources; a line of the user's own has none."""
        ids = [figure.observation.source for figure in line.figures]
        ids += [rule.source for rule in line.rules]
        named = [self.source_words(one) for one in dict.fromkeys(ids)]
        if not named and line.basis is Basis.CONVENTION:
            named = [f"conventions: {', '.join(line.conventions)}"]
        return _joined(named) or None

    def source_words(self, source: str) -> str:
        known = self.sources.get(source)
        return source if known is None else f"{known.publisher}: {known.title} [{source}]"

    def gap(self, gap: Gap) -> dict[str, str]:
        return {"line": gap.line, "reason": self.words(gap.reason)}

    def fact(self, fact: Fact) -> dict[str, Any]:
        text = wording.language_text(en=fact.text_en, zh=fact.text_zh)
        row = fact.figure.observation if fact.figure else None
        if fact.figure is not None:
            unit = self.units[fact.figure.observation.indicator]
            text = wording.figure_value(fact.figure, unit)
        return {
            "kind": fact.kind,
            "text": text,
            "effective_from": fact.effective_from,
            "period": row.period if row else None,
            "source": self.source_words(fact.source),
            "confidence": fact.confidence,
        }

    def words(self, said: Sentence) -> str:
        return wording.sentence(said, self.places)


def monthly_document(monthly: Monthly) -> dict[str, float | None]:
    return {part.name: yuan(getattr(monthly, part.name)) for part in fields(Monthly)}


def _one_off(one_off: OneOff) -> dict[str, float | None]:
    return {
        "total": yuan(one_off.total),
        "recoverable": yuan(one_off.recoverable),
        "pay_free_cost": yuan(one_off.pay_free_cost),
        "cash_needed": yuan(one_off.cash_needed),
        "runway_months": one_off.runway_months,
    }


def _thresholds(prospect: Prospect) -> dict[str, float | int | None]:
    found, projected = prospect.thresholds, prospect.projected
    search = projected.longest_search if projected else None
    return {
        "earner": found.earner if found else None,
        "equal_money_left": yuan(found.equal_money_left) if found else None,
        "equal_net_worth": yuan(projected.equal_net_worth) if projected else None,
        "equal_standard": yuan(found.equal_standard) if found else None,
        "break_even_pay": yuan(found.break_even_pay) if found else None,
        "highest_rent": yuan(projected.highest_rent) if projected else None,
        "longest_search_months": search.months if search else None,
    }


def _periods(line: Line) -> list[str]:
    return [figure.observation.period for figure in line.figures] + [
        rule.effective_from for rule in line.rules if rule.effective_from
    ]


def _status(line: Line) -> str:
    letters = "".join(figure.observation.status for figure in line.figures)
    letters += "".join(rule.status for rule in line.rules)
    return "".join(sorted(set(letters)))


def _rung(line: Line) -> str:
    """The rung furthest from the place itself among the line's figures and rules."""
    rungs = [figure.rung.value for figure in line.figures] + [rule.rung for rule in line.rules]
    if not rungs:
        return Rung.ESTIMATE.value if line.basis is Basis.CONVENTION else Rung.OWN.value
    return max(rungs, key=RUNGS.index)


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(parts))
