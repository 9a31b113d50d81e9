"""Bars (a) and (b): net pay of many people as arrays, and one person's year."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from advisor.engine.pay.contribution_scheme import ContributionScheme
from advisor.engine.pay.contributions import EMPLOYEE_INSURANCES
from advisor.engine.pay.income_tax import TaxScheme
from advisor.engine.pay.reference_rules import scheme_of_place, tax_scheme_on
from advisor.engine.pay.steady_year import SteadyPay, steady_year
from advisor.engine.reference import Reference
from benchmarks.timing import Row, at_least, at_most, best, best_in_turn

type Floats = NDArray[np.float64]

SHENZHEN = "440300"
FUND_PPM = 50_000
YARDSTICK = "benchmarks/openfisca_yardstick.py"
NO_OPENFISCA = "needs --openfisca-python, see benchmarks/README.md"


def rows(reference: Reference, openfisca_python: str | None) -> Iterator[Row]:
    """The rows of (a) and (b)."""
    scheme, tax = (
        scheme_of_place(reference, SHENZHEN, reference.on),
        tax_scheme_on(reference, reference.on),
    )
    theirs = _yardstick(openfisca_python)
    for people in (100_000, 1_000_000):
        gross = np.random.default_rng(7).integers(200_000, 5_000_000, people)
        ours, bare = best_in_turn(
            (
                lambda gross=gross: (
                    steady_year(scheme, tax, SteadyPay(gross=gross, fund_ppm=FUND_PPM)).take_home
                ),
                lambda gross=gross: bare_take_home(gross / 100.0, scheme, tax),
            ),
            rounds=5,
        )
        _require_equal(gross, scheme, tax)
        yield at_most("a", f"{people:,} people: our time over bare numpy's", ours / bare, 8)
        what = f"a year of {people:,} people: our throughput over OpenFisca's"
        if theirs:
            yield at_least("a", what, people / ours / theirs[str(people)], 20)
        else:
            yield Row(bar="a", what=what, ratio=None, limit=">= 20", note=NO_OPENFISCA)
    person = best(
        lambda: steady_year(scheme, tax, SteadyPay(gross=1_200_000, fund_ppm=FUND_PPM)), rounds=200
    )
    what = "one person's year: our time over OpenFisca's single household"
    if theirs:
        note = f"{person * 1000:.2f} ms"
        yield at_most("b", what, person / theirs["household"], 1, note)
    else:
        yield Row(bar="b", what=what, ratio=None, limit="<= 1", note=NO_OPENFISCA)


def bare_take_home(gross: Floats, scheme: ContributionScheme, tax: TaxScheme) -> Floats:
    """The same year in plain floats, CNY, without rounding: what numpy costs at least."""
    paid_in = np.zeros_like(gross)
    for one in scheme.insurances:
        if one.name in EMPLOYEE_INSURANCES:
            base = np.clip(gross, one.floor_fen / 100, one.cap_fen / 100)
            paid_in += base * (one.employee_ppm / 1e6) + one.employee_flat_fen / 100
    fund = np.clip(gross, scheme.fund.floor_fen / 100, scheme.fund.cap_fen / 100)
    paid_in += fund * (FUND_PPM / 1e6)
    brackets = tax.annual.brackets
    bounds = np.array([one.up_to_fen / 100 for one in brackets if one.up_to_fen is not None])
    rates = np.array([one.rate_ppm / 1e6 for one in brackets])
    quick = np.array([one.quick_deduction_fen / 100 for one in brackets])
    basic = tax.basic_deduction.annual_fen / 100
    taxable = np.maximum(0.0, 12 * (gross - paid_in) - basic)
    bracket = np.searchsorted(bounds, taxable)
    return 12 * (gross - paid_in) - (taxable * rates[bracket] - quick[bracket])


def _require_equal(gross: NDArray[np.int64], scheme: ContributionScheme, tax: TaxScheme) -> None:
    """Both must mean the same year, or the ratio means nothing: within a yuan for rounding."""
    exact = steady_year(scheme, tax, SteadyPay(gross=gross, fund_ppm=FUND_PPM)).take_home
    apart = np.abs(exact / 100 - bare_take_home(gross / 100.0, scheme, tax)).max()
    if apart > 1:
        raise ArithmeticError(f"the bare formulas are {apart:.2f} CNY off")


def _yardstick(python: str | None) -> dict[str, float] | None:
    if python is None:
        return None
    done = subprocess.run([python, YARDSTICK], check=True, capture_output=True, text=True)  # noqa: S603
    found: dict[str, float] = json.loads(done.stdout)
    return found
