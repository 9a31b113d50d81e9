"""Social insurance and housing fund (五险一金) off declared bases: exact, for one or a million."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from advisor.engine.household import InsuredBase
from advisor.engine.money import Fen, half_up_share
from advisor.engine.pay.contribution_scheme import ContributionScheme, InsuranceScheme
from advisor.engine.pay.rules import EMPLOYEE_INSURANCES


@dataclass(frozen=True, kw_only=True, slots=True)
class DeclaredBases:
    """What the employer declares: bases in fen a month, before floor and cap, and fund rates."""

    insurance_fen: Fen
    fund_fen: Fen
    fund_ppm: int
    supplementary_ppm: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Contributions:
    """Fen that one side pays, by component. `given` is a sum that was stated, not computed."""

    pension: Fen = 0
    medical: Fen = 0
    unemployment: Fen = 0
    injury: Fen = 0
    maternity: Fen = 0
    housing_fund: Fen = 0
    supplementary_fund: Fen = 0
    given: Fen = 0

    @property
    def total(self) -> Fen:
        """Fen of all components."""
        insurances = self.pension + self.medical + self.unemployment + self.injury + self.maternity
        return insurances + self.fund + self.given

    @property
    def fund(self) -> Fen:
        """Fen into the housing fund, the supplementary one included."""
        return self.housing_fund + self.supplementary_fund

    def times(self, months: Fen) -> Contributions:
        """The contributions of so many equal months."""
        parts = {part.name: getattr(self, part.name) for part in fields(self)}
        return Contributions(**{name: fen * months for name, fen in parts.items()})


NO_CONTRIBUTIONS = Contributions()


def declared_bases(
    insured: InsuredBase, average_pay: Fen, *, own_base: Fen | None = None, fund_ppm: int
) -> DeclaredBases | None:
    """The bases that go with an average monthly pay; None where nothing is paid in.

    `minimum` declares the floors of insurance and fund alike; `amount` declares `own_base` for
    both, and needs it.
    """
    match insured:
        case InsuredBase.NONE:
            return None
        case InsuredBase.MINIMUM:
            base: Fen = 0 * average_pay
        case InsuredBase.AMOUNT:
            if own_base is None:
                raise ValueError("an own base needs its amount")
            base = own_base
        case InsuredBase.ACTUAL:
            base = average_pay
    return DeclaredBases(insurance_fen=base, fund_fen=base, fund_ppm=fund_ppm)


def employee_contributions(scheme: ContributionScheme, declared: DeclaredBases) -> Contributions:
    """What is taken from the employee's pay a month: fen by component, half up each."""
    insurances = {
        one.name: half_up_share(_held(one, declared.insurance_fen), one.employee_ppm, unit=one.unit)
        + one.employee_flat_fen
        for one in scheme.insurances
        if one.name in EMPLOYEE_INSURANCES
    }
    return Contributions(**insurances, **_fund_payments(scheme, declared))


def employer_contributions(scheme: ContributionScheme, declared: DeclaredBases) -> Contributions:
    """What the employer pays a month on top of gross pay: fen by component, half up each."""
    insurances = {
        one.name: half_up_share(_held(one, declared.insurance_fen), one.employer_ppm, unit=one.unit)
        for one in scheme.insurances
    }
    return Contributions(**insurances, **_fund_payments(scheme, declared))


def _fund_payments(scheme: ContributionScheme, declared: DeclaredBases) -> dict[str, Fen]:
    """Both sides pay the same into the fund."""
    fund = scheme.fund
    base = np.minimum(np.maximum(declared.fund_fen, fund.floor_fen), fund.cap_fen)
    supplementary = declared.supplementary_ppm
    return {
        "housing_fund": half_up_share(base, declared.fund_ppm, unit=fund.unit),
        "supplementary_fund": half_up_share(base, supplementary, unit=fund.unit)
        if supplementary
        else 0,
    }


def _held(insurance: InsuranceScheme, base: Fen) -> Fen:
    """The declared base between floor and cap."""
    held: Fen = np.minimum(np.maximum(base, insurance.floor_fen), insurance.cap_fen)
    return held
