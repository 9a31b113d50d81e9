"""Rendered answers, kept in the process: they are opened far more often than changed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
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

KEPT_IN_PROCESS = 128  # of some 30 kB each, the few whole ones 200 kB
TOKEN_PLACE = secrets.token_hex(32)  # nobody can write it into a draft
AT_FIRST, WHOLE = "comparisons/parts/first_view.html", "comparisons/parts/result_body.html"


@dataclass(frozen=True, slots=True)
class _Opened:
    """What a rendered answer depends on; the draft is part of it, so nothing is shared."""

    template: str
    draft_id: str
    document: str
    today: date
    edition: str
    language: str
    years_ahead: bool
    draft: Draft = field(compare=False)
    question: Posed = field(compare=False)


def kept_first(request: HttpRequest, draft: Draft, *, today: date) -> SafeString:
    """The answer in short, with the years ahead where they are worked out already.

    With the forms of this visitor. Raises FaultyDocumentError and NoEditionError.
    """
    question = posed(draft.document, today=today)
    return _kept(request, draft, question, AT_FIRST, today, has_years=question.has_years_ahead())


def kept_whole(request: HttpRequest, draft: Draft, *, today: date) -> SafeString:
    """The whole answer, with the forms of this visitor. Raises as above."""
    return _kept(request, draft, posed(draft.document, today=today), WHOLE, today, has_years=True)


def _kept(
    request: HttpRequest, draft: Draft, question: Posed, template: str, today: date, has_years: bool
) -> SafeString:
    opened = _Opened(
        template=template,
        draft_id=draft.pk,
        document=repr(draft.document),
        today=today,
        edition=question.reference.edition,
        language=get_language() or "",
        years_ahead=has_years,
        draft=draft,
        question=question,
    )
    return mark_safe(_rendered(opened).replace(TOKEN_PLACE, get_token(request)))  # noqa: S308  a token is letters and digits


@lru_cache(maxsize=KEPT_IN_PROCESS)
def _rendered(opened: _Opened) -> str:
    """The answer with TOKEN_PLACE where the token against forged requests belongs."""
    context = {
        "draft": opened.draft,
        "result": _shown(opened),
        "add_city": AddCityForm(document=opened.draft.document),
        "csrf_token": TOKEN_PLACE,
    }
    return render_to_string(opened.template, context)


def _shown(opened: _Opened) -> FirstView | ResultView:
    if opened.template == AT_FIRST:
        return shown_at_first(answered_at_first(opened.question))
    return shown(answered(opened.draft.document, today=opened.today))
