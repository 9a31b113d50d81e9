"""The rendered answer to a draft, kept in the process: it is opened far more often than changed."""

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

from advisor.comparisons.asking import answered, question_of, shown
from advisor.comparisons.forms.cities import AddCityForm
from advisor.comparisons.models import Draft
from advisor.datasets.loading import reference

KEPT_IN_PROCESS = 64  # of some 150 kB each
TOKEN_PLACE = secrets.token_hex(32)  # nobody can write it into a draft


@dataclass(frozen=True, slots=True)
class _Opened:
    """What a rendered answer depends on; the draft is part of it, so nothing is shared."""

    draft_id: str
    document: str
    today: date
    edition: str
    language: str
    draft: Draft = field(compare=False)


def kept_result(request: HttpRequest, draft: Draft, *, today: date) -> SafeString:
    """The answer to the draft as its page shows it, with the forms of this visitor.

    Raises FaultyDocumentError and NoEditionError.
    """
    edition = reference(on=question_of(draft.document, today=today).household.on).edition
    language = get_language() or ""
    opened = _Opened(draft.pk, repr(draft.document), today, edition, language, draft)
    return mark_safe(_rendered(opened).replace(TOKEN_PLACE, get_token(request)))  # noqa: S308  a token is letters and digits


@lru_cache(maxsize=KEPT_IN_PROCESS)
def _rendered(opened: _Opened) -> str:
    """The answer with TOKEN_PLACE where the token against forged requests belongs."""
    document = opened.draft.document
    context = {
        "draft": opened.draft,
        "result": shown(answered(document, today=opened.today)),
        "add_city": AddCityForm(document=document),
        "csrf_token": TOKEN_PLACE,
    }
    return render_to_string("comparisons/parts/result_body.html", context)
