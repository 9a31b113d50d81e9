"""Each problem that the OpenAPI document names for an address, met there."""

from types import SimpleNamespace

import pytest
from django.db import OperationalError, connection

from advisor.api.problem_kinds import KINDS
from advisor.api.v1 import api
from advisor.datasets.models import Deed, Edition, EditionVersion
from tests.api.asking import ADDRESS, CLIENT, COMPARISON, PAY, get, post, problem

pytestmark = pytest.mark.django_db
DOCUMENTS = {"net-pay": PAY, "compare": COMPARISON}
BY_NAME = {kind.name: kind for kind in KINDS}


def no_database(execute, sql, params, many, context):
    raise OperationalError("the connection is lost")


def without_database(name):
    """Ask while the database does not answer."""
    with connection.execute_wrapper(no_database):
        return asked_well(name)


def asked_well(name, **more):
    return post(name, DOCUMENTS[name], **more) if name in DOCUMENTS else get(name, **more)


def asked_too_often(name, settings):
    settings.API_RATES = dict.fromkeys(settings.API_RATES, "0/day")
    return asked_well(name)


def asked_of_a_broken_program(name, monkeypatch):
    for module in ("answers", "cities"):
        monkeypatch.setattr(f"advisor.api.{module}.json_response", lambda answer: 1 / 0)
    return asked_well(name)


def in_chunks(name):
    return CLIENT.generic("POST", ADDRESS + name, headers={"Transfer-Encoding": "chunked"})


WAYS = {
    "unreadable": lambda name: (
        post(name, b"{") if name in DOCUMENTS else get(name, headers={"Host": "elsewhere.example"})
    ),
    "method-not-allowed": lambda name: CLIENT.delete(ADDRESS + name),
    "not-acceptable": lambda name: asked_well(name, headers={"Accept": "text/csv"}),
    "length-required": in_chunks,
    "precondition-failed": lambda name: get(name, headers={"If-Match": '"another"'}),
    "too-large": lambda name: post(name, b" " * 1_000_001),
    "unsupported-media-type": lambda name: post(name, PAY, content_type="text/plain"),
    "faulty": lambda name: post(name, {}) if name in DOCUMENTS else get(f"{name}?limit=none"),
    "unavailable": without_database,
}


def documented():
    """The last step of each address with the name of each problem documented there."""
    for path, methods in api.get_openapi_schema()["paths"].items():
        for operation in methods.values():
            for response in operation["responses"].values():
                if "$ref" in response:
                    yield path.rpartition("/")[2], response["$ref"].rpartition("/")[2]


@pytest.mark.parametrize(("name", "kind"), [*documented()])
def test_every_documented_problem_can_be_met(name, kind, settings, monkeypatch):
    if kind == "too-many-requests":
        response = asked_too_often(name, settings)
    elif kind == "internal":
        response = asked_of_a_broken_program(name, monkeypatch)
    else:
        response = WAYS[kind](name)
    found = problem(response)
    assert found["type"] == BY_NAME[kind].type
    assert found["status"] == BY_NAME[kind].status
    assert response.headers["Content-Language"] == "en"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["", "v1/", "v1/nothing", "v1/compare/", "v2/compare", "v1/docs/"])
@pytest.mark.parametrize("method", ["get", "post", "delete"])
def test_there_is_nothing_elsewhere(path, method):
    response = getattr(CLIENT, method)(f"/api/{path}")
    assert problem(response)["type"] == "/api/v1/docs#not-found"


def test_outside_the_api_errors_stay_pages():
    response = CLIENT.get("/nothing/")
    assert response.status_code == 404
    assert response.headers["Content-Type"].startswith("text/html")


def test_a_refused_method_is_told_which_are_not():
    assert CLIENT.get("/api/v1/compare").headers["Allow"] == "POST"
    assert set(CLIENT.post("/api/v1/cities").headers["Allow"].split(", ")) == {"GET", "HEAD"}


def test_a_broken_program_shows_nothing_of_itself(monkeypatch, settings):
    settings.DEBUG = True
    response = asked_of_a_broken_program("compare", monkeypatch)
    assert problem(response)["type"] == "/api/v1/docs#internal"
    assert b"ZeroDivisionError" not in response.content
    assert b"Traceback" not in response.content


def test_while_the_database_is_away_one_is_told_when_to_come_back():
    assert int(without_database("compare").headers["Retry-After"]) > 0


@pytest.mark.parametrize("name", ["net-pay", "compare", "cities"])
def test_while_no_data_is_loaded_it_is_said_how_to_load_it(name):
    with connection.cursor() as cursor:
        for table in (Deed, EditionVersion, Edition):
            cursor.execute(f"DELETE FROM {table._meta.db_table}")  # noqa: S608  frozen to the ORM
    found = problem(asked_well(name))
    assert found["type"] == "/api/v1/docs#unavailable"
    assert "load_bundled_data" in found["detail"]


def test_a_body_that_breaks_off_is_refused():
    def read(size=-1):
        raise OSError("the client went away")

    response = post("net-pay", PAY, **{"wsgi.input": SimpleNamespace(read=read, readline=read)})
    assert problem(response)["type"] == "/api/v1/docs#unreadable"


def test_every_fault_of_a_document_is_an_entry_with_its_path():
    document = {
        "home": {"city": "Liaoyaun"},
        "earners": [{"pay": {"gross_monthly": 0.001}}],
        "x": 1,
    }
    errors = problem(post("compare", document))["errors"]
    assert [(one["path"], one["code"]) for one in errors] == [
        ("earners[0].pay.gross_monthly", "amount_decimals"),
        ("x", "extra_forbidden"),
    ]


def test_a_fault_is_told_in_the_language_of_the_document():
    response = post("net-pay", {"language": "zh-hans"})
    assert response.headers["Content-Language"] == "zh-hans"
    assert problem(response)["errors"][0]["detail"] == "缺少city。"


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"null", b"[]", b"5", b'"text"', b"\xff", b"[" * 100_000),
        *(b'{"a": 1e99999999999999999999}', b'{"\\ud800": 1}', b'{"a": 1, "a": 2}'),
        *(b'{"draws": NaN}', b'{"city": "\\u0000"}'),
    ],
)
@pytest.mark.parametrize("name", ["compare", "net-pay"])
def test_a_body_that_is_no_document_is_refused_with_reasons(name, body):
    found = problem(post(name, body))
    assert found["status"] in (400, 422)
    assert found["errors"]
    assert all(one["detail"] for one in found["errors"])
