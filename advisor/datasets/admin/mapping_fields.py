"""The fields of a form that say how a source's table leads to the tidy form."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from advisor.datasets.desk import feed_mapping
from advisor.datasets.models.figures import RangeKind
from advisor.datasets.models.registry import LEVELS
from advisor.mapping_rules import EMPTY, LAST_HEADING_ROW, MOST_PATH, MOST_TEXT

SHAPES = [
    ("tidy", _("Quliu's own columns (adcode, indicator, period, value …), CSV only")),
    ("long", _("one figure a row")),
    ("periods", _("wide: a column a year, quarter or month")),
    ("indicators", _("wide: a column an indicator")),
]
THOUSANDS = [("", _("none")), (",", ","), (".", "."), (" ", _("space")), ("'", "'")]


class PairsField(forms.CharField):
    """Lines `left = right`, as a mapping."""

    widget = AdminTextareaWidget(attrs={"rows": 4})

    def clean(self, value: Any) -> Any:
        """The pairs. Raises ValidationError naming the line that is none."""
        return feed_mapping.pairs(super().clean(value))


def text(label: Any, help_text: Any = "", *, most: int = MOST_TEXT) -> Any:
    """A line of text that may stay empty."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=most,
        widget=AdminTextInputWidget(),
    )


def pairs(label: Any, help_text: Any) -> PairsField:
    """A list that may stay empty."""
    return PairsField(label=label, help_text=help_text, required=False)


class MappingFields(forms.Form):
    """Everything between the address and the tidy form."""

    shape = forms.ChoiceField(label=_("shape of the table"), choices=SHAPES, initial="long")
    table = text(
        _("table or sheet"),
        _("HTML: which table of the page, from 1. XLSX: the sheet. Else empty."),
    )
    records = text(
        _("path to the records"), _("JSON: such as data.items. Else empty."), most=MOST_PATH
    )
    heading_row = forms.IntegerField(
        label=_("row of the headings"),
        help_text=_("Empty: the first row that has cells."),
        required=False,
        min_value=1,
        max_value=LAST_HEADING_ROW,
    )
    place_column = text(_("place: column"), _("Codes, Chinese or English names."))
    place_text = text(_("place: for all rows"), _("A code or a name."))
    place_level = forms.ChoiceField(
        label=_("places are of the level"),
        choices=[("", _("any, where a name means one place only")), *LEVELS],
        required=False,
    )
    indicator_column = text(_("indicator: column"))
    indicator_text = text(_("indicator: for all rows"), _("The code of an indicator."))
    period_column = text(_("period: column"))
    period_text = text(
        _("period: for all rows"), _("Such as 2025, 2025年, 2026-06, 2026年6月, 202606, 2026Q2.")
    )
    value_column = text(_("value: column"))
    low_column = text(_("low: column"))
    high_column = text(_("high: column"))
    range_kind_column = text(_("what low and high are: column"))
    range_kind_text = forms.ChoiceField(
        label=_("what low and high are: for all rows"),
        choices=[("", "—"), *RangeKind.choices],
        required=False,
    )
    status_column = text(_("status letters: column"))
    status_text = text(
        _("status letters: for all rows"),
        _("b break, d differs, e estimated, i imputed, p provisional, u unreliable."),
    )
    source_column = text(_("source: column"), _("Empty: the source above."))
    note_column = text(_("note: column"))
    note_text = text(_("note: for all rows"))
    wide_columns = pairs(
        _("columns of a wide table"),
        _("A line each: heading = period or code of the indicator. Empty: every heading that is "
          "a period."),
    )  # fmt: skip
    unit = text(
        _("unit of all values"),
        _("As the source writes them: 元, 万元, 元/平方米, %, 万人 … Empty: as the indicator's."),
    )
    units = pairs(_("units by indicator"), _("A line each: code of the indicator = unit."))
    indicators = pairs(
        _("indicators by the source's names"),
        _("A line each: what the source writes = code of the indicator."),
    )
    decimal = forms.ChoiceField(
        label=_("sign for decimals"), choices=[(".", "."), (",", ",")], initial="."
    )
    thousands = forms.ChoiceField(
        label=_("sign between thousands"), choices=THOUSANDS, required=False
    )
    empty = forms.CharField(
        label=_("cells that hold no value"),
        help_text=_("A line each. Empty cells never do."),
        required=False,
        initial="\n".join(filter(None, EMPTY)),
        widget=AdminTextareaWidget(attrs={"rows": 3}),
    )
    level_source = text(
        _("source of the chained index"),
        _("For the 70 cities only: the code of the source that the level index is credited to."),
    )

    def clean_status_text(self) -> str:
        """Letters without what stands between them."""
        return "".join(str(self.cleaned_data["status_text"]).split())

    def clean_table(self) -> str:
        """Of a page the number of the table."""
        table = str(self.cleaned_data["table"]).strip()
        if self.data.get("format") == "html_table" and not (
            not table or (table.isascii() and table.isdecimal() and int(table) > 0)
        ):
            raise ValidationError(_("Which table of the page: a number from 1."))
        return table
