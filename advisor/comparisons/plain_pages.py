"""Help, about, privacy: plain words, with their numbers from what runs."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from advisor.accounts.retention import everything_kept, kept_for
from advisor.comparisons.saved.forms import DAYS
from advisor.datasets.models import Dataset, Edition, Place, Source
from advisor.datasets.public.keeping import public
from advisor.engine.reference import Level
from advisor.web.methods import answers

A_DAY = 86_400  # seconds


@dataclass(frozen=True, kw_only=True, slots=True)
class Cookie:
    """A cookie as the privacy page tells it; no days: until what it carries is shown."""

    name: str
    why: Promise
    days: int = 0


@answers("GET")
@public
def help_page(request: HttpRequest) -> HttpResponse:
    """How to use it, what a verdict is, whom to ask for what."""
    return render(request, "help/page.html", {"draft_days": kept_for("drafts").days})


@answers("GET")
@public
def about(request: HttpRequest) -> HttpResponse:
    """Who it is for, how figures are made, on which terms."""
    context = {
        "edition": Edition.objects.first(),
        "datasets": Dataset.objects.exclude(head=None).count(),
        "sources": Source.objects.count(),
        "cities": Place.objects.filter(level=Level.CITY).count(),
    }
    return render(request, "about/page.html", context)


@answers("GET")
@public
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept and how long, as the running rules have it."""
    context = {
        "kept": everything_kept(),
        "deleted_days": kept_for("deleted_comparisons").days,
        "cookies": cookies(),
        "longest_link": max(days for days, _name in DAYS),
    }
    return render(request, "privacy/page.html", context)


def cookies() -> tuple[Cookie, ...]:
    """All that the site sets, with how long the settings let them live."""
    return (
        Cookie(
            name=settings.SESSION_COOKIE_NAME,
            why=_("that your answer and your account open for you alone"),
            days=settings.SESSION_COOKIE_AGE // A_DAY,
        ),
        Cookie(
            name=settings.CSRF_COOKIE_NAME,
            why=_("that nobody sends a form in your name"),
            days=settings.CSRF_COOKIE_AGE // A_DAY,
        ),
        Cookie(name="messages", why=_("that a page can tell you what was just done")),
    )
