"""Parts that every picture of a life in a city has, as the OpenAPI document describes them."""

from __future__ import annotations

from typing import Annotated

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel, Field

from advisor.engine.reference import Rung
from advisor.engine.result import Status
from advisor.engine.trail import Basis, Head

Sum = Annotated[float | None, Field(description=_("CNY a month; null where it is not known."))]
Notes = Annotated[list[str], Field(description=_("What to know about the answer, in sentences."))]


class MonthlyFigures(BaseModel):
    """The monthly picture: a twelfth of the first twelve months in steady state."""

    gross: Sum
    contributions: Sum
    tax: Sum
    take_home: Sum = Field(description=_("Gross less contributions less tax, CNY a month."))
    housing: Sum
    living: Sum
    commitments: Sum
    money_left: Sum = Field(
        description=_("Take-home pay less housing, living and commitments, CNY a month.")
    )
    housing_fund: Sum = Field(description=_("Paid into the housing fund by both sides, CNY."))
    pension_account: Sum = Field(description=_("Paid into the own pension account, CNY."))
    locked_savings: Sum = Field(description=_("Housing fund and pension account together, CNY."))


class LineOfPicture(BaseModel):
    """One amount with where it comes from. The lines of a head add up to its total."""

    line: str = Field(description=_("Name of the line; of a second earner with _2 behind it."))
    head: Head = Field(description=_("What it is part of."))
    amount: float = Field(description=_("CNY a month; of one-off heads, CNY once."))
    basis: Basis = Field(description=_("Measured, by a convention, or yours."))
    formula: str = Field(description=_("How it was worked out, in words."))
    source: str | None = Field(description=_("Sources of its figures and rules."))
    period: str | None = Field(description=_("Periods of the figures, first days of the rules."))
    status: str = Field(description=_("SDMX letters of its figures: e estimated, i imputed, …"))
    rung: Rung = Field(description=_("The place whose figure it is: its own, or a stand-in."))


class GapOfPicture(BaseModel):
    """A line that is missing or approximated."""

    line: str = Field(description=_("Name of the line."))
    reason: str = Field(description=_("Why, in a sentence."))


class FactOfPlace(BaseModel):
    """Something that money does not show."""

    kind: str = Field(description=_("What it is about."))
    text: str = Field(description=_("The fact in words."))
    effective_from: str | None = Field(description=_("First day on which a rule holds."))
    period: str | None = Field(description=_("Period of a figure."))
    source: str = Field(description=_("Where it was read."))
    confidence: str = Field(description=_("How well the source is founded."))


class LifeAtHome(BaseModel):
    """The life in the home city."""

    city: str = Field(description=_("Code of the city."))
    status: Status = Field(description=_("How far it stands on the city's own figures."))
    monthly: MonthlyFigures
    lines: list[LineOfPicture]
    missing: list[GapOfPicture] = Field(description=_("What is not known."))
    approximated: list[GapOfPicture] = Field(description=_("What stands on stand-in figures."))
    notes: Notes
    facts: list[FactOfPlace]
