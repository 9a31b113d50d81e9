"""What can be wrong in rule files, and the walk through them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleFault:
    """Something wrong at a place of the rule files. An error blocks; else a person should look."""

    path: str
    code: str
    is_error: bool = True
    params: Mapping[str, str] = field(default_factory=dict)


def rows(content: Any, path: str = "") -> Iterator[tuple[str, Row]]:
    """Every map within the content, with its path."""
    if isinstance(content, Mapping):
        yield path, content
        for key, value in content.items():
            yield from rows(value, f"{path}.{key}" if path else key)
    elif isinstance(content, list):
        for index, value in enumerate(content):
            yield from rows(value, f"{path}[{index}]")


def lists(content: Any, path: str = "") -> Iterator[tuple[str, list[Row]]]:
    """Every list of maps within the content, with its path."""
    if isinstance(content, Mapping):
        for key, value in content.items():
            yield from lists(value, f"{path}.{key}" if path else key)
    elif isinstance(content, list) and all(isinstance(row, Mapping) for row in content):
        yield path, content


def section(path: str) -> str:
    """The path without the number of a row: `rental.upfront[2]` is of `rental.upfront`."""
    return path.partition("[")[0]
