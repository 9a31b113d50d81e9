"""What must be said beside a `net_pay` answer, one sentence each, in the active language."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from advisor.comparisons.net_pay import NetPay
from advisor.comparisons.net_pay_contributions import is_without_work
from advisor.comparisons.rule_names import part_names, rule_names
from advisor.comparisons.wording import place_name, sentence
from advisor.engine.pay.contribution_scheme import ContributionScheme
from advisor.engine.pay.contributions import DeclaredBases
from advisor.web.money import percent, yuan_and_fen

NOT_AS_PUBLISHED = {"e", "i", "u"}
TWELVE = 12


def net_pay_notes(found: NetPay) -> list[str]:
    """The sentences, from the city to the settlement; none stands twice."""
    notes = [
        *_city_notes(found),
        *_contribution_notes(found),
        *_bonus_notes(found),
        *_year_notes(found),
    ]
    return list(dict.fromkeys(notes))


def _city_notes(found: NetPay) -> Iterator[str]:
    if found.city.note is not None:
        yield sentence(found.city.note, found.reference.places)
    if any(scheme.rung == "province" for scheme in found.paid_in.schemes):
        yield _(
            "No contribution rules of {place} are known: the rates are national, the base is that"
            " of the province, and the fund's floor and cap follow the general rule."
        ).format(place=place_name(found.reference.places[found.city.adcode]))
    borrowed = [
        name
        for scheme in found.paid_in.schemes
        for name, rule in scheme.rules.items()
        if NOT_AS_PUBLISHED & set(rule.status)
    ]
    if borrowed:
        yield _(
            "Not from a notice of the time, but carried forward, estimated or taken over from"
            " elsewhere: {rules}."
        ).format(rules=rule_names(borrowed))


def _contribution_notes(found: NetPay) -> Iterator[str]:
    asked, paid = found.document, found.paid_in
    if asked.contributions == "rules" and is_without_work(asked):
        yield _("Without pay and without a declared base nothing is paid in.")
    if paid.employer is None:
        yield _(
            "The contributions were given as a sum: their parts and the employer's are unknown."
        )
    if paid.declared is None:
        return
    if asked.declared_base is None or asked.fund_base is None:
        yield _("A base that was not given is the gross pay of the first month, {amount}.").format(
            amount=yuan_and_fen(asked.months[0].gross)
        )
    if asked.fund_rate is None:
        yield _("The housing-fund rate was not given: {rate} is used.").format(
            rate=percent(paid.declared.fund_ppm / 1_000_000, 4)
        )
    for scheme in paid.schemes:
        yield from _scheme_notes(scheme, paid.declared)


def _scheme_notes(scheme: ContributionScheme, declared: DeclaredBases) -> Iterator[str]:
    fund = scheme.fund
    if not fund.lowest_ppm <= declared.fund_ppm <= fund.highest_ppm:
        yield _("The housing-fund rate lies outside the city's range of {low} to {high}.").format(
            low=percent(fund.lowest_ppm / 1_000_000), high=percent(fund.highest_ppm / 1_000_000)
        )
    for floor in sorted({one.floor_fen for one in scheme.insurances}):
        if int(declared.insurance_fen) < floor:
            parts = part_names(one.name for one in scheme.insurances if one.floor_fen == floor)
            yield _(
                "The declared base lies below the floor of {floor} ({parts}): the floor counts."
            ).format(floor=yuan_and_fen(floor), parts=parts)
    if int(declared.fund_fen) < fund.floor_fen:
        yield _("The fund base lies below the floor of {floor}: the floor counts.").format(
            floor=yuan_and_fen(fund.floor_fen)
        )


def _bonus_notes(found: NetPay) -> Iterator[str]:
    asked, bonus = found.document, found.year.bonus
    if not asked.bonus_fen:
        return
    if bonus.year_tax_separate is None:
        yield _("In {year} a bonus can not be taxed apart: it is taxed with the wages.").format(
            year=asked.year
        )
    else:
        yield _(
            "With the bonus taxed apart the tax of the settled year is {separate}, merged with the"
            " wages {merged}."
        ).format(
            separate=yuan_and_fen(int(bonus.year_tax_separate)),
            merged=yuan_and_fen(int(bonus.year_tax_merged)),
        )
    if not bonus.is_separate:
        yield _("The tax on the merged bonus is part of the tax of month {month}.").format(
            month=asked.bonus_month
        )


def _year_notes(found: NetPay) -> Iterator[str]:
    if len(found.work.months) < TWELVE:
        yield _(
            "The settlement takes the months listed as all income of the year and deducts the"
            " whole year's basic deduction."
        )
    for month, net in zip(found.work.months, found.year.net, strict=True):
        if net < 0:
            yield _("In month {month} contributions and tax are more than the pay.").format(
                month=month
            )
