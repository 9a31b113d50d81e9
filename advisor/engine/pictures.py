"""From a life to its picture: monthly figures, what is missing, what is approximated."""

from __future__ import annotations

from advisor.engine.lives import REQUIRED, Life
from advisor.engine.reference import Rung
from advisor.engine.result import Monthly, Picture, Status
from advisor.engine.trail import Gap, Head, Line, say, total

FUND_LINES = ("fund_own", "fund_employer")


def picture(life: Life) -> Picture:
    """The life's monthly figures with their lines; totals that lack a line are None."""
    missing = life.part.missing
    approximated = tuple(_approximation(line) for line in life.part.lines if _is_counted(line))
    lacking = any(gap.line in REQUIRED for gap in missing)
    found = tuple(gap for gap in approximated if gap is not None)
    return Picture(
        city=life.city,
        status=Status.UNKNOWN if lacking else Status.APPROXIMATED if found else Status.COMPLETE,
        monthly=monthly(life),
        lines=life.part.lines,
        missing=missing,
        approximated=_without_repetition(found),
        notes=life.part.notes,
    )


def monthly(life: Life) -> Monthly:
    """Sums of the lines by head, in fen a month."""
    lines = life.part.lines
    no_pay = life.lacks("typical_pay")
    no_rules = no_pay or life.lacks("contributions")
    gross = None if no_pay or not life.options else total(lines, Head.GROSS)
    contributions = None if no_rules else total(lines, Head.CONTRIBUTIONS)
    tax = None if no_rules else total(lines, Head.TAX)
    housing = None if life.lacks("rent") else total(lines, Head.HOUSING)
    living = None if life.lacks("living", "price_ratio") else total(lines, Head.LIVING)
    commitments = total(lines, Head.COMMITMENTS)
    take_home = _less(gross, contributions, tax)
    fund = sum(line.amount for line in lines if line.line in FUND_LINES)
    pension = sum(line.amount for line in lines if line.line == "pension_account")
    return Monthly(
        gross=gross,
        contributions=contributions,
        tax=tax,
        take_home=take_home,
        housing=housing,
        living=living,
        commitments=commitments,
        money_left=_less(take_home, housing, living, commitments),
        housing_fund=None if no_rules else fund,
        pension_account=None if no_rules else pension,
        locked_savings=None if no_rules else fund + pension,
    )


def _less(amount: int | None, *costs: int | None) -> int | None:
    if amount is None or any(cost is None for cost in costs):
        return None
    return amount - sum(cost for cost in costs if cost is not None)


def _is_counted(line: Line) -> bool:
    return line.head is not Head.CONTEXT


def _approximation(line: Line) -> Gap | None:
    """Why a line stands on another place's, an imputed or an unreliable figure."""
    for figure in line.figures:
        if not figure.is_own:
            row = figure.observation
            reason = say(
                "approximated.rung", from_place=row.place, rung=figure.rung.value, period=row.period
            )
            return Gap(line=line.line, reason=reason)
    if any(figure.is_approximation for figure in line.figures):
        return Gap(line=line.line, reason=say("approximated.status"))
    for rule in line.rules:
        if rule.rung != Rung.OWN.value:
            return Gap(line=line.line, reason=say("approximated.rule_rung", rung=rule.rung))
        if set(rule.status) & {"i", "u"}:
            return Gap(line=line.line, reason=say("approximated.rule_status"))
    return None


def _without_repetition(gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """One gap a line and reason: two earners share the same rules."""
    kept: list[Gap] = []
    for gap in gaps:
        if gap not in kept:
            kept.append(gap)
    return tuple(kept)
