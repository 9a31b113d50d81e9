"""Numbers in documents: yuan and fractions outside, exact fen and parts per million inside."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from advisor.comparisons.faults import fault_error
from advisor.engine.money import InexactNumberError, fen_of, ppm_of

HIGHEST_MONTHLY_PAY = 10_000_000


@dataclass(frozen=True, slots=True)
class Yuan:
    """Marks an int field as fen that a document gives in yuan: `Annotated[int, Yuan()]`."""

    lowest: int = 0
    highest: int = HIGHEST_MONTHLY_PAY

    def fen(self, value: Any) -> int:
        """Fen of the document's number; raises a fault for anything else."""
        number = _within(value, Decimal(self.lowest), Decimal(self.highest))
        try:
            return fen_of(number)
        except InexactNumberError as error:
            raise fault_error("amount_decimals") from error

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.fen)

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "number", "minimum": self.lowest, "maximum": self.highest}


@dataclass(frozen=True, slots=True)
class Share:
    """Marks an int field as parts per million that a document gives as a fraction of 1."""

    lowest: str = "0"
    highest: str = "1"

    def ppm(self, value: Any) -> int:
        """Parts per million of the document's number; raises a fault for anything else."""
        number = _within(value, Decimal(self.lowest), Decimal(self.highest))
        try:
            return ppm_of(number)
        except InexactNumberError as error:
            raise fault_error("rate_decimals") from error

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.ppm)

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": "number",
            "minimum": float(self.lowest),
            "maximum": float(self.highest),
        }


@dataclass(frozen=True, slots=True)
class Number:
    """Marks a float field with its bounds: months, areas, multiples."""

    lowest: str
    highest: str

    def number(self, value: Any) -> float:
        """The document's number; raises a fault for anything else."""
        return float(_within(value, Decimal(self.lowest), Decimal(self.highest)))

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.number)

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": "number",
            "minimum": float(self.lowest),
            "maximum": float(self.highest),
        }


def exact_number(value: Any) -> Decimal:
    """The document's number as it was written; raises a fault for text, true, NaN and the like."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise fault_error("number_type")
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise fault_error("finite_number")
    return number


def _within(value: Any, lowest: Decimal, highest: Decimal) -> Decimal:
    number = exact_number(value)
    if number < lowest:
        raise fault_error("greater_than_equal", ge=f"{lowest:,}")
    if number > highest:
        raise fault_error("less_than_equal", le=f"{highest:,}")
    return number
