"""What was done, in words: the log keeps codes."""

from django.utils.translation import gettext_lazy as _

DEED_NAMES = {
    "draft": _("drafted"),
    "publish": _("published"),
    "withdraw": _("withdrawn"),
    "roll_back": _("rolled back"),
    "compare_again": _("compared again"),
    "refresh": _("refresh asked for"),
    "upload": _("uploaded"),
    "set_aside": _("figure set aside"),
    "add_feed": _("feed added"),
    "change_feed": _("feed changed"),
    "add_source": _("source added"),
    "change_source": _("source changed"),
    "settle_report": _("report settled"),
}
