"""A life in a place: everybody's pay, housing, living and commitments, with their lines."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.engine.context import imputed_rent, living_as_locals, typical_pay_lines
from advisor.engine.deductions import Residence, pays_rent_in_flat
from advisor.engine.earnings import Earnings, cheapest, earnings_options
from advisor.engine.household import Destination, FlatKind, HomeKind
from advisor.engine.housing import (
    home_left_behind,
    housing_at_home,
    housing_away,
    is_sold,
    wanted_housing,
)
from advisor.engine.jobs import Job, Jobs, jobs_at_home, jobs_away
from advisor.engine.living import living_at_home, living_away
from advisor.engine.moving import moving_part
from advisor.engine.pay.dated import NoRuleYetError
from advisor.engine.pay_lines import pay_lines
from advisor.engine.question import Question
from advisor.engine.result import TypicalPay
from advisor.engine.trail import Basis, Gap, Head, Line, Part, Sentence, say
from advisor.engine.unused import unused_there

# Lines without which a total is unknown; any other missing line is not counted (model §2).
REQUIRED = frozenset({"contributions", "typical_pay", "rent", "living", "price_ratio"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Life:
    """A life with its trail. `options` are empty where pay rules are missing."""

    city: str
    part: Part
    jobs: tuple[Job, ...]
    typical: tuple[TypicalPay, ...]
    residences: tuple[Residence, ...]
    options: tuple[Earnings, ...]

    def lacks(self, *lines: str) -> bool:
        """Whether one of these lines is missing."""
        return any(gap.line in lines for gap in self.part.missing)


def life_at_home(question: Question) -> Life:
    """Nobody moves, everything as it is."""
    housing = housing_at_home(question)
    part = housing + living_at_home(question) + _commitments(question)
    part += Part(lines=imputed_rent(question))
    residence = _residence_at_home(question, housing)
    residences = tuple(residence for _ in question.household.earners)
    return _life(question, question.household.home, jobs_at_home(question), residences, part)


def life_away(question: Question, destination: Destination) -> Life:
    """The life after the move; at home with another job where the destination is home."""
    jobs = jobs_away(question, destination)
    housing = housing_away(question, destination)
    rent = next((line for line in housing.lines if line.line == "rent"), None)
    wanted = wanted_housing(question, destination)
    leased = None if rent is None or wanted.kind is FlatKind.DORMITORY else rent.amount
    part = housing + living_away(question, destination) + _commitments(question)
    part += home_left_behind(question, destination)
    part += moving_part(question, destination, leased)
    if destination.city != question.household.home:
        unused = unused_there(wanted, destination.moving, leases=bool(leased))
        part += Part(notes=tuple(unused))
    part += Part(lines=living_as_locals(question, destination) + typical_pay_lines(jobs.typical))
    if destination.city == question.household.home and destination.housing is None:
        away = _residence_at_home(question, housing)
    else:
        away = _residence_away(question, destination, rent)
    at_home = _residence_at_home(question, housing_at_home(question))
    residences = tuple(away if job.city == destination.city else at_home for job in jobs.jobs)
    return _life(question, destination.city, jobs, residences, part)


def utilities_of(life: Life) -> int:
    """Fen a month of water, power and gas in all its dwellings."""
    return sum(
        line.amount for line in life.part.lines if line.line in ("utilities", "home_utilities")
    )


def _life(
    question: Question, city: str, jobs: Jobs, residences: tuple[Residence, ...], part: Part
) -> Life:
    part += Part(missing=jobs.missing, notes=jobs.notes)
    options: tuple[Earnings, ...] = ()
    try:
        options = tuple(earnings_options(question, jobs.jobs, residences))
    except NoRuleYetError as error:
        if error.place not in (job.city for job in jobs.jobs):
            raise  # no tax rules at all on that date: the question can not be answered
        reason = say(
            "missing.contributions",
            city_place=error.place,
            earliest=error.earliest.isoformat() if error.earliest else None,
        )
        part += Part(missing=(Gap(line="contributions", reason=reason),))
    else:
        best = cheapest(options)
        part = Part(lines=pay_lines(question, best, jobs.jobs), notes=_pay_notes(best)) + part
    return Life(
        city=city,
        part=part,
        jobs=jobs.jobs,
        typical=jobs.typical,
        residences=residences,
        options=options,
    )


def _pay_notes(best: Earnings) -> tuple[Sentence, ...]:
    """The deductions claimed, said once each."""
    names = dict.fromkeys(claim.name for claim in best.claimed)
    if not sum(best.deductions):
        return ()
    return tuple(say("note.deduction_claimed", deduction=name) for name in names)


def _commitments(question: Question) -> Part:
    """What no city changes, money to parents among it."""
    amount = question.household.commitments_fen
    if not amount:
        return Part()
    return Part(
        lines=(
            Line(
                line="commitments", head=Head.COMMITMENTS, amount=amount,
                basis=Basis.YOURS, formula=say("formula.yours"),
            ),
        )
    )  # fmt: skip


def _residence_at_home(question: Question, housing: Part) -> Residence:
    at_home = question.household.housing
    rents = any(line.line == "rent" and line.amount > 0 for line in housing.lines)
    return Residence(
        city=question.household.home,
        pays_rent=at_home.kind is HomeKind.RENTER and rents,
        owns_home=at_home.kind is HomeKind.OWNER,
        pays_mortgage=bool(at_home.kind is HomeKind.OWNER and at_home.mortgage_monthly_fen),
    )


def _residence_away(question: Question, destination: Destination, rent: Line | None) -> Residence:
    """The home there; the one at home is still the household's unless it is sold."""
    wanted = wanted_housing(question, destination)
    at_home = question.household.housing
    keeps = at_home.kind is HomeKind.OWNER and not is_sold(question, destination)
    return Residence(
        city=destination.city,
        pays_rent=rent is not None and rent.amount > 0 and pays_rent_in_flat(wanted.kind),
        owns_home=keeps and destination.city == question.household.home,
        pays_mortgage=bool(keeps and at_home.mortgage_monthly_fen),
    )
