import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from advisor.web.fragments import fragment_asked, is_htmx
from advisor.web.middleware import vary_html


def request(**headers: str) -> HttpRequest:
    return RequestFactory().get(
        "/", headers={key.replace("_", "-"): one for key, one in headers.items()}
    )


@pytest.mark.parametrize(
    ("target", "fragment"),
    [
        ("div#result", "result"),
        ("div#editor-pay", "editor"),
        ("ul#places-id_home", None),
        ("div", None),
        ("", None),
    ],
)
def test_the_target_names_the_fragment_that_is_offered(target: str, fragment: str | None) -> None:
    asked = request(HX_Request="true", HX_Target=target)
    assert fragment_asked(asked, ("result", "editor")) == fragment


def test_without_htmx_there_is_no_fragment() -> None:
    assert fragment_asked(request(HX_Target="div#result"), ("result",)) is None


def test_a_page_restored_from_history_is_whole() -> None:
    asked = request(HX_Request="true", HX_Target="div#result", HX_History_Restore_Request="true")
    assert not is_htmx(asked)
    assert fragment_asked(asked, ("result",)) is None


@pytest.mark.parametrize(
    ("kind", "varies"), [("text/html; charset=utf-8", True), ("text/css", False)]
)
def test_every_page_says_what_it_varies_on(kind: str, varies: bool) -> None:
    answer = vary_html(lambda _: HttpResponse("", content_type=kind))(request())
    assert ("HX-Request" in answer.headers.get("Vary", "")) is varies
    assert ("Accept-Language" in answer.headers.get("Vary", "")) is varies
