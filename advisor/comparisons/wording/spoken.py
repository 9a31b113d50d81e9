"""A sentence of the engine in the active language, its parameters in that language's habit."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from advisor.comparisons.wording.codes import CODES
from advisor.comparisons.wording.errors import UnknownCodeError
from advisor.comparisons.wording.figures import period_words
from advisor.comparisons.wording.lines import line_label
from advisor.comparisons.wording.names import place_name
from advisor.comparisons.wording.sentences import SENTENCES
from advisor.engine.reference import Place
from advisor.engine.trail import Sentence, Value
from advisor.web.money import number, percent, yuan

NOTHING = "—"
PERIODS = {"period", "earliest"}


def sentence(said: Sentence, places: Mapping[str, Place]) -> str:
    """The sentence in words. Raises UnknownCodeError where its code has none."""
    try:
        template = SENTENCES[said.code]
    except KeyError as error:
        raise UnknownCodeError(said.code) from error
    words = {name: _parameter(name, value, places) for name, value in said.params.items()}
    return _(template).format(**words)


def _parameter(name: str, value: Value, places: Mapping[str, Place]) -> str:
    """A parameter in words: what it is follows from the end of its name (see engine.trail)."""
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return _code(name, value, places)
    if name.endswith("_fen"):
        return yuan(round(value))
    if name.endswith("_share"):
        return percent(value)
    return number(value) if isinstance(value, float) or abs(value) >= 10_000 else str(value)


def _code(name: str, value: str, places: Mapping[str, Place]) -> str:
    if name.endswith("_place"):
        return place_name(places[value]) if value in places else value
    if name == "line":
        return line_label(value)
    if name in PERIODS:
        return period_words(value)
    known = CODES.get(name, {})
    return _(known[value]) if value in known else value
