"""Why a row was set aside, a sentence a code."""

from django.utils.translation import gettext_lazy as _

ROW_SENTENCES = {
    "place_missing": _("It names no place."),
    "place_unknown": _("“%(cell)s” is not the code of a place that Quliu knows."),
    "place_name_unknown": _("“%(cell)s” is not the name of a place that Quliu knows."),
    "place_ambiguous": _(
        "“%(cell)s” is the name of several places: %(candidates)s. Give the code."
    ),
    "indicator_missing": _("It names no indicator."),
    "indicator_unknown": _("“%(cell)s” is not an indicator that Quliu knows."),
    "other_dataset": _("%(indicator)s belongs to the dataset %(dataset)s: import it there."),
    "period_form": _("“%(cell)s” is not a period of this indicator: write %(form)s."),
    "period_in_the_future": _("%(period)s has not begun yet."),
    "source_missing": _("It names no source: every figure needs one."),
    "source_unknown": _("“%(cell)s” is not a source that Quliu knows: enter the source first."),
    "value_missing": _("It has no value."),
    "not_a_number": _("“%(cell)s” in column %(column)s is not a number."),
    "not_finite": _("“%(cell)s” in column %(column)s is not a number that a figure can have."),
    "number_too_large": _("“%(cell)s” in column %(column)s is too large for any figure."),
    "formula": _("“%(cell)s” in column %(column)s is a formula: save the file with values only."),
    "thousands_separator": _(
        "“%(cell)s” in column %(column)s has marks between thousands: write the digits only."
    ),
    "decimal_comma": _("“%(cell)s” in column %(column)s has a comma: write a point for decimals."),
    "unit_in_cell": _(
        "“%(cell)s” in column %(column)s holds a unit: write the number alone, in the unit of the "
        "indicator."
    ),
    "out_of_bounds": _(
        "%(cell)s in column %(column)s lies outside what is plausible, %(lowest)s to %(highest)s "
        "%(unit)s."
    ),
    "unit_slipped": _(
        "%(cell)s is about %(factor)s times the figure of %(period)s (%(before)s): is the unit "
        "right, 元 and 万元, month and year?"
    ),
    "low_above_value": _("Low (%(low)s) is larger than the value (%(value)s)."),
    "high_below_value": _("High (%(high)s) is smaller than the value (%(value)s)."),
    "range_kind_missing": _(
        "It has low or high, but nothing says what they are: fill range_kind with one of %(known)s."
    ),
    "range_kind_unknown": _("“%(cell)s” is not a kind of range: write one of %(known)s."),
    "status_unknown": _(
        "“%(cell)s” is not a status: use the letters %(known)s, or leave it empty."
    ),
    "note_too_long": _("The note has %(length)s characters; at most %(most)s can be kept."),
    "stands_twice": _("It says the same as row %(first)s."),
    "contradicted": _("Rows %(rows)s give different figures for the same place and period."),
    "cells": _("It has %(found)s cells where the headings are %(expected)s."),
}

PERIOD_FORMS = {
    "year": _("a year, as 2025"),
    "month": _("a month, as 2026-06"),
    "quarter": _("the last month of a quarter, as 2026-06"),
}
