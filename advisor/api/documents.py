"""`POST /api/v1/net-pay` and `/compare`: the documents of the command line."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from ninja import Router

from advisor.api.answers import answered
from advisor.api.documented import request_document, responses
from advisor.api.problem_kinds import (
    FAULTY,
    INTERNAL,
    LENGTH_REQUIRED,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    NOT_JSON_TYPE,
    TOO_LARGE,
    TOO_MANY,
    UNAVAILABLE,
    UNREADABLE,
)
from advisor.api.rates import AddressThrottle
from advisor.api.schemas.compare_answer import CompareAnswer
from advisor.api.schemas.net_pay_answer import NetPayAnswer
from advisor.api.work_limit import check_work
from advisor.comparisons.compare_document import CompareDocument
from advisor.comparisons.document_answers import answer_to_compare, answer_to_net_pay
from advisor.comparisons.net_pay_document import NetPayDocument

HEADERS = ("RateLimit-Policy", "RateLimit", "Content-Language", "Cache-Control")
PROBLEMS = (
    *(UNREADABLE, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, LENGTH_REQUIRED, TOO_LARGE, NOT_JSON_TYPE),
    *(FAULTY, TOO_MANY, INTERNAL, UNAVAILABLE),
)
router = Router()


@router.post(
    "/net-pay",
    response=NetPayAnswer,
    throttle=AddressThrottle("net-pay"),
    operation_id="net_pay",
    summary=_("From gross pay to take-home pay"),
    description=_(
        "Contributions, tax and take-home pay of the months that somebody works for one employer"
        " in one tax year, by the rules of the city in force in each month, exact to the fen."
    ),
    openapi_extra=request_document(NetPayDocument, "net_pay")
    | responses(example_name="net_pay_answer", headers=HEADERS, problems=PROBLEMS),
)
def net_pay(request: HttpRequest) -> HttpResponse:
    return answered(request, partial(answer_to_net_pay, today=timezone.localdate()))


@router.post(
    "/compare",
    response=CompareAnswer,
    throttle=AddressThrottle("compare"),
    operation_id="compare",
    summary=_("Should I go or stay?"),
    description=_(
        "A household at home and in other cities: pay, housing and living line by line, the cost"
        " of moving, what may become of both lives, and where the answer would turn. Only"
        " home.city and the pay.gross_monthly of one earner must be given."
    ),
    openapi_extra=request_document(CompareDocument, "compare")
    | responses(example_name="compare_answer", headers=HEADERS, problems=PROBLEMS),
)
def compare(request: HttpRequest) -> HttpResponse:
    return answered(request, _comparison)


def _comparison(document: Any) -> dict[str, Any]:
    check_work(document)
    return answer_to_compare(document, today=timezone.localdate())
