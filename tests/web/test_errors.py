"""The pages for what went wrong help, in the language of the address."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from advisor.urls import handler400, handler403, handler404, handler500, urlpatterns
from advisor.web.methods import answers

FAULTS = {
    "400": SuspiciousOperation("cut off"),
    "403": PermissionDenied(),
    "404": Http404(),
    "500": RuntimeError("broken"),
}


def failing(request: HttpRequest, status: str) -> HttpResponse:
    raise FAULTS[status]


@answers("POST")
def posted(request: HttpRequest) -> HttpResponse:
    return HttpResponse("taken")


class Addresses:
    handler400, handler403 = handler400, handler403
    handler404, handler500 = handler404, handler500
    urlpatterns = [
        path("fail/<str:status>/", failing),
        path("en/fail/<str:status>/", failing),
        path("en/posted/", posted),
        *urlpatterns,
    ]


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("status", FAULTS)
@pytest.mark.parametrize(("prefix", "home"), [("", "/"), ("/en", "/en/")])
@override_settings(ROOT_URLCONF=Addresses)
def test_every_fault_has_a_page_with_a_way_back(
    client: Client, status: str, prefix: str, home: str
) -> None:
    response = client.get(f"{prefix}/fail/{status}/")
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == int(status)
    assert page.h1
    assert page.select_one(".measure p").get_text(strip=True)  # type: ignore[union-attr]
    assert page.select_one(".measure p a")["href"] == home  # type: ignore[index]
    assert page.select_one("meta[name=robots]")


@pytest.mark.parametrize("status", FAULTS)
@override_settings(ROOT_URLCONF=Addresses)
def test_htmx_gets_the_sentence_alone_and_is_told_where_to_put_it(
    client: Client, status: str
) -> None:
    response = client.get(f"/en/fail/{status}/", headers={"HX-Request": "true"})
    assert response.status_code == int(status)
    assert response.headers["HX-Retarget"] == "#problem"
    assert response.headers["HX-Reswap"] == "innerHTML"
    assert response.content.strip().startswith(b"<p>")
    assert b"</p>" in response.content
    assert b"<html" not in response.content


@override_settings(ROOT_URLCONF=Addresses)
def test_a_method_that_is_not_answered_is_named_with_those_that_are(client: Client) -> None:
    response = client.get("/en/posted/")
    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"
    assert client.post("/en/posted/").content == b"taken"


@pytest.mark.parametrize(
    ("path", "language", "invitation"),
    [
        ("/absent/", "en-GB,en;q=0.9", "Read this page in English"),
        ("/absent/", "zh-CN,zh;q=0.9,en;q=0.8", None),
        ("/en/absent/", "zh-CN", "用中文看这一页"),
        ("/en/absent/", "fr", None),
        ("/en/absent/", "", None),
    ],
)
def test_who_reads_the_other_language_is_invited_to_it(
    client: Client, path: str, language: str, invitation: str | None
) -> None:
    response = client.get(path, headers={"accept-language": language})
    note = BeautifulSoup(response.content, "html.parser").select_one("header .note a")
    assert (note.get_text() if note else None) == invitation


@pytest.mark.django_db
def test_a_page_that_is_not_there_helps_to_find_a_city(client: Client) -> None:
    page = BeautifulSoup(client.get("/en/absent/").content, "html.parser")
    form = page.select_one("main form")
    assert form is not None
    found = client.get(str(form["action"]), {form.input["name"]: "liaoyuan"})  # type: ignore[index]
    link = BeautifulSoup(found.content, "html.parser").select_one("main li a")
    assert link is not None
    assert client.get(str(link["href"]), follow=True).status_code == 200
