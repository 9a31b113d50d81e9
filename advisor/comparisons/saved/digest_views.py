"""Whether one is told by mail; to stop it takes no log-in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from advisor.accounts.models import User
from advisor.comparisons.saved import digests
from advisor.comparisons.saved.access import for_members, member
from advisor.comparisons.views import private
from advisor.web.methods import answers

NOT_FOUND = 404


@answers("POST")
@private
@for_members
def saved_digest(request: HttpRequest) -> HttpResponse:
    """Begin or, without `wanted`, stop to be told by mail."""
    key = member(request)
    if request.POST.get("wanted") == "yes":
        origin = request.build_absolute_uri("/").rstrip("/")
        language = get_language() or "en"
        digests.wish(User.objects.get(pk=key), origin=origin, language=language)
        messages.success(request, _("You will be written to, once a week at most."))
    else:
        digests.stop(key)
        messages.success(request, _("You will not be written to any more."))
    return redirect("saved")


@csrf_exempt  # mail programs send it, and the word says who it is about
@answers("GET", "POST")
@private
def unsubscribe(request: HttpRequest, word: str) -> HttpResponse:
    """Ask whether to stop, and stop: a look alone, such as a mail filter's, changes nothing."""
    user_id = digests.unsubscriber(word)
    if user_id is None:
        context = {"is_known": False, "is_done": False}
        return render(request, "saved/unsubscribe.html", context, status=NOT_FOUND)
    is_done = request.method == "POST"
    if is_done:
        digests.stop(user_id)
    return render(request, "saved/unsubscribe.html", {"is_known": True, "is_done": is_done})
