"""How previews and uploads went: in place of sentences that promise a refresh to be repeated."""

from django.utils.translation import gettext_lazy as _

DESK_SENTENCES = {
    "previewed": _(
        "%(rows)s rows were read and %(accepted)s can be taken: %(added)s new, %(changed)s changed "
        "and %(gone)s gone figures, %(set_aside)s rows set aside, %(findings)s findings. Nothing "
        "was saved."
    ),
    "previewed_blocked": _(
        "%(rows)s rows were read, but with this nothing could be published: %(accepted)s can be "
        "taken, %(set_aside)s rows set aside, %(findings)s findings. Nothing was saved."
    ),
    "blocked": _(
        "Nothing can be published: %(findings)s findings, %(set_aside)s rows set aside. Read them, "
        "mend the file, and upload it again."
    ),
    "nothing_new": _("Every figure of the file is as published: there is nothing to draft."),
    "rules_faulty": _("The rules can not be taken, %(count)s faults: %(faults)s."),
    "rules_wait": _(
        "A draft of the rules waits for another person, with %(findings)s things to look at."
    ),
    "worker_died": _(
        "The worker stopped at “%(stage)s”. Nothing published was touched. Try it once more; if it "
        "stops again, look at the memory of the machine."
    ),
    "database_failed": _(
        "The database went away at “%(stage)s”. Nothing published was touched. Try it once more."
    ),
    "too_many_requests": _("The publisher asks for a pause: try it again later."),
    "server_failed": _(
        "The publisher's server failed (status %(status)s): try it again later, or hand in the "
        "file."
    ),
    "timed_out": _("The publisher did not answer in time: try it again later."),
    "cut_short": _("The content broke off before its end: try it again."),
    "no_connection": _("The publisher can't be reached: is the address right?"),
    "unknown_host": _("There is no machine named %(host)s: is the address right?"),
    "host_busy": _("A refresh asks %(host)s just now, and one at a time does: try it again."),
}
