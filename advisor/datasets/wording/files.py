"""Why a file or an answer could not be read, a sentence a code."""

from django.utils.translation import gettext_lazy as _

FILE_SENTENCES = {
    "dataset_unknown": _("There is no dataset “%(dataset)s”. Known are: %(known)s."),
    "rules_are_no_table": _("The rules are files of their own form, not a table of figures."),
    "file_not_readable": _("The file %(file)s cannot be read: %(problem)s."),
    "reason_needed": _(
        "Nothing was published: there are warnings. Look at them and say why it is right, with "
        "--reason."
    ),
    "empty": _("The file is empty."),
    "not_text": _("The file is not text: save it as CSV in UTF-8."),
    "other_format": _("The file is %(found)s, not what was expected."),
    "page_instead": _("A web page came where a table was expected: has the address changed?"),
    "not_csv": _("Row %(row)s is not CSV (%(problem)s): was the file cut off?"),
    "not_tidy": _("None of the known columns is there, but: %(columns)s."),
    "no_headings": _("There is no row %(row)s with headings."),
    "column_missing": _("There is no column “%(column)s”; there are: %(columns)s."),
    "column_twice": _("The column “%(column)s” stands twice."),
    "too_many_rows": _("The table has more than %(most)s rows."),
    "too_many_columns": _("The table has more than %(most)s columns."),
    "no_rule_files": _(
        "It holds no rule files: it must be a JSON object of their texts by path, as the file of "
        "an earlier version is."
    ),
    "rule_file_unreadable": _("A rule file can not be read: %(problem)s"),
    "too_large": _("It is larger than %(most)s bytes."),
}
