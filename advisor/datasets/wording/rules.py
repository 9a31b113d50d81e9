"""What is wrong with rule files, a sentence a code; each is said after the place in the files."""

from django.utils.translation import gettext_lazy as _

RULE_SENTENCES = {
    "unknown_file": _("no such file of rules is known"),
    "missing": _("it is missing"),
    "unknown_key": _("no such key is known here"),
    "unknown_source": _("“%(value)s” is not a source that Quliu knows"),
    "unknown_place": _("“%(value)s” is not the code of a place that Quliu knows"),
    "not_a_day": _("“%(value)s” is not a day as 2026-01-01"),
    "no_source": _("it names no source"),
    "no_day": _("it does not say from when on it holds"),
    "not_a_number": _("“%(value)s” is not a number"),
    "not_exact": _("“%(value)s” is finer than the engine reckons"),
    "out_of_bounds": _("“%(value)s” can not be: a rate lies between 0 and 1, an amount above 0"),
    "days_overlap": _("the rows overlap: one ends “%(ends)s”, the next begins %(begins)s"),
    "days_missing": _("days are missing between %(ends)s and %(begins)s"),
    "falls": _("%(key)s falls from %(from)s to %(to)s on %(on)s, which is unusual"),
    "pay_rule": _("the engine can not read it: %(problem)s"),
}
