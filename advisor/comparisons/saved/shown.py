"""What a version showed, as it was kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from advisor.comparisons.models import SavedVersion, ShownResult
from advisor.comparisons.models.saved import unpacked
from advisor.comparisons.saved.answering import Input


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """The answer in the contract's shape with its inputs in words, in one language."""

    answer: dict[str, Any]
    inputs: tuple[Input, ...]


def kept_page(version: SavedVersion) -> SafeString:
    """The result page's part exactly as it was shown, in the active language."""
    return mark_safe(unpacked(_shown(version, "page").page))  # noqa: S308  our own template made it


def kept_answer(version: SavedVersion) -> Kept:
    """The answer and its inputs as they were, in the active language."""
    kept = json.loads(unpacked(_shown(version, "answer").answer))
    return Kept(answer=kept["answer"], inputs=tuple(Input(**one) for one in kept["inputs"]))


def _shown(version: SavedVersion, field: str) -> ShownResult:
    codes = [code for code, _name in settings.LANGUAGES]
    active = get_language()
    language = active if active in codes else codes[0]
    row: ShownResult = version.shown.only("version", field).get(language=language)
    return row
