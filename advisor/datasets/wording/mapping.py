"""Why a mapping leads nowhere, a sentence a code, and the parts of the tidy form by name."""

from django.utils.translation import gettext_lazy as _

MAPPING_SENTENCES = {
    "mapping_wrong": _("The mapping is wrong at %(path)s: %(problem)s."),
    "parts_missing": _(
        "Nothing leads to: %(parts)s. Name a column for each, or a text that holds for all rows."
    ),
    "parts_twice": _(
        "For %(parts)s there is both a column and a text that holds for all rows: keep one."
    ),
    "parts_spread": _(
        "For %(parts)s nothing more can be named: the columns of the wide table say it."
    ),
    "range_kind_needed": _("Low or high is given: say too what low and high are."),
    "range_in_wide_table": _("A wide table has one figure a cell: it can have no low and high."),
    "same_signs": _("The sign for decimals and the sign between thousands are the same."),
    "no_wide_columns": _("None of the columns is a period: %(columns)s."),
    "unit_unknown": _("“%(unit)s” is not a unit that can be converted."),
    "unit_of_another_kind": _("“%(unit)s” can not be converted to %(wanted)s."),
    "publisher_unknown": _("There is no reading of the form of “%(publisher)s”."),
    "format_unknown": _("There is no reading of the format “%(format)s”."),
}

PART_NAMES = {
    "place": _("place"),
    "indicator": _("indicator"),
    "period": _("period"),
    "value": _("value"),
    "low": _("low value"),
    "high": _("high value"),
    "range_kind": _("what low and high are"),
    "status": _("status letters"),
    "source": _("source"),
    "note": _("note"),
}
