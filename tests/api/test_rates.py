"""How often one client may ask."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import redis
from django.test import RequestFactory

from advisor.api.rates import AddressThrottle
from advisor.web.clients import client_mark
from tests.api.asking import get, problem

HERE, THERE = "203.0.113.7", "203.0.113.8"
A_DAY = 24 * 3600  # so long that no window ends within a test, but for one at midnight (UTC)


@pytest.fixture
def two_a_day(settings):
    """Two requests a day for each address, whatever they ask."""
    settings.API_RATES = dict.fromkeys(settings.API_RATES, "2/day")


def ask(address=HERE, **more):
    """The response to a short question from there."""
    return get("cities?limit=1", REMOTE_ADDR=address, **more)


@pytest.mark.django_db
def test_what_is_left_is_told_and_then_refused(two_a_day):
    responses = [ask() for _ in range(3)]
    assert [one.status_code for one in responses] == [200, 200, 429]
    assert [one.headers["RateLimit-Policy"] for one in responses] == [f'"cities";q=2;w={A_DAY}'] * 3
    told = [re.fullmatch(r'"cities";r=(\d);t=(\d+)', one.headers["RateLimit"]) for one in responses]
    assert [int(one[1]) for one in told] == [1, 0, 0]
    assert all(0 < int(one[2]) <= A_DAY for one in told)
    assert 0 < int(responses[2].headers["Retry-After"]) <= A_DAY
    assert problem(responses[2])["type"] == "/api/v1/docs#too-many-requests"


@pytest.mark.django_db
def test_another_client_and_another_address_of_the_api_are_counted_for_themselves(two_a_day):
    assert [ask().status_code for _ in range(3)][-1] == 429
    assert ask(THERE).status_code == 200
    assert get("openapi.json", REMOTE_ADDR=HERE).status_code == 200


@pytest.mark.django_db
def test_a_header_can_not_pretend_another_address(two_a_day):
    answers = [ask(headers={"X-Forwarded-For": f"198.51.100.{last}"}) for last in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]


@pytest.mark.django_db
def test_behind_a_proxy_that_is_trusted_its_word_counts(two_a_day, settings):
    settings.NINJA_NUM_PROXIES = 1
    forged = [f"198.51.100.{last}, {HERE}" for last in range(3)]
    answers = [ask(headers={"X-Forwarded-For": told}) for told in forged]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert ask(headers={"X-Forwarded-For": THERE}).status_code == 200


@pytest.mark.django_db
def test_no_rate_is_no_limit(settings):
    settings.API_RATES = dict.fromkeys(settings.API_RATES, "")
    assert "RateLimit-Policy" not in ask().headers


@pytest.mark.django_db
def test_without_redis_everybody_is_let_in(two_a_day, settings, tmp_path):
    away = f"unix://{tmp_path / 'nothing.sock'}"
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": away}}
    responses = [ask() for _ in range(3)]
    assert [one.status_code for one in responses] == [200, 200, 200]
    assert all("RateLimit-Policy" in one.headers for one in responses)
    assert not any("RateLimit" in one.headers for one in responses)


def test_requests_that_meet_are_all_counted(settings):
    settings.API_RATES = settings.API_RATES | {"compare": "50/day"}
    throttle = AddressThrottle("compare")

    def is_let_in(_):
        return throttle.allow_request(RequestFactory().post("/", REMOTE_ADDR=HERE))

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(is_let_in, range(120))) == 50


@pytest.mark.django_db
def test_addresses_are_not_kept(two_a_day, redis_url):
    ask()
    with redis.Redis.from_url(redis_url) as server:
        kept = b" ".join(server.keys()).decode()
    assert client_mark(HERE) in kept
    assert HERE not in kept


def test_one_client_is_all_of_its_network_that_it_can_choose_from():
    assert client_mark("2001:db8:1:2::1") == client_mark("2001:db8:1:2:ffff::9")
    assert client_mark("2001:db8:1:2::1") != client_mark("2001:db8:1:3::1")
    assert client_mark("::ffff:203.0.113.7") == client_mark(HERE)
    assert client_mark("") != client_mark(HERE)


def test_a_rate_that_can_not_be_read_stops_the_start(settings):
    settings.API_RATES = settings.API_RATES | {"compare": "often"}
    with pytest.raises(ValueError, match="often"):
        AddressThrottle("compare")
