"""`GET /api/v1/cities`: the cities that documents can name."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext_noop as _
from ninja import Router
from pydantic import ValidationError

from advisor.api.answers import json_response
from advisor.api.city_list import cities_found, listed, province_named
from advisor.api.documented import parameters, responses
from advisor.api.problem_kinds import (
    FAULTY,
    INTERNAL,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    PRECONDITION_FAILED,
    TOO_MANY,
    UNAVAILABLE,
    UNREADABLE,
)
from advisor.api.rates import AddressThrottle
from advisor.api.requests import check_acceptable
from advisor.api.schemas.cities import CityList, CityQuery
from advisor.comparisons.faults import Fault, FaultyDocumentError, faults_of
from advisor.datasets.loading import reference
from advisor.datasets.naming import Gazetteer
from advisor.datasets.places import gazetteer
from advisor.engine.reference import Place

FRESH_FOR = 3600  # seconds
HEADERS = ("RateLimit-Policy", "RateLimit", "ETag", "Cache-Control")
PROBLEMS = (
    *(UNREADABLE, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, PRECONDITION_FAILED, FAULTY),
    *(TOO_MANY, INTERNAL, UNAVAILABLE),
)
THROTTLE = AddressThrottle("cities")
router = Router()


@router.api_operation(["HEAD"], "/cities", throttle=THROTTLE, include_in_schema=False)
@router.get(
    "/cities",
    response=CityList,
    throttle=THROTTLE,
    operation_id="cities",
    summary=_("The cities that documents can name"),
    description=_(
        "All cities, or those found by name, tier and province, in pages. Documents name a city by"
        " its code or by any of its names."
    ),
    openapi_extra=parameters(CityQuery)
    | responses(
        example_name="cities_answer", headers=HEADERS, problems=PROBLEMS, may_be_unchanged=True
    ),
)
def cities(request: HttpRequest) -> HttpResponseBase | None:
    check_acceptable(request)
    query = _query(request)
    places = gazetteer()
    edition = reference(on=timezone.localdate()).edition
    province = _province(query.province, places) if query.province else None
    found = cities_found(places, text=query.q, tier=query.tier, province=province)
    following = query.offset + query.limit
    response = json_response(
        {
            "edition": edition,
            "total": len(found),
            "limit": query.limit,
            "offset": query.offset,
            "next": _page(request, following) if following < len(found) else None,
            "cities": listed(found[query.offset : following], places, edition),
        }
    )
    etag = f'"{edition}-{hashlib.sha256(response.content).hexdigest()[:16]}"'
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = f"public, max-age={FRESH_FOR}"
    return get_conditional_response(request, etag=etag, response=response)


def _query(request: HttpRequest) -> CityQuery:
    given = request.GET.dict()
    try:
        return CityQuery.model_validate(given)
    except ValidationError as error:
        raise FaultyDocumentError(faults_of(error, given)) from error


def _province(name: str, places: Gazetteer) -> Place:
    found = province_named(places, name)
    if found is None:
        raise FaultyDocumentError([Fault("province", "province_unknown", {"name": name})])
    return found


def _page(request: HttpRequest, offset: int) -> str:
    query = request.GET.copy()
    query["offset"] = str(offset)
    return f"{request.path}?{query.urlencode()}"
