"""The OpenAPI document and the page made from it."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator

from advisor.api.problem_kinds import KINDS
from advisor.api.v1 import api
from tests.api.asking import CLIENT, get
from tests.api.documents import fifty_documents

NAMES_A_PAGE = {"canonical", "alternate"}  # links that load nothing
ELSEWHERE = re.compile(r"^(?:[a-z]+:)?//", re.IGNORECASE)


@pytest.fixture(scope="module")
def document():
    """The OpenAPI document as a client reads it."""
    return json.loads(get("openapi.json").content)


@pytest.fixture
def page(request):
    """The page of documentation in a language."""
    response = CLIENT.get(request.param)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def validator(document, reference):
    """What validates against a schema of the document."""
    return Draft202012Validator({"$ref": reference["$ref"], "components": document["components"]})


def operations(document):
    for methods in document["paths"].values():
        yield from methods.values()


def references(part):
    """Every reference anywhere in the document."""
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        part = part.values()
    elif not isinstance(part, list):
        return
    for inner in part:
        yield from references(inner)


def test_it_can_be_kept_and_asked_for_again():
    first = get("openapi.json")
    assert first.headers["Cache-Control"] == "public, max-age=3600"
    assert first.headers["Content-Type"] == "application/json"
    again = get("openapi.json", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_it_is_an_openapi_document_whose_references_lead_somewhere(document):
    assert document["openapi"].startswith("3.1.")
    assert set(document["paths"]) == {
        f"/api/v1/{name}" for name in ("net-pay", "compare", "cities")
    }
    names = [one["operationId"] for one in operations(document)]
    assert len(names) == len(set(names)) == 3
    for reference in references(document):
        found = document
        for step in reference.removeprefix("#/").split("/"):
            found = found[step]


def test_its_schemas_are_schemas_and_every_key_of_them_is_explained(document):
    for name, schema in document["components"]["schemas"].items():
        Draft202012Validator.check_schema(schema)
        for key, part in schema.get("properties", {}).items():
            has_own_table = "$ref" in part or "$ref" in part.get("items", {})
            assert has_own_table or part["description"], f"{name}.{key}"


def test_its_examples_are_what_it_says(document):
    for operation in operations(document):
        contents = [operation["responses"]["200"]["content"]["application/json"]]
        if "requestBody" in operation:
            contents.append(operation["requestBody"]["content"]["application/json"])
        for content in contents:
            validator(document, content["schema"]).validate(content["examples"]["example"]["value"])
    for response in document["components"]["responses"].values():
        (content,) = response["content"].values()
        validator(document, content["schema"]).validate(content["examples"]["example"]["value"])


@pytest.mark.django_db
def test_documents_that_are_answered_and_their_answers_are_what_it_says(document, settings):
    settings.API_RATES = dict.fromkeys(settings.API_RATES, "")
    for name, question in fifty_documents()[::3]:
        operation = document["paths"][f"/api/v1/{name}"]["post"]
        asked = operation["requestBody"]["content"]["application/json"]["schema"]
        response = CLIENT.post(
            f"/api/v1/{name}", json.dumps(question), content_type="application/json"
        )
        if response.status_code == 200:
            validator(document, asked).validate(question)
            answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
            validator(document, answer).validate(json.loads(response.content))


def test_every_key_of_the_documents_is_in_one_of_the_fifty(document):
    schemas = document["components"]["schemas"]
    known = {
        key
        for name, schema in schemas.items()
        if schema.get("additionalProperties") is False and name not in ("Assumptions", "CityQuery")
        for key in schema["properties"]
    }
    used = set()

    def gather(part):
        for key, inner in part.items() if isinstance(part, dict) else ():
            used.add(key)
            gather(inner)
        for inner in part if isinstance(part, list) else ():
            gather(inner)

    gather([question for _, question in fifty_documents()])
    assert known - used == set()


BOTH = pytest.mark.parametrize("page", ["/api/v1/docs", "/en/api/v1/docs"], indirect=True)


@BOTH
def test_the_page_loads_nothing_from_elsewhere_and_holds_no_script_of_its_own(page):
    loaded = [
        tag.get("src") or tag.get("href")
        for tag in page.find_all(["script", "link", "img", "iframe", "source", "use"])
        if not NAMES_A_PAGE & {*tag.get("rel", [])}
    ]
    assert loaded
    assert not [address for address in loaded if ELSEWHERE.match(address)]
    assert not page.find_all("script")
    assert not page.find_all("style")
    assert not page.find_all(style=True)


@BOTH
def test_every_place_that_the_page_leads_to_is_on_it(page, document):
    marks = {tag["id"] for tag in page.find_all(id=True)}
    led_to = {tag["href"][1:] for tag in page.find_all("a", href=re.compile("^#"))}
    assert led_to <= marks
    assert {kind.name for kind in KINDS} <= marks
    assert {f"table-{name}" for name in ("CompareDocument", "CompareAnswer", "Problem")} <= marks


@BOTH
def test_the_page_has_a_table_for_every_object_and_a_row_for_every_key(page, document):
    tables = {
        mark.get("id").removeprefix("table-"): mark.find_next("table")
        for mark in page.find_all(id=re.compile("^table-"))
    }
    schemas = document["components"]["schemas"]
    assert set(tables) == {name for name, schema in schemas.items() if "properties" in schema}
    for name, table in tables.items():
        rows = [row.th.code.text for row in table.tbody.find_all("tr")]
        assert rows == list(schemas[name]["properties"])


def test_the_page_speaks_both_languages():
    chinese, english = (
        CLIENT.get(path).content.decode() for path in ("/api/v1/docs", "/en/api/v1/docs")
    )
    assert '<html lang="zh-Hans">' in chinese
    assert "物价随房租变动的幅度" in chinese
    assert "How prices follow rents" in english


def test_the_api_is_documented_once_a_process():
    assert api.get_openapi_schema() is api.get_openapi_schema()
