"""/healthz."""

import subprocess
import sys

import pytest
from django.test import Client, override_settings

from tests.web.run_of_up import ROOT, environment

NOWHERE = {
    "default": {
        "BACKEND": "advisor.web.cache.SurvivingRedisCache",
        "LOCATION": "redis://127.0.0.1:9",
    }
}


@pytest.mark.django_db
def test_it_is_healthy_with_database_and_redis(client: Client) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "database": "ok", "redis": "ok"}
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_without_redis_it_is_healthy_and_says_so(client: Client) -> None:
    with override_settings(CACHES=NOWHERE):
        response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json()["redis"] == "away"


@pytest.mark.django_db
def test_probes_come_by_any_host_name_and_without_https(client: Client) -> None:
    with override_settings(SECURE_SSL_REDIRECT=True):
        assert client.get("/healthz", headers={"host": "10.1.2.3:8000"}).status_code == 200


def test_without_a_database_it_is_not_healthy() -> None:
    code = "import django; django.setup(); from advisor.web.health import health; "
    code += "response = health(); print(response.status_code, response.content.decode())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment(
            DATABASE_URL="postgres://127.0.0.1:9/none", DJANGO_SETTINGS_MODULE="advisor.settings"
        ),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == '503 {"status": "away", "database": "away", "redis": "none"}\n'
