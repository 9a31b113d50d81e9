"""Pages that are made once: handed out again, never across what they depend on or to others."""

import gzip
from collections.abc import Callable

import pytest
from django.contrib.sessions.backends.cache import SessionStore
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.test import RequestFactory
from django.utils import translation

from advisor.datasets.public.keeping import kept, page_tag, stored

pytestmark = pytest.mark.django_db
MINUTE = 60


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


def request(path: str = "/page/", **headers: str) -> HttpRequest:
    made = RequestFactory(headers=headers).get(path)
    made.session = SessionStore()
    return made


class Page:
    """Counts how often it is made, and says so."""

    def __init__(self, deed: Callable[[HttpRequest], object] = lambda _request: None) -> None:
        self.deed, self.made = deed, 0

    def __call__(self, asked: HttpRequest) -> HttpResponse:
        self.made += 1
        self.deed(asked)
        return HttpResponse(f"made {self.made}")


def test_a_page_is_made_once_for_all() -> None:
    page = Page()
    answers = [kept(page)(request()) for _ in range(3)]
    assert {answer.content for answer in answers} == {b"made 1"}
    assert len({answer.headers["ETag"] for answer in answers}) == 1


def test_it_is_sent_compressed_to_who_takes_it_so() -> None:
    page = kept(Page())
    page(request())
    answer = page(request(**{"Accept-Encoding": "br, gzip"}))
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content) == b"made 1"
    assert "Accept-Encoding" in answer.headers["Vary"]


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/another/"},
        {"Host": "localhost"},
        {"Accept-Language": "zh-CN,zh;q=0.9"},
    ],
)
def test_another_address_or_first_language_is_another_page(other: dict[str, str]) -> None:
    page = Page()
    kept(page)(request())
    assert kept(page)(request(**other)).content == b"made 2"


def test_another_language_is_another_page_and_tag() -> None:
    page = Page()
    with translation.override("en"):
        kept(page)(request())
        tag = page_tag()
    with translation.override("zh-hans"):
        assert kept(page)(request()).content == b"made 2"
        assert page_tag() != tag


def test_what_is_asked_in_the_address_is_answered_anew() -> None:
    page = Page()
    for _ in range(2):
        kept(page)(request("/page/?word=any"))
    assert page.made == 2


def read_session(asked: HttpRequest) -> object:
    return asked.session.get("visitor")


@pytest.mark.parametrize("deed", [read_session, get_token])
def test_a_page_of_one_visitor_is_never_kept_for_others(
    deed: Callable[[HttpRequest], object],
) -> None:
    page = Page(deed)
    for _ in range(2):
        kept(page)(request())
    assert page.made == 2


def test_pages_of_visitors_are_kept_apart_where_they_are_told_apart() -> None:
    page = Page(read_session)

    def ask(who: str) -> bytes:
        asked = request()
        answer = stored(asked, who, lambda: page(asked), seconds=MINUTE, for_one=True)
        return answer.content

    assert [ask("one"), ask("other"), ask("one")] == [b"made 1", b"made 2", b"made 1"]


def test_who_has_the_page_already_is_not_sent_it_again() -> None:
    page = kept(Page())
    tag = page(request()).headers["ETag"]
    again = page(request(**{"If-None-Match": tag}))
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Cache-Control"] == "public, max-age=300"


def test_only_a_whole_page_is_tagged_and_kept() -> None:
    answer = kept(lambda _request: HttpResponse("nothing here", status=404))(request())
    assert "ETag" not in answer.headers
    assert "Cache-Control" not in answer.headers
