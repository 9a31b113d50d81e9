"""What is said where a question has no answer: why, and what to do."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from advisor.comparisons.faults import FaultyDocumentError, sentence
from advisor.datasets.loading import NoEditionError
from advisor.web.errors import problem_page
from advisor.web.methods import View

CONFLICT = 409
UNAVAILABLE = 503


def explained(view: View) -> View:
    """Answer with the reasons where the view finds that a question can't be answered."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except FaultyDocumentError as error:
            reasons = [sentence(fault) for fault in error.faults]
            return problem_page(request, CONFLICT, {"reasons": reasons})
        except NoEditionError as error:
            return problem_page(request, UNAVAILABLE, {"reasons": [str(error)]})

    return inner
