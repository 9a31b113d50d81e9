"""People at the data desk, each in a browser of their own."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from advisor.datasets.roles import EDITOR, PUBLISHER


def signed_in(role: str) -> Client:
    """Somebody of the staff in that role; in no role, a stranger who may do nothing."""
    user = get_user_model().objects.create_user(role, is_staff=True)
    if role in (EDITOR, PUBLISHER):
        user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


def address(name: str, *args: object) -> str:
    """The address of a page of the data in the English admin."""
    with override("en"):
        return reverse(f"admin:datasets_{name}", args=args)


def faults(answer: HttpResponse) -> dict[str, list[str]]:
    """What the form of the answered page has against what was filled in."""
    form: Any = answer.context["adminform"].form
    return {name: [*found] for name, found in form.errors.items()}
