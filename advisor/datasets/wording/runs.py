"""How a refresh went, and what to do: a sentence an outcome, beside those of files and mappings."""

from django.utils.translation import gettext_lazy as _

OUTCOME_SENTENCES = {
    "published": _(
        "Published as edition %(edition)s: %(added)s new, %(changed)s changed and %(gone)s gone "
        "figures."
    ),
    "waits": _(
        "A draft waits for a person: %(added)s new, %(changed)s changed and %(gone)s gone figures, "
        "%(set_aside)s rows set aside, %(findings)s findings. Look at it, then publish or withdraw."
    ),
    "blocked": _(
        "Nothing can be published: %(findings)s findings, %(set_aside)s rows set aside. Read them, "
        "mend the source or its mapping, and refresh again."
    ),
    "nothing_new": _("The content is new, but every figure is as published. Nothing to do."),
    "unchanged": _("The source has not changed since the last refresh. Nothing to do."),
    "unchanged_waits": _(
        "The source has not changed since the last refresh, whose draft still waits for a person."
    ),
    "worker_died": _(
        "The worker stopped at “%(stage)s”. Nothing published was touched; the refresh is repeated "
        "by itself. If it stops again, look at the memory of the machine."
    ),
    "took_too_long": _(
        "It was given up at “%(stage)s” after nine minutes. Nothing published was touched. Is the "
        "file larger than it should be?"
    ),
    "database_failed": _(
        "The database went away at “%(stage)s”. Nothing published was touched; the refresh is "
        "repeated by itself."
    ),
    "unexpected": _(
        "A fault of this program (%(problem)s) at “%(stage)s”. Nothing published was touched. "
        "Please report it: the log of the worker says more."
    ),
}

FETCH_SENTENCES = {
    "not_found": _("The address is gone (status %(status)s): find the new one and enter it."),
    "forbidden": _(
        "The publisher refuses the address (status %(status)s): ask for access, or upload the file."
    ),
    "too_many_requests": _(
        "The publisher asks for a pause. It is kept, and the refresh is repeated by itself."
    ),
    "server_failed": _(
        "The publisher's server failed (status %(status)s). The refresh is repeated by itself."
    ),
    "unexpected_status": _("The answer has status %(status)s, which is no content: look at it."),
    "timed_out": _("The publisher did not answer in time. The refresh is repeated by itself."),
    "too_slow": _(
        "The content came too slowly and was given up after %(size)s bytes: try later, or upload "
        "the file."
    ),
    "cut_short": _("The content broke off before its end. The refresh is repeated by itself."),
    "no_connection": _("The publisher can't be reached. The refresh is repeated by itself."),
    "unknown_host": _(
        "There is no machine named %(host)s. The refresh is repeated by itself; is the address "
        "right?"
    ),
    "certificate": _("The publisher's certificate is not valid: nothing was fetched. %(problem)s"),
    "bad_address": _("“%(address)s” is no address of the web that can be fetched: correct it."),
    "own_network": _(
        "The address leads into our own network (%(host)s is %(address)s): that is refused."
    ),
    "redirect_loop": _("The address leads back to itself: find the right one and enter it."),
    "too_many_redirects": _("The address leads on more than %(most)s times: enter the last one."),
    "insecure_redirect": _("The address leads from https to http: enter a secure one."),
    "wrong_content_type": _(
        "The content is said to be %(found)s, not the format that was set: look at the address."
    ),
    "expands_too_much": _(
        "The content unpacks to more than %(most)s bytes, as no honest file does: it was refused."
    ),
    "unknown_packing": _("The content is packed as “%(found)s”, which can't be read."),
    "badly_packed": _("The content says that it is packed, but can't be unpacked."),
    "host_busy": _(
        "Other refreshes ask %(host)s already, one at a time. The refresh is repeated by itself."
    ),
}

READ_SENTENCES = {
    "not_xlsx": _("The file is not an XLSX file that can be opened."),
    "entities_in_xml": _("The XLSX file holds XML entities, as no honest file does: refused."),
    "no_sheet": _("There is no sheet “%(sheet)s”; there are: %(sheets)s."),
    "not_json": _("The content is not JSON: %(problem)s."),
    "path_missing": _("The path “%(path)s” leads nowhere: there is no “%(step)s”."),
    "no_records": _("At “%(path)s” there is no list of records."),
    "no_table": _("The page has %(tables)s tables; number %(number)s was asked for."),
    "too_many_tables": _("The page has more than %(most)s tables."),
    "table_not_found": _(
        "The page has no table titled as expected, or several: has the release changed its form?"
    ),
    "columns_changed": _(
        "The table has other columns than ever before: %(columns)s. The reading must be adapted."
    ),
    "cities_missing": _("The table has %(found)s cities where there should be %(expected)s."),
    "month_before_missing": _(
        "The index of the month before %(period)s is not published here: refresh that month first."
    ),
    "service_refused": _("The data service answered %(answer)s instead of data."),
}

STAGE_NAMES = {
    "waiting": _("waiting"),
    "fetching": _("fetching"),
    "reading": _("reading"),
    "examining": _("examining"),
    "drafting": _("drafting"),
    "publishing": _("publishing"),
}
