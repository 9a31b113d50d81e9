"""Words for what the engine returns as codes, in the active language. The one door: this file.

Used by pages, command line and API alike; whoever calls has activated the language.
"""

from advisor.comparisons.wording.errors import UnknownCodeError
from advisor.comparisons.wording.facts import fact_label, fact_text
from advisor.comparisons.wording.figures import (
    basis_word,
    figure_value,
    mark_word,
    period_words,
    range_words,
    rung_word,
    status_words,
    unit_amount,
)
from advisor.comparisons.wording.lines import gap_label, head_label, line_label
from advisor.comparisons.wording.names import (
    joined,
    language_text,
    place_name,
    place_name_with_parent,
)
from advisor.comparisons.wording.spoken import sentence

__all__ = [
    "UnknownCodeError",
    "basis_word",
    "fact_label",
    "fact_text",
    "figure_value",
    "gap_label",
    "head_label",
    "joined",
    "language_text",
    "line_label",
    "mark_word",
    "period_words",
    "place_name",
    "place_name_with_parent",
    "range_words",
    "rung_word",
    "sentence",
    "status_words",
    "unit_amount",
]
