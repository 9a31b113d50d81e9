"""What staff see and do of accounts: states and counts, never what somebody asked."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core import mail
from django.test import Client

from advisor.accounts.models import User
from advisor.comparisons.models import Draft
from tests.accounts.people import ADDRESS, log_in, person, visitor

pytestmark = pytest.mark.django_db
ASKED = {"home": "辽源", "gross": "8642", "kind": "owner", "flat": "one_bed"}
PERSONAL = {"document", "household", "asked", "password", "username", "data"}


@pytest.fixture
def boss() -> Client:
    return visitor(person("boss@quliu.example", is_staff=True, is_superuser=True))


@pytest.fixture
def helper() -> Client:
    user = person("helper@quliu.example", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_user", "change_user"]))
    return visitor(user)


def page_of(user: User, deed: str = "change") -> str:
    return f"/en/admin/accounts/user/{user.pk}/{deed}/"


def test_an_accounts_page_shows_states_and_counts_but_no_amount(boss: Client) -> None:
    user = person()
    visitor(user).post("/check/", ASKED)
    User.objects.filter(pk=user.pk).update(household={"gross": 8642})
    for path in (page_of(user), "/en/admin/accounts/user/"):
        page = boss.get(path).content.decode()
        assert ADDRESS in page
        assert "8642" not in page
        assert Draft.objects.get().pk not in page
    assert "drafts: 1" in boss.get(page_of(user)).content.decode()


def test_no_table_of_the_admin_has_a_column_with_somebodys_answers() -> None:
    for model, table in admin.site._registry.items():
        if model._meta.app_label not in {"accounts", "comparisons"}:
            continue
        shown = {*map(str, table.list_display), *map(str, table.search_fields)}
        fields = {*map(str, table.fields or ())}
        assert fields, f"{model}: say which fields the page shows"
        assert not PERSONAL & (shown | fields), model


@pytest.mark.parametrize(
    "table", ["account/emailaddress", "mfa/authenticator", "usersessions/usersession"]
)
def test_keys_and_whereabouts_are_not_in_the_admin(boss: Client, table: str) -> None:
    assert boss.get(f"/en/admin/{table}/").status_code == 404


def test_switching_off_asks_for_a_reason_and_is_noted(helper: Client) -> None:
    user = person()
    theirs = visitor()
    log_in(theirs)
    helper.post(page_of(user, "deactivate"), {"why": ""})
    assert User.objects.get(pk=user.pk).is_active
    helper.post(page_of(user, "deactivate"), {"why": "asked by phone"})
    assert not User.objects.get(pk=user.pk).is_active
    assert theirs.get("/en/account/").status_code == 302
    assert LogEntry.objects.get().change_message == "deactivate: asked by phone"
    assert log_in(visitor()).headers.get("Location") != "/en/account/"
    helper.post(page_of(user, "activate"), {"why": "a mistake"})
    assert log_in(visitor()).headers["Location"] == "/en/account/"


def test_the_confirmation_is_sent_again(helper: Client) -> None:
    user = User.objects.create_user("x", ADDRESS)
    EmailAddress.objects.create(user=user, email=ADDRESS, primary=True)
    assert "Send the confirmation again" in helper.get(page_of(user)).content.decode()
    helper.post(page_of(user, "resend"), {"why": "no letter came"})
    assert "/accounts/confirm-email/" in mail.outbox[0].body
    assert LogEntry.objects.count() == 1


def test_helpers_give_no_roles_and_do_not_touch_staff(helper: Client) -> None:
    user, other = person(), person("other@quliu.example", is_staff=True)
    helper.post(page_of(user), {"is_staff": "on", "is_superuser": "on", "is_active": "on"})
    assert not User.objects.get(pk=user.pk).is_staff
    assert helper.post(page_of(other, "deactivate"), {"why": "envy"}).status_code == 403
    assert User.objects.get(pk=other.pk).is_active


def test_nobody_is_added_or_deleted_by_staff(boss: Client) -> None:
    user = person()
    assert boss.get("/en/admin/accounts/user/add/").status_code == 403
    assert boss.post(page_of(user, "delete"), {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=user.pk).exists()


def test_superusers_give_roles(boss: Client) -> None:
    user = person()
    boss.post(page_of(user), {"is_staff": "on", "groups": []})
    assert User.objects.get(pk=user.pk).is_staff
