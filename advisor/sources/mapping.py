"""How a source's table leads to the tidy form: what staff fill in, validated, instead of code."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from advisor.mapping_rules import (
    EMPTY,
    LAST_HEADING_ROW,
    MOST_ENTRIES,
    MOST_PATH,
    MOST_TEXT,
    Decimal,
    Part,
    PlaceLevel,
    Spread,
    Thousands,
    mapping_faults,
)
from advisor.sources.errors import MappingError

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_TEXT)]


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Wide(Model):
    """Columns that each hold the values of one period or one indicator.

    `columns` maps a heading to the period or indicator it stands for; empty: for periods, every
    heading that is one.
    """

    each_is: Spread
    columns: dict[Text, Text] = Field(default_factory=dict, max_length=MOST_ENTRIES)


class Mapping(Model):
    """Where in the content the table is, and what its columns are.

    `columns` maps parts of the tidy form to headings, `constants` to a text that holds for all
    rows. `units` maps an indicator (or `*`) to the unit that the source writes. `indicators` maps
    what a source calls an indicator to its code. `place_level` says of which level places are.
    """

    table: int | Text = 1
    records: str = Field(default="", max_length=MOST_PATH)
    heading_row: int | None = Field(default=None, ge=1, le=LAST_HEADING_ROW)
    columns: dict[Part, Text] = Field(default_factory=dict)
    constants: dict[Part, Text] = Field(default_factory=dict)
    wide: Wide | None = None
    units: dict[Text, Text] = Field(default_factory=dict)
    indicators: dict[Text, Text] = Field(default_factory=dict)
    decimal: Decimal = "."
    thousands: Thousands = ""
    empty: tuple[str, ...] = EMPTY
    place_level: PlaceLevel = ""


def mapping_of(raw: Any) -> Mapping:
    """The mapping of what is stored. Raises MappingError naming the first thing that is wrong."""
    try:
        mapping = Mapping.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        path = ".".join(map(str, first["loc"])) or "mapping"
        raise MappingError("mapping_wrong", path=path, problem=first["msg"]) from error
    for fault in mapping_faults(
        columns={*mapping.columns},
        constants={*mapping.constants},
        spread=mapping.wide.each_is if mapping.wide else None,
        decimal=mapping.decimal,
        thousands=mapping.thousands,
    ):
        raise MappingError(fault.code, **fault.params)
    return mapping
