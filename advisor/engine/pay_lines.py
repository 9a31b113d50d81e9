"""The lines of pay in the monthly picture: gross, contributions, tax and locked savings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.engine.earnings import Earnings, components, extra_months_pay, fund_rate, steady_pay
from advisor.engine.jobs import Job
from advisor.engine.money import PPM, Fen, half_up_part
from advisor.engine.pay.contribution_scheme import ContributionScheme
from advisor.engine.pay.steady_year import SteadyYear
from advisor.engine.question import MONTHS, Question
from advisor.engine.rulebook import city_scheme, income_tax_scheme
from advisor.engine.trail import Basis, Head, Line, RuleUse, Sentence, say

FUNDS = ("housing_fund", "supplementary_fund")
TAX_RULES = ("income_tax.annual", "income_tax.withholding", "income_tax.basic_deduction")


def pay_lines(question: Question, earnings: Earnings, jobs: Sequence[Job]) -> tuple[Line, ...]:
    """All lines of pay of all earners, each a twelfth of the year's fen, half up."""
    return tuple(
        line
        for index, job in enumerate(jobs)
        for line in _EarnerLines(question, earnings, job, earnings.years[index]).all(index)
    )


@dataclass(frozen=True, slots=True)
class _EarnerLines:
    question: Question
    earnings: Earnings
    job: Job
    year: SteadyYear

    def all(self, index: int) -> Iterator[Line]:
        yield from self.gross()
        yield from self.contributions()
        yield from self.tax(index)
        yield from self.locked_savings()

    def gross(self) -> Iterator[Line]:
        job = self.job
        yield self.line("wages", Head.GROSS, MONTHS * job.gross, job.formula)
        extra = extra_months_pay(self.year, job)
        if extra:
            formula = say("formula.extra_months", months=job.pay.months, gross_fen=int(job.gross))
            yield self.line("thirteenth_pay", Head.GROSS, extra, formula)
        if job.bonus:
            formula = say("formula.bonus", bonus_fen=int(job.bonus))
            yield self.line("bonus", Head.GROSS, job.bonus, formula)

    def contributions(self) -> Iterator[Line]:
        for name, amount in components(self.year.contributions).items():
            if not int(amount):
                continue
            if name == "given":
                yield self.line(
                    "own_contributions", Head.CONTRIBUTIONS, amount, say("formula.yours")
                )
            else:
                yield self.ruled(
                    name, Head.CONTRIBUTIONS, amount, self.formula_of(name), self.rules_of(name)
                )

    def tax(self, index: int) -> Iterator[Line]:
        scheme = income_tax_scheme(self.question.reference)
        rules = tuple(scheme.rules[name] for name in TAX_RULES if name in scheme.rules)
        deduction = self.earnings.deductions[index]
        if deduction:
            rules += tuple(claim.rule for claim in self.earnings.claimed)
        formula = say(
            "formula.income_tax",
            income_fen=int(self.year.gross - self.job.bonus),
            contributions_fen=int(self.year.contributions_total),
            special_fen=MONTHS * deduction,
            basic_fen=scheme.basic_deduction.annual_fen,
        )
        yield self.ruled("income_tax", Head.TAX, self.year.tax_on_wages, formula, rules)
        if self.job.bonus:
            yield self.bonus_tax()

    def bonus_tax(self) -> Line:
        scheme = income_tax_scheme(self.question.reference)
        choice = self.year.bonus
        apart = bool(choice.is_separate)
        merged = int(choice.year_tax_merged - self.year.tax_on_wages)
        separate = choice.year_tax_separate
        formula = say(
            "formula.bonus_tax_separate" if apart else "formula.bonus_tax_merged",
            merged_fen=merged,
            separate_fen=None if separate is None else int(separate - self.year.tax_on_wages),
        )
        wanted = "income_tax.separate_bonus" if apart else "income_tax.annual"
        rules = (scheme.rules[wanted],)
        return self.ruled("bonus_tax", Head.TAX, self.year.tax_on_bonus, formula, rules)

    def locked_savings(self) -> Iterator[Line]:
        paid_in = self.year.contributions
        for name, amount, component in (
            ("fund_own", paid_in.fund, "housing_fund"),
            ("fund_employer", paid_in.fund, "housing_fund"),
            ("pension_account", paid_in.pension, "pension"),
        ):
            if int(amount):
                yield self.ruled(
                    name, Head.LOCKED_SAVINGS, amount,
                    say(f"formula.{name}"), self.rules_of(component),
                )  # fmt: skip

    def line(self, name: str, head: Head, year_fen: Fen, formula: Sentence) -> Line:
        return Line(
            line=name, head=head, amount=int(half_up_part(year_fen, MONTHS)),
            basis=self.job.basis if head is Head.GROSS else Basis.YOURS, formula=formula,
            figures=self.job.figures if head is Head.GROSS else (), earner=self.job.earner,
            conventions=("typical_pay_shrink",)
            if head is Head.GROSS and self.job.basis is Basis.MEASURED
            else (),
        )  # fmt: skip

    def ruled(
        self, name: str, head: Head, year_fen: Fen, formula: Sentence, rules: tuple[RuleUse, ...]
    ) -> Line:
        return Line(
            line=name, head=head, amount=int(half_up_part(year_fen, MONTHS)),
            basis=Basis.MEASURED, formula=formula, rules=rules, earner=self.job.earner,
        )  # fmt: skip

    def rules_of(self, component: str) -> tuple[RuleUse, ...]:
        """The rules of a component's base and rate; the minimum wage where it is the floor."""
        rules = self.scheme.rules
        wanted = (
            ("base", "rate_range", "minimum_wage", "cap_in_average_wages")
            if component in FUNDS
            else ("base", "employee_rate", "employee_flat")
        )
        prefix = "housing_fund" if component in FUNDS else component
        found = tuple(rules[f"{prefix}.{part}"] for part in wanted if f"{prefix}.{part}" in rules)
        if f"{prefix}.base" in rules or component in FUNDS:
            return found
        return (rules["pension.base"], *found)  # elsewhere the pension's base serves all

    def formula_of(self, component: str) -> Sentence:
        declared = steady_pay(self.question, self.job, 0).declared
        base = 0 if declared is None else int(declared.insurance_fen)
        if component in FUNDS:
            fund = self.scheme.fund
            rate = fund_rate(self.question, self.job)
            floor, cap, flat = fund.floor_fen, fund.cap_fen, 0
        else:
            one = next(one for one in self.scheme.insurances if one.name == component)
            floor, cap, rate = one.floor_fen, one.cap_fen, one.employee_ppm
            flat = one.employee_flat_fen
        return say(
            "formula.contribution_with_flat" if flat else "formula.contribution",
            declared_fen=base, floor_fen=floor, cap_fen=cap,
            base_fen=min(max(base, floor), cap), rate_share=rate / PPM, flat_fen=flat,
        )  # fmt: skip

    @property
    def scheme(self) -> ContributionScheme:
        return city_scheme(self.question.reference, self.job.city)
