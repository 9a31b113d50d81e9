"""The way from gross pay to money left, at home and there, as a waterfall."""

from __future__ import annotations

from django.utils.translation import gettext as _

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.monthly import PARTS
from advisor.engine.result import Monthly, Picture
from advisor.web.charts.waterfall import Step, Waterfall, waterfall
from advisor.web.money import whole_yuan, yuan

LEVELS = {"gross", "take_home", "money_left"}


def pay_to_money_left(home: Picture, away: Picture, book: Book) -> Waterfall | None:
    """The waterfall of both lives; None where a part of either is unknown."""
    steps = [_step(part, home.monthly, away.monthly) for part in (*PARTS, "money_left")]
    known = [step for step in steps if step is not None]
    if len(known) < len(steps):
        return None
    names = book.place(home.city), book.place(away.city)
    return waterfall(
        name=_("From gross pay to money left, a month: {home} and {away}").format(
            home=names[0], away=names[1]
        ),
        summary=_summary(home.monthly, away.monthly, names),
        series=(("home", names[0]), ("away", names[1])),
        steps=known,
    )


def _step(part: str, home: Monthly, away: Monthly) -> Step | None:
    at_home: int | None = getattr(home, part)
    there: int | None = getattr(away, part)
    if at_home is None or there is None:
        return None
    return Step(
        label=wording.head_label(part),
        amounts=(at_home, there),
        text=f"{whole_yuan(at_home)} → {whole_yuan(there)}",
        is_level=part in LEVELS,
    )


def _summary(home: Monthly, away: Monthly, names: tuple[str, str]) -> str:
    return _(
        "Of {home_gross} gross in {home}, {home_left} is left;"
        " of {away_gross} in {away}, {away_left}."
    ).format(
        home=names[0],
        away=names[1],
        home_gross=yuan(home.gross or 0),
        away_gross=yuan(away.gross or 0),
        home_left=yuan(home.money_left or 0),
        away_left=yuan(away.money_left or 0),
    )
