"""Living: the price of the same life, at home and there (model §5)."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.engine.consumption import CATEGORIES, Consumption, category_spending, consumption
from advisor.engine.household import Basket, CategoryMode, Destination
from advisor.engine.price_ratio import SAME, PriceRatio, price_ratio
from advisor.engine.question import Group, Question, everybody, fen, split
from advisor.engine.reference import Figure
from advisor.engine.schooling import schooling
from advisor.engine.trail import Basis, Gap, Head, Line, Part, Sentence, say
from advisor.engine.trips import trips_home

UTILITIES = ("utilities_first", "utilities_further")


@dataclass(frozen=True, kw_only=True, slots=True)
class Standard:
    """The life led at home: spending of one equivalent adult in fen a month, utilities apart.

    `away_fen` is an amount that the user typed for the whole household that moves.
    """

    line: str
    per_adult: float
    basis: Basis
    formula: Sentence
    estimate: Consumption | None = None
    conventions: tuple[str, ...] = ()
    away_fen: int | None = None

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.estimate.figures if self.estimate else ()


def equivalent_adults(question: Question, group: Group) -> float:
    """Household scale: 1 for the first adult, less for each further adult and child."""
    if not group.people:
        return 0.0
    further = max(group.adults - 1, 0)
    first = 1.0 if group.adults else 0.0
    return (
        first
        + further * question.assumptions["scale_further_adult"]
        + len(group.children) * question.assumptions["scale_child"]
    )


def living_at_home(question: Question) -> Part:
    """Monthly living of the whole household at home, utilities in."""
    found = standards(question)
    if isinstance(found, Gap):
        return Part(missing=(found,))
    group = everybody(question.household)
    scale = equivalent_adults(question, group)
    lines = tuple(_line_at_home(standard, standard.line, scale) for standard in found)
    return (
        Part(lines=(*lines, utilities(question, group, "utilities", own_total=True)))
        + schooling(question, question.household.home, group, None)
        + Part(notes=_far_from_estimate(question))
    )


def living_away(question: Question, destination: Destination) -> Part:
    """Monthly living of the new life: who moves at that city's prices, who stays at home's."""
    says_nothing = destination.basket is None and destination.school_place is None
    if destination.city == question.household.home and says_nothing:
        return living_at_home(question)
    ratio = price_ratio(question, question.household.home, destination.city)
    found = standards(question)
    gaps = tuple(gap for gap in (found, ratio) if isinstance(gap, Gap))
    if isinstance(found, Gap) or isinstance(ratio, Gap):
        return Part(missing=gaps)
    who = split(question.household, destination)
    scale = equivalent_adults(question, who.movers)
    part = Part(
        lines=(
            *(_line_away(question, one, scale, ratio, destination.basket) for one in found),
            utilities(question, who.movers, "utilities", own_total=True),
        )
    )
    if who.stayers.people:
        part += living_of_stayers(question, found, who.stayers)
    return (
        part
        + schooling(question, destination.city, who.movers, destination.school_place)
        + trips_home(question, destination)
    )


def basket_multiple(question: Question, basket: Basket | None) -> float:
    """Spending in that basket over spending in the basket lived at home."""
    if basket is None:
        return 1.0
    at_home = question.assumptions[f"basket_{question.household.basket.value}"]
    return question.assumptions[f"basket_{basket.value}"] / at_home


def basket_conventions(question: Question, basket: Basket | None) -> tuple[str, ...]:
    """The conventions behind `basket_multiple`."""
    if basket is None:
        return ()
    return (f"basket_{basket.value}", f"basket_{question.household.basket.value}")


def standards(question: Question) -> tuple[Standard, ...] | Gap:
    """The life at home, as typed in total or by category, else as people there live."""
    household = question.household
    if household.living_total_fen is not None:
        return (_typed_total(question, household.living_total_fen),)
    if household.living:
        return _by_category(question)
    estimate = consumption(question.reference, household.home)
    if isinstance(estimate, Gap):
        return estimate
    return (_estimated(question, "living", estimate),)


def utilities(question: Question, group: Group, line: str, *, own_total: bool) -> Line:
    """Water, power and gas: the same everywhere; never more than a typed total holds."""
    first, further = (question.assumptions[name] for name in UTILITIES)
    amount = fen(first + further * max(group.people - 1, 0))
    typed = question.household.living_total_fen
    if own_total and typed is not None:
        amount = min(amount, typed)
    yours = question.assumptions.is_yours(*UTILITIES)
    return Line(
        line=line, head=Head.LIVING, amount=amount,
        basis=Basis.YOURS if yours else Basis.CONVENTION,
        formula=say(
            "formula.utilities", first_fen=fen(first), further_fen=fen(further), people=group.people
        ),
        conventions=UTILITIES,
    )  # fmt: skip


def _typed_total(question: Question, total_fen: int) -> Standard:
    group = everybody(question.household)
    within = utilities(question, group, "utilities", own_total=True).amount
    return Standard(
        line="living",
        per_adult=(total_fen - within) / equivalent_adults(question, group),
        basis=Basis.YOURS,
        formula=say("formula.living_typed", total_fen=total_fen, utilities_fen=within),
    )


def _estimated(question: Question, line: str, estimate: Consumption) -> Standard:
    basket = question.household.basket
    name = f"basket_{basket.value}"
    per_head = {"per_head_fen": fen(estimate.per_month), "basket": basket.value}
    return Standard(
        line=line,
        per_adult=estimate.per_month * 100 * question.assumptions[name],
        basis=Basis.MEASURED,
        formula=say(
            "formula.living_estimated", **per_head, residence_share=estimate.residence_share
        )
        if line == "living"
        else say("formula.category_estimated", **per_head),
        estimate=estimate,
        conventions=(name, "scale_further_adult", "scale_child"),
    )


def _by_category(question: Question) -> tuple[Standard, ...] | Gap:
    found: list[Standard] = []
    for category in CATEGORIES:
        standard = _category(question, category)
        if isinstance(standard, Gap):
            return standard
        if standard is not None:
            found.append(standard)
    return tuple(found)


def _category(question: Question, category: str) -> Standard | Gap | None:
    """One category as typed or estimated; None where it does not apply."""
    typed = question.household.living.get(category)
    line = f"living_{category}"
    if typed is not None and typed.mode is CategoryMode.NONE:
        return None
    if typed is not None and typed.mode is CategoryMode.MINE and typed.home_fen is not None:
        scale = equivalent_adults(question, everybody(question.household))
        return Standard(
            line=line, per_adult=typed.home_fen / scale, basis=Basis.YOURS,
            formula=say("formula.yours"), away_fen=typed.away_fen,
        )  # fmt: skip
    estimate = category_spending(question.reference, question.household.home, category)
    return estimate if isinstance(estimate, Gap) else _estimated(question, line, estimate)


def _line_at_home(standard: Standard, line: str, scale: float) -> Line:
    """The line of one standard for `scale` equivalent adults at home."""
    return Line(
        line=line, head=Head.LIVING, amount=round(standard.per_adult * scale),
        basis=standard.basis, formula=standard.formula,
        figures=standard.figures, conventions=standard.conventions,
    )  # fmt: skip


def _line_away(
    question: Question, standard: Standard, scale: float, ratio: PriceRatio, basket: Basket | None
) -> Line:
    """The line of one standard in a basket, at the prices of the ratio."""
    if standard.away_fen is not None and ratio.method != SAME:
        return Line(
            line=standard.line, head=Head.LIVING, amount=standard.away_fen,
            basis=Basis.YOURS, formula=say("formula.yours"),
        )  # fmt: skip
    at_home = standard.per_adult * scale * basket_multiple(question, basket)
    return Line(
        line=standard.line, head=Head.LIVING, amount=round(at_home * ratio.value),
        basis=Basis.MEASURED if ratio.figures else standard.basis,
        formula=say(
            f"formula.living_at_prices_by_{ratio.method}",
            home_fen=round(at_home), ratio=round(ratio.value, 4),
        ),
        figures=standard.figures + ratio.figures,
        conventions=(
            *standard.conventions, *ratio.conventions, *basket_conventions(question, basket)
        ),
    )  # fmt: skip


def living_of_stayers(question: Question, found: tuple[Standard, ...], group: Group) -> Part:
    """Monthly living of who stays at home, utilities in."""
    scale = equivalent_adults(question, group)
    lines = tuple(_line_at_home(one, f"home_{one.line}", scale) for one in found)
    return (
        Part(lines=lines)
        + (
            Part(lines=(utilities(question, group, "home_utilities", own_total=False),))
            if group.adults
            else Part()
        )
        + schooling(question, question.household.home, group, None, prefix="home_")
    )


def spending_against_estimate(question: Question) -> float | None:
    """The standard lived at home over what people there spend; None where either is unknown."""
    found = standards(question)
    estimate = consumption(question.reference, question.household.home)
    if isinstance(found, Gap) or isinstance(estimate, Gap):
        return None
    return sum(standard.per_adult for standard in found) / (estimate.per_month * 100)


def _far_from_estimate(question: Question) -> tuple[Sentence, ...]:
    """A sentence where a typed total lies outside what we would carry over to locals' lives."""
    estimate = consumption(question.reference, question.household.home)
    multiple = spending_against_estimate(question)
    low, high = (question.assumptions[f"calibration_{end}"] for end in ("low", "high"))
    if (
        question.household.living_total_fen is None
        or isinstance(estimate, Gap)
        or multiple is None
        or low <= multiple <= high
    ):
        return ()
    return (say("note.living_far_from_estimate", estimate_fen=fen(estimate.per_month)),)
