"""What was found in a file or a draft as a whole, a sentence a code."""

from django.utils.translation import gettext_lazy as _

FINDING_SENTENCES = {
    "no_row_left": _("No row can be taken: see the reasons row by row."),
    "most_rows_set_aside": _(
        "%(rows)s of %(rows_in_file)s rows were set aside: is it the right file?"
    ),
    "columns_missing": _("These columns are missing: %(columns)s. Were they renamed?"),
    "columns_twice": _("These columns stand twice: %(columns)s."),
    "columns_unknown": _("These columns were not read: %(columns)s."),
    "columns_swapped": _("The columns %(one)s and %(other)s seem to have changed places."),
    "units_slipped": _(
        "%(rows)s figures are about %(factor)s times what they were: is the unit of the file "
        "right, 元 and 万元, month and year?"
    ),
    "rows_lost": _("%(rows)s of %(before)s published figures would be gone."),
    "places_lost": _("%(places)s places would lose their figures: %(examples)s."),
    "fewer_rows": _("The file has %(rows)s rows; last time it had %(before)s."),
    "period_backwards": _(
        "%(rows)s new figures are about a time before the newest published one: %(adcode)s "
        "%(indicator)s %(period)s, where %(newest)s is known."
    ),
    "period_still_running": _(
        "%(rows)s figures are about a period that has not ended: %(period)s."
    ),
    "unusual_moves": _("%(rows)s figures moved further than such figures do: %(examples)s."),
    "unlike_other_places": _(
        "%(rows)s figures of places without earlier ones lie far from those of all other places: "
        "%(examples)s."
    ),
    "rent_against_price": _(
        "In %(rows)s places a year's rent no longer fits the price of the home: %(examples)s."
    ),
    "rules_unusual": _("%(rows)s things in the rules are unusual: %(faults)s."),
    "unit_mended": _(
        "%(before)s in force seems to have a slipped unit, and %(after)s to mend it: is it so?"
    ),
    "bundled_data_waits": _(
        "A new release brought these figures, but others were published meanwhile (version "
        "%(in_force)s): compare and decide."
    ),
}
