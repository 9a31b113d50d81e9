"""Sharing: the owner's page of links, and what a link opens."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from advisor.comparisons.models import SavedVersion, ShareLink
from advisor.comparisons.saved import sharing
from advisor.comparisons.saved.access import for_members, own_comparison, own_version
from advisor.comparisons.saved.forms import ShareForm
from advisor.comparisons.saved.ratios import ratio_view
from advisor.comparisons.saved.shown import kept_answer, kept_page
from advisor.comparisons.views import UNPROCESSABLE, private
from advisor.web.methods import answers

NOT_FOUND, GONE = 404, 410


@answers("GET", "POST")
@private
@for_members
def saved_share(request: HttpRequest, comparison_id: str, number: int) -> HttpResponse:
    """The links of a comparison, and the form that makes one to this version."""
    version = own_version(request, comparison_id, number)
    form = ShareForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        status = UNPROCESSABLE if form.is_bound else 200
        context = {"version": version, "comparison": version.comparison, "form": form}
        context["links"] = _links(request, version)
        return render(request, "saved/share.html", context, status=status)
    try:
        hides = form.cleaned_data["shows"] == "ratios"
        sharing.make_link(version, days=form.cleaned_data["days"], hides_amounts=hides)
        messages.success(request, _("The link is made. Send it to whom you like."))
    except sharing.TooManyLinksError:
        messages.error(request, _("There are too many links to this: take some back first."))
    return redirect("saved_share", comparison_id, number)


def _links(request: HttpRequest, version: SavedVersion) -> list[tuple[ShareLink, str, str]]:
    """The living links with their paths and whole addresses, newest first."""
    alive = ShareLink.objects.alive(timezone.now()).select_related("version").defer("version__used")
    links = alive.filter(version__comparison=version.comparison_id)
    paths = [(link, reverse("share", args=[sharing.token_of(link)])) for link in links]
    return [(link, path, request.build_absolute_uri(path)) for link, path in paths]


@answers("POST")
@private
@for_members
def saved_unshare(request: HttpRequest, comparison_id: str, link_id: int) -> HttpResponse:
    """Take a link back."""
    comparison = own_comparison(request, comparison_id)
    links = ShareLink.objects.filter(version__comparison=comparison, pk=link_id)
    link = links.select_related("version").first()
    if link is None:
        raise Http404
    sharing.take_back(link)
    messages.success(request, _("The link is taken back: it opens no more."))
    return redirect("saved_share", comparison_id, link.version.number)


@answers("GET")
@private
def share(request: HttpRequest, token: str) -> HttpResponse:
    """What somebody shared, for whoever holds the link."""
    match sharing.opened(token):
        case ShareLink() as link if link.hides_amounts:
            view = ratio_view(kept_answer(link.version).answer)
            response = render(request, "share/ratios.html", {"link": link, "view": view})
        case ShareLink() as link:
            context = {"link": link, "page": kept_page(link.version)}
            response = render(request, "share/page.html", context)
        case sharing.Dead() as dead:
            response = render(request, "share/dead.html", {"dead": dead}, status=GONE)
        case _:
            response = render(request, "share/dead.html", {"dead": None}, status=NOT_FOUND)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"  # sources that are followed don't see it
    return response
