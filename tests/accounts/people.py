"""People of the tests, and what they do by the forms of the site."""

import re
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core import mail
from django.http import HttpResponse
from django.test import Client

from advisor.accounts.models import User

PHRASE = "a long way home"
ADDRESS = "li@quliu.example"
LINK = re.compile(r"https?://[^/\s]+(/\S+)")


def person(address: str = ADDRESS, **given: Any) -> User:
    """Somebody whose address is verified."""
    user = get_user_model().objects.create_user(address, address, PHRASE, **given)
    EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    return user


def visitor(user: User | None = None, **given: Any) -> Client:
    """A browser, logged in as somebody or as nobody."""
    client = Client(**given)
    if user:
        client.force_login(user)
    return client


def logged_in(client: Client) -> int | None:
    """The account that this browser is logged in with."""
    key = client.session.get("_auth_user_id")
    return int(key) if key else None


def log_in(
    client: Client, address: str = ADDRESS, phrase: str = PHRASE, **more: str
) -> HttpResponse:
    """Send the form for logging in."""
    return client.post("/en/accounts/login/", {"login": address, "password": phrase, **more})


def sign_up(
    client: Client, address: str = ADDRESS, phrase: str = PHRASE, **more: str
) -> HttpResponse:
    """Send the form for signing up."""
    return client.post("/en/accounts/signup/", {"email": address, "password1": phrase, **more})


def link_in_mail(number: int = -1) -> str:
    """The path that a letter leads to."""
    found = LINK.search(mail.outbox[number].body)
    assert found, mail.outbox[number].body
    return found[1]
