"""Rendered answers, kept in the process: they are opened far more often than changed.

They are kept with places for what belongs to one visitor, and filled for each who opens them.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from django.contrib import messages
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from advisor.comparisons.asking import (
    Posed,
    answered,
    answered_at_first,
    posed,
    shown,
    shown_at_first,
)
from advisor.comparisons.forms.cities import AddCityForm
from advisor.comparisons.models import Draft
from advisor.comparisons.presenters.first_view import FirstView
from advisor.comparisons.presenters.result import ResultView
from advisor.datasets.public.limits import freshness_limits

KEPT_IN_PROCESS = 128  # of some 30 kB each, the few whole ones 200 kB
AT_FIRST, WHOLE = "comparisons/parts/first_view.html", "comparisons/parts/result_body.html"

# What stands for a visitor's own: nobody can write these into a draft.
TOKEN_PLACE, SAID_PLACE, FOCUS_PLACE = (secrets.token_hex(32) for _ in range(3))
DRAFT_PLACE = secrets.token_urlsafe(16)  # as long as an id, so that addresses can be made of it
BLANK = AddCityForm(document={"destinations": []})


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """An answer as its page shows it, with the forms of the visitor who opens it."""

    headline: str
    html: SafeString


@dataclass(frozen=True, kw_only=True, slots=True)
class _AnyDraft:
    """The draft of whoever opens a kept answer."""

    pk: str = DRAFT_PLACE


@dataclass(frozen=True, kw_only=True, slots=True)
class _Opened:
    """What a rendered answer depends on."""

    template: str
    document: str
    today: date
    edition: str
    language: str
    years_ahead: bool
    limits: tuple[tuple[str, int], ...]  # from which age on feeds call their figures late
    question: Posed = field(compare=False)


def first_body(
    request: HttpRequest,
    draft: Draft,
    *,
    today: date,
    in_place: bool = False,
    add_city: AddCityForm | None = None,
) -> Body:
    """The answer in short, with the years ahead where they are worked out already.

    `in_place`: it fills a page that is open, and its sentence takes the focus. `add_city`: the
    form for another city where something in it is wrong. Raises FaultyDocumentError and
    NoEditionError.
    """
    question = posed(draft.document, today=today)
    opened = _opened(AT_FIRST, question, today, years_ahead=question.has_years_ahead())
    body = _kept(opened) if add_city is None else _rendered(opened, add_city)
    return _filled(body, request, draft, focus=in_place and add_city is None)


def whole_body(request: HttpRequest, draft: Draft, *, today: date) -> Body:
    """The whole answer. Raises as above."""
    question = posed(draft.document, today=today)
    return _filled(_kept(_opened(WHOLE, question, today, years_ahead=True)), request, draft)


def _opened(template: str, question: Posed, today: date, *, years_ahead: bool) -> _Opened:
    """The answer in short tells of no figure's age."""
    return _Opened(
        template=template,
        document=repr(question.document),
        today=today,
        edition=question.reference.edition,
        language=get_language() or "",
        years_ahead=years_ahead,
        limits=freshness_limits() if template == WHOLE else (),
        question=question,
    )


@lru_cache(maxsize=KEPT_IN_PROCESS)
def _kept(opened: _Opened) -> Body:
    return _rendered(opened, BLANK)


def _rendered(opened: _Opened, add_city: AddCityForm) -> Body:
    """The answer with places for what belongs to a visitor."""
    view = _view(opened)
    context = {
        "draft": _AnyDraft(),
        "result": view,
        "add_city": add_city,
        "csrf_token": TOKEN_PLACE,
        "said": SAID_PLACE,
        "focus": FOCUS_PLACE,
    }
    return Body(headline=view.headline, html=render_to_string(opened.template, context))


def _view(opened: _Opened) -> FirstView | ResultView:
    if opened.template == AT_FIRST:
        return shown_at_first(answered_at_first(opened.question))
    return shown(answered(dict(opened.question.document), today=opened.today))


def _filled(body: Body, request: HttpRequest, draft: Draft, *, focus: bool = False) -> Body:
    said = ((str(one),) for one in messages.get_messages(request))
    own: Mapping[str, str] = {
        TOKEN_PLACE: get_token(request),
        DRAFT_PLACE: draft.pk,
        SAID_PLACE: format_html_join("", '<p class="note">{}</p>', said),
        FOCUS_PLACE: " autofocus" if focus else "",
    }
    html = str(body.html)
    for place, text in own.items():
        html = html.replace(place, text)
    return Body(headline=body.headline, html=mark_safe(html))  # noqa: S308  rendered above; ids and tokens are letters and digits
