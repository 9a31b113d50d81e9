"""What is said where a question has no answer: why, and what to do."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from advisor.comparisons.faults import FaultyDocumentError, sentence
from advisor.comparisons.wording import period_words
from advisor.datasets.loading import NoEditionError
from advisor.engine.pay.dated import NoRuleYetError
from advisor.web.errors import problem_page
from advisor.web.methods import View

CONFLICT = 409
UNAVAILABLE = 503


def explained(view: View) -> View:
    """Answer with the reasons where the view finds that a question can't be answered."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except FaultyDocumentError as error:
            reasons = [sentence(fault) for fault in error.faults]
            return problem_page(request, CONFLICT, {"reasons": reasons})
        except NoRuleYetError as error:
            return problem_page(request, CONFLICT, {"reasons": [_too_early(error)]})
        except NoEditionError as error:
            return problem_page(request, UNAVAILABLE, {"reasons": [str(error)]})

    return inner


def _too_early(error: NoRuleYetError) -> str:
    if error.earliest is None:
        return _("No rules are known for that date.")
    return _("The date lies before the first rules that are known, of {day}.").format(
        day=period_words(error.earliest.isoformat())
    )
