"""The page on which anybody reports a figure: no account, no scripts, nothing typed lost."""

from __future__ import annotations

import time

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from advisor.accounts.retention import kept_for
from advisor.comparisons.reports.form import ReportForm, filled_in
from advisor.comparisons.views import UNPROCESSABLE, private
from advisor.web.clients import client_address, client_mark, count
from advisor.web.methods import answers

AN_HOUR = 3600  # seconds
MOST_AN_HOUR = 10  # reports of one client
TOO_MANY = 429
RECEIVED = "received"


@answers("GET", "POST")
@private
def report(request: HttpRequest) -> HttpResponse:
    """Ask what is wrong with a figure (GET), keep it for the data desk (POST) and say so."""
    if RECEIVED in request.GET:
        return render(request, "report/received.html")
    form = ReportForm(
        request.POST if request.method == "POST" else None, initial=filled_in(request.GET)
    )
    status = 200
    if form.is_bound:
        status = _taken(request, form)
    if form.is_bound and not form.errors:
        return redirect(f"{reverse('report')}?{RECEIVED}=1")
    context = {"form": form, "days": kept_for("report_addresses").days}
    return render(request, "report/page.html", context, status=status)


def _taken(request: HttpRequest, form: ReportForm) -> int:
    """Keep what was sent, or say in the form why not; the status of the answer."""
    if not form.is_valid():
        return UNPROCESSABLE
    if not _is_within_limit(request):
        form.add_error(
            None,
            _("Many reports came from here within the hour. Please send this one a little later."),
        )
        return TOO_MANY
    sent = form.report()
    sent.received_at = timezone.now()
    sent.save()
    return 200


def _is_within_limit(request: HttpRequest) -> bool:
    """Whether this client may send another report; without a cache everybody may."""
    window, passed = divmod(int(time.time()), AN_HOUR)
    key = f"reports:{client_mark(client_address(request))}:{window}"
    used = count(key, AN_HOUR - passed)
    return used is None or used <= MOST_AN_HOUR
