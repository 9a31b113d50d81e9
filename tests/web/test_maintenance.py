"""A closed site says so on every page, without touching the database, and opens again by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client


@pytest.fixture
def closed_by_file() -> Iterator[Path]:
    file = Path(settings.VAR) / "maintenance"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    yield file
    file.unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("path", "said"),
    [("/", "马上回来"), ("/en/", "Back in a few minutes"), ("/en/c/whatever/", "Back in a few")],
)
def test_every_page_is_closed_in_its_language_and_says_when_to_come_back(
    client: Client, closed_by_file: Path, path: str, said: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Content-Security-Policy" in answer.headers
    page = BeautifulSoup(answer.content, "html.parser")
    assert said in page.h1.get_text()
    assert page.select_one("main a")["href"] == path


def test_a_form_sent_meanwhile_keeps_its_page_and_shows_the_sentence(
    client: Client, closed_by_file: Path
) -> None:
    answer = client.post("/en/check/", {"home": "x"}, headers={"HX-Request": "true"})
    assert answer.status_code == 503
    assert answer.headers["HX-Retarget"] == "#problem"
    assert b"<html" not in answer.content


def test_programs_get_problem_details(client: Client, closed_by_file: Path) -> None:
    answer = client.get("/api/v1/cities")
    assert answer.status_code == 503
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "Retry-After" in answer.headers


@pytest.mark.django_db
def test_health_is_told_as_before_and_the_setting_closes_too(
    client: Client, closed_by_file: Path, settings: object
) -> None:
    assert client.get("/healthz").status_code == 200
    closed_by_file.unlink()
    assert client.get("/en/help/").status_code == 200
    settings.MAINTENANCE = True  # type: ignore[attr-defined]
    assert client.get("/en/help/").status_code == 503
