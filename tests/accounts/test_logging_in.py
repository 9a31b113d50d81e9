"""Logging in and out: who gets in, who finds out what, and where it leads."""

import time
from collections.abc import Callable

import pytest
from allauth.account.utils import user_pk_to_url_str
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from advisor.accounts.models import User
from advisor.accounts.templatetags.accounts import device
from tests.accounts.people import (
    ADDRESS,
    PHRASE,
    link_in_mail,
    log_in,
    logged_in,
    person,
    sign_up,
    visitor,
)

pytestmark = pytest.mark.django_db
OTHER = "other@quliu.example"
NEW_PHRASE = "another road to go"
RESET = "/en/accounts/password/reset/"
FIELD = 'name="csrfmiddlewaretoken" value="'


def without_token(answer: HttpResponse) -> str:
    """The page without what differs at every answer."""
    head, _, tail = answer.content.decode().partition(FIELD)
    return head + tail[64:]


def quickest(deed: Callable[[], object], times: int = 4) -> float:
    """The seconds that a deed takes at best."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        deed()
        taken.append(time.perf_counter() - start)
    return min(taken)


@pytest.fixture
def unlimited(settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = False
    settings.ACCOUNT_LOGIN_ATTEMPTS_LIMIT = 0


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer() -> None:
    person()
    known = without_token(log_in(visitor(), phrase=NEW_PHRASE))
    unknown = without_token(log_in(visitor(), OTHER, NEW_PHRASE))
    assert known == unknown.replace(OTHER, ADDRESS)


def test_asking_for_a_new_password_answers_the_same_for_every_address() -> None:
    person()
    answers = [visitor().post(RESET, {"email": address}) for address in (ADDRESS, OTHER)]
    assert {answer.headers["Location"] for answer in answers} == {f"{RESET}done/"}
    assert [letter.to for letter in mail.outbox] == [[ADDRESS], [OTHER]]


@pytest.mark.usefixtures("unlimited", "slow_passwords")
def test_the_time_it_takes_does_not_tell_whether_there_is_an_account() -> None:
    person()
    number = iter(range(100))
    pairs = (
        (lambda: log_in(visitor(), phrase=NEW_PHRASE), lambda: log_in(visitor(), OTHER)),
        (
            lambda: sign_up(visitor()),
            lambda: sign_up(visitor(), f"new{next(number)}@quliu.example"),
        ),
    )
    for known, unknown in pairs:
        times = quickest(known), quickest(unknown)
        assert max(times) < 3 * min(times), times


def test_too_many_wrong_passwords_shut_the_door_for_a_while_also_for_the_right_one() -> None:
    person()
    for _ in range(5):
        log_in(visitor(), phrase=NEW_PHRASE)
    refused = visitor()
    assert "Too many failed attempts" in log_in(refused).content.decode()
    assert logged_in(refused) is None


def test_many_sign_ups_from_one_place_are_refused_in_the_houses_words(settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"signup": "1/m/ip"}
    sign_up(visitor())
    answer = sign_up(visitor(), OTHER)
    assert answer.status_code == 429
    assert "Too many attempts" in answer.content.decode()


def test_without_redis_people_still_log_in(settings: Settings) -> None:
    settings.CACHES = {
        "default": {
            "BACKEND": "advisor.web.cache.SurvivingRedisCache",
            "LOCATION": "unix:///nowhere/redis.sock",
        }
    }
    user = person()
    client = visitor()
    log_in(client, phrase=NEW_PHRASE)
    log_in(client)
    assert logged_in(client) == user.pk


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example",
        "javascript:alert(1)",
        "https:evil.example",
        "\\\\evil",
    ],
)
@pytest.mark.parametrize("way", ["login", "logout"])
def test_nobody_is_sent_to_another_site(elsewhere: str, way: str) -> None:
    user = person()
    client = visitor(user if way == "logout" else None)
    if way == "login":
        answer = log_in(client, next=elsewhere)
    else:
        answer = client.post("/en/accounts/logout/", {"next": elsewhere})
    assert answer.headers["Location"] in {"/en/account/", "/en/", "/"}


def test_the_session_gets_a_new_key_when_somebody_logs_in() -> None:
    person()
    client = visitor()
    client.post("/check/", {"home": "辽源", "gross": "8000", "kind": "owner", "flat": "one_bed"})
    planted = client.session.session_key
    log_in(client)
    assert client.session.session_key != planted
    thief = visitor()
    thief.cookies["sessionid"] = planted
    assert thief.get("/en/account/").status_code == 302


def test_going_on_happens_in_the_accounts_language() -> None:
    person(language="en")
    for given, reached in ((None, "/en/account/"), ("/glossary/", "/en/glossary/")):
        more = {"next": given} if given else {}
        answer = visitor().post("/accounts/login/", {"login": ADDRESS, "password": PHRASE, **more})
        assert answer.headers["Location"] == reached


def test_the_language_is_kept_and_nothing_else_of_what_is_sent() -> None:
    user = person()
    sent = {"language": "en", "is_staff": "on", "email": OTHER, "username": "x", "household": "{}"}
    answer = visitor(user).post("/account/", sent)
    assert answer.headers["Location"] == "/en/account/"
    kept = User.objects.get(pk=user.pk)
    assert (kept.language, kept.is_staff, kept.email, kept.household) == (
        "en",
        False,
        ADDRESS,
        None,
    )
    assert visitor(user).post("/account/", {"language": "tlh"}).status_code == 422


def test_a_new_password_is_set_by_the_link_and_ends_all_sessions() -> None:
    person()
    before = visitor()
    log_in(before)
    client = visitor()
    client.post(RESET, {"email": ADDRESS})
    form = client.get(link_in_mail()).headers["Location"]
    answer = client.post(form, {"password1": NEW_PHRASE, "password2": NEW_PHRASE})
    assert answer.headers["Location"].endswith("/password/reset/key/done/")
    assert before.get("/en/account/").status_code == 302
    assert logged_in(client) is None
    log_in(client, phrase=NEW_PHRASE)
    assert logged_in(client)
    again = visitor()
    assert "no longer works" in again.get(link_in_mail(0)).content.decode()


def test_the_link_of_one_sets_no_password_of_another() -> None:
    user, other = person(), person(OTHER)
    client = visitor()
    client.post(RESET, {"email": ADDRESS})
    mine, own, foreign = link_in_mail(), *map(user_pk_to_url_str, (user, other))
    form = client.get(mine).headers["Location"]
    theirs = [path.replace(f"/key/{own}-", f"/key/{foreign}-") for path in (form, mine)]
    assert mine not in theirs
    for path in theirs:
        client.post(path, {"password1": NEW_PHRASE, "password2": NEW_PHRASE, "user": other.pk})
    assert User.objects.get(pk=other.pk).check_password(PHRASE)


def test_changing_the_password_logs_all_other_devices_out() -> None:
    person()
    here, elsewhere = visitor(), visitor()
    log_in(here)
    log_in(elsewhere)
    change = {"oldpassword": PHRASE, "password1": NEW_PHRASE, "password2": NEW_PHRASE}
    here.post("/en/accounts/password/change/", change)
    assert here.get("/en/account/").status_code == 200
    assert elsewhere.get("/en/account/").status_code == 302
    assert mail.outbox[-1].subject == "Your password was changed"


def test_one_can_log_out_everywhere_else() -> None:
    person()
    here, elsewhere = visitor(), visitor()
    log_in(here)
    log_in(elsewhere)
    assert "2 devices" in here.get("/en/account/").content.decode()
    assert "Log out everywhere else" in here.get("/en/accounts/sessions/").content.decode()
    here.post("/en/accounts/sessions/")
    assert here.get("/en/account/").status_code == 200
    assert elsewhere.get("/en/account/").status_code == 302


def test_a_new_address_takes_over_once_it_is_confirmed(client: Client) -> None:
    user = person()
    log_in(client)
    client.post("/en/accounts/reauthenticate/", {"password": PHRASE, "next": "/en/account/"})
    client.post("/en/accounts/email/", {"email": OTHER, "action_add": ""})
    assert mail.outbox[-1].to == [OTHER]
    assert User.objects.get(pk=user.pk).email == ADDRESS
    client.post(link_in_mail())
    assert User.objects.get(pk=user.pk).email == OTHER
    assert [letter.to for letter in mail.outbox[1:]] == [[ADDRESS]]
    log_in(visitor(), OTHER)
    assert "not right" in log_in(visitor()).content.decode()


def test_an_address_of_another_account_cannot_be_taken_over(client: Client) -> None:
    person()
    person(OTHER)
    log_in(client)
    client.post("/en/accounts/reauthenticate/", {"password": PHRASE, "next": "/en/account/"})
    answer = client.post("/en/accounts/email/", {"email": OTHER, "action_add": ""})
    assert "taken" not in answer.content.decode()
    for letter in mail.outbox:
        assert "/confirm-email/" not in letter.body or letter.to == [OTHER]
    assert User.objects.get(email=OTHER).check_password(PHRASE)


def test_pages_of_accounts_are_kept_by_no_cache() -> None:
    client = visitor(person())
    for path in ("/account/", "/en/account/data/", "/accounts/2fa/", "/accounts/sessions/"):
        assert "no-store" in client.get(path).headers["Cache-Control"], path
    assert "no-store" in visitor().get("/en/accounts/login/").headers["Cache-Control"]
    assert "no-store" not in visitor().get("/glossary/").headers.get("Cache-Control", "")


def test_pages_for_all_are_the_same_for_everybody() -> None:
    """So that one that was kept for somebody fits everybody."""
    member = visitor(person())
    for path in ("/glossary/", "/en/method/", "/data/"):
        assert member.get(path).content == visitor().get(path).content, path


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36", "Chrome, Linux"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18) Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/116 MicroMessenger/8.0", "微信 (WeChat), Android"),
        ("curl/8.0", "curl/8.0"),
    ],
)
def test_a_device_is_named_in_two_words(said: str, shown: str) -> None:
    assert device(said) == shown


def test_a_machine_that_sends_no_mail_says_where_letters_are(settings: Settings) -> None:
    assert str(settings.VAR / "mail") in visitor().get(f"{RESET}done/").content.decode()
    settings.PRODUCTION = True
    assert str(settings.VAR / "mail") not in visitor().get(f"{RESET}done/").content.decode()
