"""What validation found in a file as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from advisor.datasets.models import Severity


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A finding: an error blocks publishing, a warning asks for a person. `rows` counts rows."""

    severity: Severity
    code: str
    rows: int = 0
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


def error(code: str, rows: int = 0, /, **params: Any) -> Found:
    """A finding that blocks publishing."""
    return Found(severity=Severity.ERROR, code=code, rows=rows, params=params)


def warning(code: str, rows: int = 0, /, **params: Any) -> Found:
    """A finding that asks for a person."""
    return Found(severity=Severity.WARNING, code=code, rows=rows, params=params)
