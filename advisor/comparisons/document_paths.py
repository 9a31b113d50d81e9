"""Reading and writing a place in a document: `("earners", 0, "pay", "gross_monthly")`."""

from __future__ import annotations

import itertools
from typing import Any

type Step = str | int
type Path = tuple[Step, ...]


def value_at(document: Any, path: Path) -> Any:
    """What stands there; None where the document says nothing."""
    here = document
    for step in path:
        if isinstance(step, int):
            here = here[step] if isinstance(here, list) and step < len(here) else None
        else:
            here = here.get(step) if isinstance(here, dict) else None
    return here


def put(document: dict[str, Any], path: Path, value: Any) -> None:
    """Write the value there, making what leads to it; None takes it out, so the default holds.

    Lists are never made longer by more than one entry.
    """
    here: Any = document
    for step, following in itertools.pairwise(path):
        if _get(here, step) is None:
            if value is None:
                return
            _set(here, step, [] if isinstance(following, int) else {})
        here = _get(here, step)
    if value is None and isinstance(here, dict):
        here.pop(path[-1], None)
    else:
        _set(here, path[-1], value)


def path_text(path: Path) -> str:
    """The path as faults name it: `earners[0].pay.gross_monthly`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".")


def _get(here: Any, step: Step) -> Any:
    if isinstance(step, int):
        return here[step] if step < len(here) else None
    return here.get(step)


def _set(here: Any, step: Step, value: Any) -> None:
    if isinstance(step, int) and step == len(here):
        here.append(value)
    else:
        here[step] = value
