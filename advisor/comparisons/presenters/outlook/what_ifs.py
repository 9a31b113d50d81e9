"""What a person asks next: coming back, a partner without work, the cash it takes."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advisor.engine.projection.outcome import Band, PartnerCase, Trial, WhatIfs
from advisor.web.money import large_yuan, more_or_less, number, yuan


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseRow:
    """A case and what it leads to."""

    case: str
    middle: str
    range: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class WhatIfView:
    """Tables with a sentence each; empty ones are left out."""

    trial_sentence: str
    trials: tuple[CaseRow, ...]
    partner_sentence: str
    partner: tuple[CaseRow, ...]
    cash_needed: str
    runway: str


def what_if_view(found: WhatIfs, *, home: str, years: int, carries: bool) -> WhatIfView:
    """The cases of one destination in words.

    `carries`: whether the life there pays for itself; without it no sum of cash is enough.
    """
    return WhatIfView(
        trial_sentence=_trial_sentence(found.trials, home),
        trials=tuple(_trial_row(trial) for trial in found.trials),
        partner_sentence=_partner_sentence(found.partner, home, years),
        partner=tuple(_partner_row(case) for case in found.partner),
        cash_needed=_span(found.cash_needed) if carries else "",
        runway=_months_span(found.runway),
    )


def _trial_sentence(trials: tuple[Trial, ...], home: str) -> str:
    if not trials:
        return ""
    first = trials[0]
    return _(
        "If it does not work out and you come back to {home}: against never having gone, without"
        " the housing fund. The way back ({way_back}) and the months without pay until you work"
        " there again ({lost}) are counted."
    ).format(home=home, way_back=yuan(first.way_back), lost=yuan(first.pay_lost))


def _trial_row(trial: Trial) -> CaseRow:
    case = ngettext("Back after {months} month", "Back after {months} months", trial.months)
    low, high = (_large(fen) for fen in (trial.difference.p10, trial.difference.p90))
    return CaseRow(
        case=case.format(months=trial.months),
        middle=_in_words(trial.difference.p50),
        range=_("{low} to {high}").format(low=low, high=high),
    )


def _partner_sentence(cases: tuple[PartnerCase, ...], home: str, years: int) -> str:
    if not cases:
        return ""
    return _(
        "What you would own after {years} years, more or less than by staying in {home}, in the"
        " middle case, if the second earner finds work later or none:"
    ).format(years=years, home=home)


def _partner_row(case: PartnerCase) -> CaseRow:
    if case.months is None:
        words = _("No work there")
    else:
        words = _("First pay after {months} months").format(months=number(case.months, 1))
    return CaseRow(case=words, middle=_in_words(case.difference))


def _in_words(fen: float | None) -> str:
    return "—" if fen is None else more_or_less(round(fen))


def _large(fen: float | None) -> str:
    """With its sign: of a range in words, Chinese would read `at least` in the middle."""
    return "—" if fen is None else large_yuan(round(fen))


def _span(band: Band) -> str:
    if band.p10 is None or band.p90 is None:
        return ""
    low, high = (large_yuan(max(0, round(fen))) for fen in (band.p10, band.p90))
    return _("{low} to {high}").format(low=low, high=high)


def _months_span(band: Band | None) -> str:
    if band is None or band.p10 is None or band.p90 is None:
        return ""
    low, high = (number(max(0.0, months), 1) for months in (band.p10, band.p90))
    return _("{low} to {high} months").format(low=low, high=high)
