"""Form fields that read what people type and say clearly what they can't read."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from advisor.comparisons.typed_numbers import (
    Fault,
    TypedNumberError,
    typed_amount,
    typed_number,
    typed_percent,
)
from advisor.web.money import number

HIGHEST_AMOUNT = 10_000_000
HIGHEST_SUM = 1_000_000_000


class TypedField(forms.CharField):
    """A number typed as text; subclasses read it. The cleaned value is a JSON number or None."""

    example = "8,000"
    mode = "decimal"

    def __init__(self, *, low: float = 0, high: float, **kwargs: Any) -> None:
        self.low, self.high = Decimal(str(low)), Decimal(str(high))
        super().__init__(strip=True, **kwargs)

    def read(self, text: str) -> Decimal:
        """The number that the text means; raises TypedNumberError."""
        raise NotImplementedError

    def shown(self, value: Decimal) -> str:
        """A bound as the person would type it."""
        return number(float(value))

    def clean(self, value: Any) -> int | float | None:
        text = self.to_python(value)
        if not text:
            if self.required:
                raise ValidationError(self._missing(), code="required")
            return None
        try:
            typed = self.read(text)
        except TypedNumberError as error:
            raise ValidationError(self._unreadable(error.fault, text), code=error.fault) from error
        self._check(typed)
        return int(typed) if typed == int(typed) else float(typed)

    def prepare_value(self, value: Any) -> Any:
        """What the input shows: the text as typed, or the document's number."""
        if value is None or isinstance(value, str):
            return value
        return self.as_typed(Decimal(str(value)))

    def as_typed(self, value: Decimal) -> str:
        """The document's number as one would type it."""
        return f"{value:,f}" if value == value.to_integral() else f"{value.normalize():f}"

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "inputmode": self.mode, "autocomplete": "off"}

    def _check(self, typed: Decimal) -> None:
        if typed < self.low:
            raise ValidationError(
                _("{label} must be at least {low}.").format(
                    label=self.label, low=self.shown(self.low)
                ),
                code="too_low",
            )
        if typed > self.high:
            raise ValidationError(
                _("{label} must be at most {high}.").format(
                    label=self.label, high=self.shown(self.high)
                ),
                code="too_high",
            )

    def _missing(self) -> str:
        return _("{label} is missing. Type a number such as {example}.").format(
            label=self.label, example=self.example
        )

    def _unreadable(self, fault: Fault, text: str) -> str:
        if fault is Fault.TOO_MANY_DECIMALS:
            return _("{label} can have two decimals at most.").format(label=self.label)
        return _("{label}: “{text}” is not a number. Type it like {example}.").format(
            label=self.label, text=text[:30], example=self.example
        )


class AmountField(TypedField):
    """Yuan, as people write them."""

    mode = "text"  # 万 and 元 must be typable on a phone

    def __init__(self, *, high: float = HIGHEST_AMOUNT, **kwargs: Any) -> None:
        super().__init__(high=high, **kwargs)

    def read(self, text: str) -> Decimal:
        return typed_amount(text)


class PercentField(TypedField):
    """A fraction of 1, typed in per cent."""

    example = "8"

    def read(self, text: str) -> Decimal:
        return typed_percent(text)

    def shown(self, value: Decimal) -> str:
        return f"{number(float(value * 100))}%"

    def as_typed(self, value: Decimal) -> str:
        return f"{(value * 100).normalize():f}"


class NumberField(TypedField):
    """A plain number: months, square metres, trips."""

    def __init__(self, *, example: str, **kwargs: Any) -> None:
        self.example = example
        super().__init__(**kwargs)

    def read(self, text: str) -> Decimal:
        return typed_number(text)
