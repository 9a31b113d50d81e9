"""Which job an earner has in each life: what an offer leaves out is as at home."""

from advisor.engine.household import InsuredBase
from advisor.engine.jobs import LARGEST_BONUS_MONTHS, jobs_at_home, jobs_away
from advisor.engine.trail import Basis
from tests.engine.households import earner, household, offer, question_of, to
from tests.engine.references import BEIJING, LIAOYUAN, figure_row, hand_made_reference

WAGES = (
    figure_row(LIAOYUAN, "private_avg_wage", "2024", 40_000),
    figure_row(BEIJING, "private_avg_wage", "2024", 90_000),
)


def jobs(*people, destination, rows=WAGES, **more):
    return jobs_away(
        question_of(household(*people, **more), hand_made_reference(*rows)), destination
    )


def only_job(*people, destination, **more):
    (job,) = jobs(*people, destination=destination, **more).jobs
    return job


def test_at_home_everybody_has_the_own_pay():
    asking = household(earner(4500, bonus=9000, pay_months=13, pay_fund_ppm=80_000), earner(0))
    first, second = jobs_at_home(question_of(asking, hand_made_reference())).jobs
    assert (first.gross, first.bonus, first.pay.months, first.pay.fund_ppm) == (
        450_000, 900_000, 13, 80_000,
    )  # fmt: skip
    assert (second.earner, second.gross) == (1, 0)


def test_an_unknown_fund_rate_at_home_is_the_convention():
    asking = household(assumptions={"fund_rate_unknown": 0.07})
    (job,) = jobs_at_home(question_of(asking, hand_made_reference())).jobs
    assert job.pay.fund_ppm == 70_000


def test_what_an_offer_leaves_out_is_as_at_home():
    who = earner(
        4500, bonus=9000, pay_months=13, pay_fund_ppm=80_000,
        pay_insured_base=InsuredBase.MINIMUM,
    )  # fmt: skip
    job = only_job(who, destination=to(BEIJING, offer(12_000)))
    assert (job.city, job.gross, job.basis, job.has_offer) == (
        BEIJING, 1_200_000, Basis.YOURS, True,
    )  # fmt: skip
    assert (job.bonus, job.pay.months, job.pay.fund_ppm) == (2_400_000, 13, 80_000)
    assert job.pay.insured_base is InsuredBase.MINIMUM
    assert not job.fund_is_typed


def test_what_an_offer_says_is_so():
    who = earner(4500, bonus=9000, pay_contributions_fen=90_000)
    says = offer(
        12_000, bonus=0, months=14.0, fund_ppm=120_000, insured_base=InsuredBase.AMOUNT,
        insured_base_fen=800_000,
    )  # fmt: skip
    job = only_job(who, destination=to(BEIJING, says))
    assert (job.bonus, job.bonus_ppm, job.pay.months, job.pay.fund_ppm) == (0, None, 14, 120_000)
    assert (job.pay.insured_base, job.pay.insured_base_fen) == (InsuredBase.AMOUNT, 800_000)
    assert job.pay.contributions_fen is None, "an insured job replaces the flexible payment"
    assert job.fund_is_typed


def test_who_works_flexibly_goes_on_so_unless_the_offer_says_otherwise():
    who = earner(4500, pay_contributions_fen=90_000)
    assert only_job(who, destination=to(BEIJING, offer(9000))).pay.contributions_fen == 90_000
    says = offer(9000, contributions_fen=150_000)
    assert only_job(who, destination=to(BEIJING, says)).pay.contributions_fen == 150_000


def test_without_an_offer_pay_is_typical_and_measured():
    found = jobs(earner(4000), destination=to(BEIJING))
    (job,) = found.jobs
    assert (job.gross, job.basis, job.has_offer) == (600_000, Basis.MEASURED, False)
    assert [pay.typical for pay in found.typical] == [600_000]
    assert {figure.observation.place for figure in job.figures} == {LIAOYUAN, BEIJING}


def test_a_bonus_moves_with_typical_pay_as_the_same_share():
    job = only_job(earner(4000, bonus=8000), destination=to(BEIJING))
    assert job.bonus == 2 * job.gross


def test_a_bonus_too_large_to_be_a_share_of_pay_stays_an_amount():
    who = earner(1, bonus=LARGEST_BONUS_MONTHS + 1)
    job = only_job(who, destination=to(BEIJING, offer(10_000)))
    assert (job.bonus, job.bonus_ppm) == (12_100, None)
    assert only_job(earner(0, bonus=50), destination=to(BEIJING, offer(9000))).bonus == 5000


def test_who_stays_keeps_the_pay_at_home():
    found = jobs(earner(4000), earner(5000, stays=True), destination=to(BEIJING, offer(9000)))
    assert [(job.city, job.gross) for job in found.jobs] == [
        (BEIJING, 900_000), (LIAOYUAN, 500_000),
    ]  # fmt: skip


def test_at_home_another_job_may_be_offered_else_nothing_changes():
    assert only_job(earner(4000), destination=to(LIAOYUAN, offer(6000))).gross == 600_000
    same = only_job(earner(4000), destination=to(LIAOYUAN))
    assert (same.gross, same.basis) == (400_000, Basis.YOURS)


def test_a_pay_of_which_nothing_is_known_is_missing_and_stands_at_nought():
    found = jobs(earner(4000), destination=to(BEIJING), rows=())
    assert [gap.line for gap in found.missing] == ["typical_pay"]
    assert [(job.gross, job.is_known) for job in found.jobs] == [(0, False)]
    assert found.typical == ()


def test_an_empty_offer_of_one_earner_leaves_typical_pay_to_that_one():
    found = jobs(earner(4000), earner(4000), destination=to(BEIJING, None, offer(9000)))
    assert [job.has_offer for job in found.jobs] == [False, True]
    assert [pay.earner for pay in found.typical] == [0]
