"""What the projection answers about one destination, put together (model §8)."""

from __future__ import annotations

from dataclasses import dataclass, field

from advisor.engine.down_payment import still_lacking
from advisor.engine.draws import Floats
from advisor.engine.household import Destination
from advisor.engine.lives import Life
from advisor.engine.projection.central import CentralLives, StayKey
from advisor.engine.projection.chances import (
    band,
    difference_dots,
    enough_in,
    pay_back,
    reported_years,
    runway,
    short_of_cash,
    year_chances,
)
from advisor.engine.projection.drawn import DrawnLives, LifeDraws, StayDrawn
from advisor.engine.projection.outcome import (
    Band,
    LongestSearch,
    Projected,
    Verdict,
    WhatIfs,
    YearChances,
)
from advisor.engine.projection.outlook import LifeOutlook, Outlook
from advisor.engine.projection.partner import partner_cases
from advisor.engine.projection.plan import Plan, plan
from advisor.engine.projection.saving import years_to_save
from advisor.engine.projection.sensitivity import levers, nearest, switch
from advisor.engine.projection.trial import trials
from advisor.engine.projection.turning_points import (
    equal_net_worth,
    highest_rent,
    longest_search,
)
from advisor.engine.projection.verdict import UNFUNDED, verdict
from advisor.engine.question import MONTHS, Question, first_mover
from advisor.engine.searches import in_step
from advisor.engine.trail import Sentence, say


@dataclass(frozen=True, slots=True)
class Projection:
    """The stay life, projected once, against which every destination is held."""

    outlook: Outlook
    home: Life
    stay: LifeOutlook
    stay_drawn: StayDrawn
    stay_ends: dict[StayKey, Floats] = field(default_factory=dict)

    @classmethod
    def of(cls, question: Question, home: Life) -> Projection:
        """The projection of staying in the life at home."""
        outlook = Outlook(question)
        stay = outlook.of(plan(question, home, None))
        return cls(outlook, home, stay, StayDrawn(outlook, stay))

    def against(self, away: Life, destination: Destination, cash_needed: int | None) -> Projected:
        """Both lives over the horizon, side by side.

        `cash_needed`: fen that the move takes by one steady month's figures. Savings below it never
        count as enough, however kind the draws are.
        """
        question = self.outlook.question
        move = self.outlook.of(plan(question, away, destination))
        drawn = self.stay_drawn.beside(move)
        horizon = self.outlook.horizon
        every = year_chances(self.outlook, self.stay, move, drawn, range(horizon + 1))
        years = tuple(every[year] for year in reported_years(horizon))
        needed = _with_purchase(cash_needed, move)
        lacking = self._cash_lacking(drawn.move, needed or 0)
        mover = first_mover(question.household.earners) or 0
        lives = CentralLives(self.outlook, self.stay, move, mover, self.stay_ends)
        turning = [equal_net_worth(lives), highest_rent(lives), longest_search(lives)]
        switched = [switch(lever) for lever in levers(lives)]
        worth, rent, search, *turned = in_step([*turning, *switched], lives.ends)
        return Projected(
            pay_back=pay_back(drawn.pay_back),
            years=years,
            every_year=every,
            difference_dots=difference_dots(self.outlook, drawn),
            equal_net_worth=worth,
            highest_rent=rent,
            longest_search=search,
            switches=nearest(turned),
            verdict=_verdict(years[-1], away, lacking),
            short_of_cash=self._short_of_cash(drawn.move),
            stay_short_of_cash=self._short_of_cash(drawn.stay),
            cash_needed=needed,
            cash_lacking=lacking,
            what_ifs=self._what_ifs(away, destination, move, drawn, mover),
            notes=(
                *_notes(worth, rent, search, has_rent=bool(move.plan.rents)),
                *_fund_drawn(move),
            ),
        )

    def _what_ifs(
        self,
        away: Life,
        destination: Destination,
        move: LifeOutlook,
        drawn: DrawnLives,
        mover: int,
    ) -> WhatIfs:
        question = self.outlook.question
        savings = question.household.savings_fen
        return WhatIfs(
            trials=trials(question, self.home, away, destination, drawn),
            partner=partner_cases(self.outlook, self.stay, move, destination, mover),
            cash_needed=band(drawn.move.cash_needed),
            runway=None if savings is None else runway(drawn.move, savings),
            years_to_save=(
                self._years_to_save(drawn.stay, self.stay.plan, question.household.home),
                self._years_to_save(drawn.move, move.plan, destination.city),
            ),
        )

    def _years_to_save(self, life: LifeDraws, plan: Plan, city: str) -> Band | None:
        """Until a down payment in that city is in hand, from what arriving there leaves."""
        lacking = still_lacking(self.outlook.question, city, plan.one_off + plan.deposit)
        return years_to_save(self.outlook, life, plan, lacking)

    def _short_of_cash(self, life: LifeDraws) -> float | None:
        """The chance of running out of cash in the first year, where savings are given."""
        savings = self.outlook.question.household.savings_fen
        return None if savings is None else short_of_cash(life, savings)

    def _cash_lacking(self, move: LifeDraws, cash_needed: int) -> int | None:
        """What the savings given lack for the move to be funded in enough draws."""
        savings = self.outlook.question.household.savings_fen
        if savings is None:
            return None
        return max(enough_in(1 - UNFUNDED, move) - savings, cash_needed - savings, 0)


def _with_purchase(cash_needed: int | None, move: LifeOutlook) -> int | None:
    """Who buys in the first year also needs what the central path then takes."""
    purchase = move.plan.purchase
    if cash_needed is None or purchase is None or purchase.month >= MONTHS:
        return cash_needed
    return max(cash_needed, round(float(move.central.first_year.needed[0])))


def _verdict(last: YearChances, away: Life, lacking: int | None) -> Verdict:
    """Not funded where savings are given and lack too much; else by the chances."""
    if lacking is not None and lacking > 0:
        return Verdict.NOT_FUNDABLE
    has_offer = not away.typical
    return verdict(last.net_worth.better_off, last.cash.better_off, has_offer=has_offer)


def _fund_drawn(move: LifeOutlook) -> tuple[Sentence, ...]:
    """What the central path draws of the housing fund for a down payment, where it does."""
    drawn = round(float(move.central.drawn_for_home[0]))
    return (say("note.fund_drawn_for_home", drawn_fen=drawn),) if drawn else ()


def _notes(
    worth: int | None, rent: int | None, search: LongestSearch | None, *, has_rent: bool
) -> tuple[Sentence, ...]:
    """A sentence for each answer that does not exist."""
    notes = []
    if worth is None:
        notes.append(say("note.no_pay_equals_net_worth"))
    if rent is None:
        code = "note.no_rent_affords_the_move" if has_rent else "note.no_rent_there"
        notes.append(say(code))
    if search is None:
        notes.append(say("note.no_search_affordable"))
    elif search.binds != "nothing":
        notes.append(say(f"note.search_bound_by_{search.binds}", months=search.months))
    return tuple(notes)
