"""How tests ask the API."""

import json

from django.test import Client

ADDRESS = "/api/v1/"
PAY = {"city": "Liaoyuan", "year": 2026, "months": [{"month": 1, "gross": 4500}]}
COMPARISON = {
    "home": {"city": "Liaoyuan"},
    "earners": [{"pay": {"gross_monthly": 4500}}],
    "destinations": [{"city": "Beijing"}],
    "draws": 100,
}
# A client that is answered where a test's own would be shown the traceback.
CLIENT = Client(raise_request_exception=False)


def post(name, document, **more):
    """The response to a document, or to a body in bytes."""
    body = document if isinstance(document, bytes) else json.dumps(document).encode()
    content_type = more.pop("content_type", "application/json")
    # Named twice: of an empty body the client would leave the type out.
    more["CONTENT_TYPE"] = content_type
    return CLIENT.generic("POST", ADDRESS + name, body, content_type, **more)


def get(name, **more):
    """The response to a question without a body."""
    return CLIENT.get(ADDRESS + name, **more)


def problem(response):
    """The problem in a response, which holds one."""
    assert response.headers["Content-Type"] == "application/problem+json"
    found = json.loads(response.content)
    assert set(found) == {"type", "title", "status", "detail", "errors"}
    assert found["status"] == response.status_code
    assert found["title"]
    assert found["detail"]
    return found
