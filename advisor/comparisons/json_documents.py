"""Reading JSON documents strictly: exact numbers, no key twice, a clear fault for the rest."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from advisor.comparisons.faults import Fault, FaultyDocumentError


def json_document(raw: bytes) -> Any:
    """The document in those bytes; its decimals as Decimal, exactly as written.

    Raises FaultyDocumentError for what is not UTF-8 or not JSON (NaN and Infinity are not), for a
    key that stands twice in one object, and for nesting beyond what can be read.
    """
    try:
        return json.loads(
            raw.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_without_double_keys,
        )
    except UnicodeDecodeError as error:
        raise _faulty("not_text") from error
    except json.JSONDecodeError as error:
        raise _faulty("not_json", line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise _faulty("too_deep") from error
    except FaultyDocumentError:
        raise
    # More digits than Python turns into a whole number, or an exponent beyond any Decimal.
    except (ValueError, InvalidOperation) as error:
        raise _faulty("huge_number") from error


def _without_double_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document: dict[str, Any] = {}
    for key, value in pairs:
        if key in document:
            raise _faulty("key_twice", key=key)
        document[key] = value
    return document


def _refuse_constant(name: str) -> NoReturn:
    raise FaultyDocumentError([Fault(name, "not_a_number")])


def _faulty(code: str, **params: Any) -> FaultyDocumentError:
    return FaultyDocumentError([Fault("", code, params)])
