"""Tables out of JSON: records at a path, their keys as headings, numbers as they are written."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from advisor.sources.errors import ReadError
from advisor.sources.tables import Table, table_of
from advisor.sources.texts import is_markup, text_of

DEEPEST = 20


def json_value(content: bytes) -> Any:
    """The document; its numbers as text. Raises ReadError for what is not JSON."""
    text = text_of(content)
    if is_markup(text):
        raise ReadError("page_instead")
    try:
        return json.loads(text, parse_float=str, parse_int=str, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise ReadError("not_json", problem=str(error)[:200]) from error


def json_table(content: bytes, *, path: str = "") -> Table:
    """The records at a path such as `data.items`. Raises ReadError where there are none."""
    found = at_path(json_value(content), path)
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise ReadError("no_records", path=path)
    records = [dict(_flat(one)) for one in found]
    headings = list(dict.fromkeys(name for record in records for name in record))
    rows = (
        (number, [record.get(name, "") for name in headings])
        for number, record in enumerate(records, start=1)
    )
    return table_of([(0, headings), *rows], heading_row=0)


def at_path(value: Any, path: str) -> Any:
    """What lies at the path: keys, and numbers in lists, parted by points."""
    for step in filter(None, path.split(".")):
        if isinstance(value, Mapping) and step in value:
            value = value[step]
        elif isinstance(value, list) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            raise ReadError("path_missing", path=path, step=step)
    return value


def _flat(record: Mapping[str, Any], before: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """The record's values under their keys; keys inside keys are joined by points."""
    for key, value in record.items():
        name = f"{before}{key}"
        if isinstance(value, Mapping) and depth < DEEPEST:
            yield from _flat(value, f"{name}.", depth + 1)
        elif value is None:
            yield name, ""
        elif isinstance(value, str):
            yield name, value.strip()
        else:
            yield name, json.dumps(value, ensure_ascii=False)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")
