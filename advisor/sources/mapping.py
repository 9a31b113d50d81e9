"""How a source's table leads to the tidy form: what staff fill in, validated, instead of code."""

from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from advisor.sources.errors import MappingError

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Part = Literal[
    "place", "indicator", "period", "value", "low", "high", "range_kind", "status", "source", "note"
]
NEEDED: tuple[Part, ...] = ("place", "indicator", "period", "value")
EMPTY = ("", "-", "--", "—", "——", "–", "…", "...", "..", "n/a", "na", "null", "无", "暂无")


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Wide(Model):
    """Columns that each hold the values of one period or one indicator.

    `columns` maps a heading to the period or indicator it stands for; empty: for periods, every
    heading that is one.
    """

    each_is: Literal["period", "indicator"]
    columns: dict[Text, Text] = Field(default_factory=dict, max_length=500)


class Mapping(Model):
    """Where in the content the table is, and what its columns are.

    `columns` maps parts of the tidy form to headings, `constants` to a text that holds for all
    rows. `units` maps an indicator (or `*`) to the unit that the source writes. `indicators` maps
    what a source calls an indicator to its code. `place_level` says of which level places are.
    """

    table: int | Text = 1
    records: str = Field(default="", max_length=300)
    heading_row: int | None = Field(default=None, ge=1, le=1_000)
    columns: dict[Part, Text] = Field(default_factory=dict)
    constants: dict[Part, Text] = Field(default_factory=dict)
    wide: Wide | None = None
    units: dict[Text, Text] = Field(default_factory=dict)
    indicators: dict[Text, Text] = Field(default_factory=dict)
    decimal: Literal[".", ","] = "."
    thousands: Literal["", ",", ".", " ", "'"] = ""
    empty: tuple[str, ...] = EMPTY
    place_level: Literal["", "nation", "region", "province", "city", "district"] = ""

    @model_validator(mode="after")
    def _leads_to_every_part(self) -> Self:
        given = {*self.columns, *self.constants}
        if self.wide:
            given |= {self.wide.each_is, "value"}
        if missing := [part for part in NEEDED if part not in given]:
            raise ValueError(f"nothing leads to: {', '.join(missing)}")
        if twice := {*self.columns} & {*self.constants}:
            raise ValueError(f"both a column and a constant: {', '.join(sorted(twice))}")
        if given & {"low", "high"} and "range_kind" not in given:
            raise ValueError("low or high is given: say by range_kind what they are")
        if self.wide and given & {"low", "high"}:
            raise ValueError("a wide table has no low and high")
        if self.decimal == self.thousands:
            raise ValueError("decimal and thousands are the same sign")
        return self


def mapping_of(raw: Any) -> Mapping:
    """The mapping of what is stored. Raises MappingError naming the first thing that is wrong."""
    try:
        return Mapping.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        path = ".".join(map(str, first["loc"])) or "mapping"
        problem = first["msg"].removeprefix("Value error, ")
        raise MappingError("mapping_wrong", path=path, problem=problem) from error
