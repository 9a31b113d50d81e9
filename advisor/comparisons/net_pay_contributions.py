"""What the `net_pay` document says is paid in: by the rules, as given, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from advisor.comparisons.net_pay_document import MonthlySum, NetPayDocument, SumByMonth
from advisor.engine.pay.contribution_scheme import ContributionScheme
from advisor.engine.pay.contributions import (
    NO_CONTRIBUTIONS,
    Contributions,
    DeclaredBases,
    employer_contributions,
)
from advisor.engine.pay.take_home import employee_contributions_by_month

LEGAL_LOWEST_FUND_PPM = 50_000


@dataclass(frozen=True, kw_only=True, slots=True)
class PaidIn:
    """Contributions by month of both sides, with what was declared under which schemes.

    Where amounts were given there are no schemes, and nothing is known of the employer's side.
    """

    employee: tuple[Contributions, ...]
    employer: tuple[Contributions, ...] | None
    declared: DeclaredBases | None = None
    schemes: tuple[ContributionScheme, ...] = ()


def paid_in(asked: NetPayDocument, schemes: Callable[[], Sequence[ContributionScheme]]) -> PaidIn:
    """The contributions of each month listed; `schemes` are asked for only under the rules."""
    months = len(asked.months)
    match asked.contributions:
        case MonthlySum(monthly=fen):
            return PaidIn(employee=(Contributions(given=fen),) * months, employer=None)
        case SumByMonth(by_month=by_month):
            given = tuple(Contributions(given=fen) for fen in by_month)
            return PaidIn(employee=given, employer=None)
        case "none":
            return _nothing(months)
        case _:
            return _nothing(months) if is_without_work(asked) else _by_rules(asked, schemes())


def is_without_work(asked: NetPayDocument) -> bool:
    """Whether no pay and no base is given: nobody is employed, so nothing falls due."""
    declares = asked.declared_base is not None or asked.fund_base is not None
    return not declares and not any(part.gross for part in asked.months)


def _nothing(months: int) -> PaidIn:
    nothing = (NO_CONTRIBUTIONS,) * months
    return PaidIn(employee=nothing, employer=nothing)


def _by_rules(asked: NetPayDocument, schemes: Sequence[ContributionScheme]) -> PaidIn:
    first_gross = asked.months[0].gross
    declared = DeclaredBases(
        insurance_fen=first_gross if asked.declared_base is None else asked.declared_base,
        fund_fen=first_gross if asked.fund_base is None else asked.fund_base,
        fund_ppm=_fund_rate(asked, schemes[0]),
        supplementary_ppm=asked.supplementary_fund_rate,
    )
    return PaidIn(
        employee=employee_contributions_by_month(schemes, declared),
        employer=tuple(employer_contributions(scheme, declared) for scheme in schemes),
        declared=declared,
        schemes=tuple(schemes),
    )


def _fund_rate(asked: NetPayDocument, scheme: ContributionScheme) -> int:
    """The rate given; else the legal lowest, or the city's lowest where that is more."""
    if asked.fund_rate is not None:
        return asked.fund_rate
    return max(LEGAL_LOWEST_FUND_PPM, scheme.fund.lowest_ppm)
